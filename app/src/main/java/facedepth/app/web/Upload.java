package facedepth.app.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** The bytes of a photo that a request brings. What the client calls it is never looked at. */
final class Upload {
  private static final int FORM_BYTES = 10_000; // what a form adds to its file
  private static final int PIECE = 1 << 16;

  private Upload() {}

  /**
   * Reads the body, or the one file of a multipart form.
   *
   * @param limit most bytes; reading stops there, whatever the request says its length is
   * @param deadline of {@link System#nanoTime} for all of it: a place is taken meanwhile
   */
  static byte[] photo(Context context, long limit, long deadline) {
    String type = String.valueOf(context.contentType());
    boolean form = type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    long most = form ? limit + FORM_BYTES : limit;
    if (context.req().getContentLengthLong() > most) {
      throw ApiException.tooLarge(limit);
    }
    byte[] body;
    try (InputStream in = context.bodyInputStream()) {
      body = read(in, most, deadline);
    } catch (IOException e) {
      throw isTimeout(e) ? slow() : ApiException.aborted();
    }
    if (body == null) {
      throw ApiException.tooLarge(limit);
    }
    byte[] photo = form ? only(MultipartForm.files(type, body)) : body;
    if (photo.length > limit) {
      throw ApiException.tooLarge(limit);
    }
    if (photo.length == 0) {
      throw new ApiException(400, "empty", "the request brings no photo; send one as its body");
    }
    return photo;
  }

  /** All bytes, or null if they are too many. */
  private static byte[] read(InputStream in, long most, long deadline) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      bytes.write(piece, 0, count);
      if (bytes.size() > most) {
        return null;
      }
      if (System.nanoTime() - deadline > 0) {
        throw slow();
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Takes what is left of a body that nobody wants and forgets it: a client that is still sending
   * when the connection closes hears of a broken connection instead of the answer.
   *
   * @param limit most bytes; where more are announced, or come, the client is told that the
   *     connection ends
   * @param deadline of {@link System#nanoTime} for all of it, likewise
   */
  static void discard(Context context, long limit, long deadline) {
    long most = limit + FORM_BYTES;
    if (context.req().getContentLengthLong() <= most) {
      try (InputStream in = context.bodyInputStream()) {
        byte[] piece = new byte[PIECE];
        int count = 0;
        long taken = 0;
        while (count >= 0 && taken <= most && System.nanoTime() - deadline < 0) {
          count = in.read(piece);
          taken += count;
        }
        if (count < 0) {
          return;
        }
      } catch (IOException e) {
        return; // broken already, or so slow that Jetty closes it
      }
    }
    context.header("Connection", "close");
  }

  private static byte[] only(List<byte[]> files) {
    if (files.size() != 1) {
      throw new ApiException(
          400, "bad_form", "the form holds " + files.size() + " files; send one photo at a time");
    }
    return files.get(0);
  }

  private static boolean isTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static ApiException slow() {
    return new ApiException(408, "too_slow", "the upload was too slow; send it again, or smaller");
  }
}
