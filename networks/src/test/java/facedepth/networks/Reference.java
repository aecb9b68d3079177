package facedepth.networks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Finds what the original networks answer, which lies beside the repository. */
public final class Reference {
  private Reference() {}

  /** A file of the reference; skips the test where there is none. */
  public static Path file(String name) {
    Optional<Path> shared = shared();
    Assumptions.assumeTrue(
        shared.isPresent(),
        "no folder shared/reference beside the repository, nor FACEDEPTH_SHARED");
    return shared.orElseThrow().resolve("reference").resolve(name);
  }

  private static Optional<Path> shared() {
    String told =
        System.getProperty(
            "facedepth.shared", System.getenv().getOrDefault("FACEDEPTH_SHARED", ""));
    Path shared = told.isEmpty() ? besideRepository() : Path.of(told);
    return Optional.ofNullable(shared).filter(path -> Files.isDirectory(path.resolve("reference")));
  }

  private static Path besideRepository() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw"))) {
        return at.resolveSibling("shared");
      }
    }
    return null;
  }
}
