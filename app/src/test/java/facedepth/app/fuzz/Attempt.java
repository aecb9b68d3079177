package facedepth.app.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One input at one target, and whether what came of it is allowed. */
final class Attempt {
  private Attempt() {}

  /**
   * Reads the bytes; an IOException with a line for people is the only one that is not passed on.
   */
  static void of(FuzzTarget target, byte[] input) throws IOException {
    Path folder = Files.createTempDirectory("facedepth-fuzz");
    try {
      target.read(input, folder);
    } catch (IOException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("an error without a message", e);
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
