package facedepth.inference;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a model comes from: a file, or a packaged resource. */
public final class ModelSource {
  private final String name;
  private final Path file;
  private final URL resource;
  private final Path card; // null: the one beside the file, if there is one

  private ModelSource(String name, Path file, URL resource, Path card) {
    this.name = name;
    this.file = file;
    this.resource = resource;
    this.card = card;
  }

  /** A model in a file. Whether there is such a file shows when it is opened. */
  public static ModelSource of(Path file) {
    return new ModelSource(ModelCard.stem(String.valueOf(file.getFileName())), file, null, null);
  }

  /** A model in a file whose card lies elsewhere. */
  static ModelSource of(Path file, Path card) {
    return new ModelSource(ModelCard.stem(String.valueOf(file.getFileName())), file, null, card);
  }

  static ModelSource of(String name, URL resource) {
    return new ModelSource(name, null, resource, null);
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
    if (file == null) {
      try (InputStream in = stream()) {
        return DepthModel.open(name, in.readAllBytes(), threads);
      }
    }
    return card == null
        ? DepthModel.open(file, threads)
        : DepthModel.open(file, Optional.of(ModelCardReader.read(card)), threads);
  }

  /** Its bytes, to be closed. */
  InputStream stream() throws IOException {
    return file != null ? Files.newInputStream(file) : resource.openStream();
  }
}
