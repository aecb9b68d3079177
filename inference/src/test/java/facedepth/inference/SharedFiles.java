package facedepth.inference;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that lie beside the repository, not in it; tests that want them are skipped without. */
final class SharedFiles {
  private SharedFiles() {}

  static Path require(String name) {
    Path file = root().resolve(name);
    if (!Files.exists(file)) {
      abort("there is no " + name + " beside the repository");
    }
    return file;
  }

  private static Path root() {
    String set = System.getProperty("facedepth.shared", System.getenv("FACEDEPTH_SHARED"));
    if (set != null) {
      return Path.of(set);
    }
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      if (Files.exists(p.resolve("mvnw"))) {
        return p.resolveSibling("shared");
      }
    }
    return Path.of("shared");
  }
}
