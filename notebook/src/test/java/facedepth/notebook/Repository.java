package facedepth.notebook;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests find the repository's own files. */
public final class Repository {
  private Repository() {}

  /** The folder that holds {@code mvnw}, at or above the working directory. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
