package facedepth.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a notebook runs, and how much it is to do. */
public final class Notebook {
  /** Names the product's folder to the kernel. */
  public static final String ROOT_PROPERTY = "facedepth.root";

  /** If set to 1, notebooks do as little as shows that they work. */
  public static final String SHORT_VARIABLE = "FACEDEPTH_NOTEBOOK_SHORT";

  private Notebook() {}

  /** Whether to do as little as shows that everything works: nobody is looking. */
  public static boolean isShort() {
    return "1".equals(System.getenv(SHORT_VARIABLE));
  }

  /** The first, or the second where {@link #isShort}. */
  public static int choose(int thorough, int brief) {
    return isShort() ? brief : thorough;
  }

  /** The product's folder, with examples, models and configurations. */
  public static Path root() {
    String root = System.getProperty(ROOT_PROPERTY);
    return Path.of(root == null ? "" : root).toAbsolutePath();
  }

  /**
   * A folder for what a notebook writes, made if it is not there: {@code
   * facedepth-output/notebooks/NAME} in the product's folder, or a temporary folder where {@link
   * #isShort}.
   */
  public static Path output(String name) throws IOException {
    return isShort()
        ? Files.createTempDirectory("facedepth-" + name)
        : Files.createDirectories(root().resolve("facedepth-output/notebooks").resolve(name));
  }
}
