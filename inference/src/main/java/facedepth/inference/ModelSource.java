package facedepth.inference;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;

/** Where a model comes from: a file, or a packaged resource. */
public final class ModelSource {
  private final String name;
  private final Path file;
  private final URL resource;

  private ModelSource(String name, Path file, URL resource) {
    this.name = name;
    this.file = file;
    this.resource = resource;
  }

  /** A model in a file. Whether there is such a file shows when it is opened. */
  public static ModelSource of(Path file) {
    String fileName = String.valueOf(file.getFileName());
    String name =
        fileName.endsWith(ModelCatalog.EXTENSION)
            ? fileName.substring(0, fileName.length() - ModelCatalog.EXTENSION.length())
            : fileName;
    return new ModelSource(name, file, null);
  }

  static ModelSource of(String name, URL resource) {
    return new ModelSource(name, null, resource);
  }

  /** The model's name: its file's, without the extension. */
  public String name() {
    return name;
  }

  /** What messages call it: the file, or the name of a packaged model. */
  @Override
  public String toString() {
    return file != null ? file.toString() : name;
  }

  /** As {@link DepthModel#open(Path, int)}. */
  public DepthModel open(int threads) throws IOException {
    return file != null ? DepthModel.open(file, threads) : DepthModel.open(name, bytes(), threads);
  }

  byte[] bytes() throws IOException {
    try (InputStream in =
        file != null ? file.toUri().toURL().openStream() : resource.openStream()) {
      return in.readAllBytes();
    }
  }
}
