package facedepth.app.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** The bytes of a photo that a request brings. What the client calls it is never looked at. */
final class Upload {
  private Upload() {}

  /**
   * Reads the body, or the one file of a multipart form.
   *
   * @param limit most bytes; reading stops there, whatever the request says its length is
   */
  static byte[] photo(Context context, long limit) throws IOException {
    if (context.req().getContentLengthLong() > limit) {
      throw ApiException.tooLarge(limit);
    }
    String type = context.contentType();
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      return part(context, limit);
    }
    try (InputStream body = context.bodyInputStream()) {
      return read(body, limit);
    }
  }

  private static byte[] part(Context context, long limit) throws IOException {
    List<UploadedFile> files;
    try {
      files = context.uploadedFiles();
    } catch (RuntimeException e) {
      // Jetty says in many ways that a form is too large or torn; its length tells them apart.
      if (String.valueOf(e.getMessage()).contains("max")) {
        throw ApiException.tooLarge(limit);
      }
      throw new ApiException(400, "bad_form", "the form cannot be read; send it again");
    }
    if (files.size() != 1) {
      throw new ApiException(
          400, "bad_form", "the form holds " + files.size() + " files; send one photo at a time");
    }
    try (InputStream content = files.get(0).content()) {
      return read(content, limit);
    }
  }

  private static byte[] read(InputStream in, long limit) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
    if (bytes.length > limit) {
      throw ApiException.tooLarge(limit);
    }
    if (bytes.length == 0) {
      throw new ApiException(400, "empty", "the request brings no photo; send one as its body");
    }
    return bytes;
  }
}
