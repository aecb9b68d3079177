package facedepth.geometry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file at once, refusing what cannot be an image or an array by its size alone. */
final class WholeFile {
  private static final long LIMIT = 1L << 30;

  private WholeFile() {}

  static byte[] read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LIMIT) {
      throw new MalformedFileException(
          file.toString(), size + " bytes, more than the " + LIMIT + " that are read");
    }
    return Files.readAllBytes(file);
  }
}
