package facedepth.app.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a form (RFC 7578) whose bytes have all been read, within the limits of any upload.
 * Names are not looked at.
 */
final class MultipartForm {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final int MOST_PARTS = 20;

  private MultipartForm() {}

  /**
   * The contents of the parts that are files.
   *
   * @param contentType of the request, with its boundary
   * @throws ApiException if the form is torn
   */
  static List<byte[]> files(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw torn();
    }
    String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    byte[] delimiter = ("\r\n--" + name).getBytes(StandardCharsets.ISO_8859_1);
    byte[] headEnd = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
    int at = indexOf(body, first, 0) + first.length;
    if (at < first.length) {
      throw torn();
    }
    List<byte[]> files = new ArrayList<>();
    for (int parts = 0; parts < MOST_PARTS; parts++) {
      if (at + 2 <= body.length && body[at] == '-' && body[at + 1] == '-') {
        return files;
      }
      int head = indexOf(body, headEnd, at);
      int end = head < 0 ? -1 : indexOf(body, delimiter, head + 2);
      if (end < 0) {
        throw torn();
      }
      String headers = new String(body, at, head - at, StandardCharsets.ISO_8859_1);
      if (headers.toLowerCase(Locale.ROOT).contains("filename")) {
        // A part without content ends in the line that ends its head.
        files.add(Arrays.copyOfRange(body, Math.min(end, head + headEnd.length), end));
      }
      at = end + delimiter.length;
    }
    throw torn();
  }

  private static ApiException torn() {
    return new ApiException(400, "bad_form", "the form cannot be read; send it again");
  }

  private static int indexOf(byte[] bytes, byte[] wanted, int from) {
    for (int i = from; i + wanted.length <= bytes.length; i++) {
      int k = 0;
      while (k < wanted.length && bytes[i + k] == wanted[k]) {
        k++;
      }
      if (k == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}
