package facedepth.synthesis;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the files that lie beside the repository and are no part of it. */
final class SharedFiles {
  private SharedFiles() {}

  /** {@code relative} below the shared folder; skips the test when there is none. */
  static Path find(String relative) {
    Path folder = folder();
    Assumptions.assumeTrue(
        folder != null && Files.exists(folder.resolve(relative)),
        "no shared folder with " + relative + " (set FACEDEPTH_SHARED)");
    return folder.resolve(relative);
  }

  private static Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw"))) {
        Path beside = at.resolveSibling("shared");
        if (Files.isDirectory(beside)) {
          return beside;
        }
      }
    }
    String told = System.getProperty("facedepth.shared", System.getenv("FACEDEPTH_SHARED"));
    return told == null ? null : Path.of(told);
  }
}
