package facedepth.inference;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digests of shipped files, in the format of {@code sha256sum}: a line {@code HEX NAME} each. A
 * file that is listed is used only if it still is what was shipped; one that is not listed is the
 * user's own.
 */
final class Sha256Sums {
  /** Name of the list, in the folder of the files. */
  static final String NAME = "SHA256SUMS";

  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");
  private static final int MOST_BYTES = 1 << 20; // a longer list is none of ours

  private Sha256Sums() {}

  /**
   * The digest that a list gives for a file.
   *
   * @param list the text of the list; not closed
   * @return hexadecimal digits, or empty if the file is not listed
   */
  static Optional<String> expected(InputStream list, String file) throws IOException {
    String text = new String(list.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    return text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(line -> line.group(2).equals(file))
        .map(line -> line.group(1).toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /**
   * Compares a file with its digest.
   *
   * @param name what messages call the file
   * @param content its bytes; read to the end
   * @throws MalformedFileException if they differ
   */
  static void check(String name, InputStream content, String expected) throws IOException {
    String found = FileDigest.of(content).sha256();
    if (!found.equals(expected)) {
      throw new MalformedFileException(
          name,
          "is not the file that "
              + NAME
              + " beside it lists (SHA-256 "
              + found.substring(0, 12)
              + "... instead of "
              + expected.substring(0, 12)
              + "...); fetch it again, or correct the list if you changed the file yourself");
    }
  }
}
