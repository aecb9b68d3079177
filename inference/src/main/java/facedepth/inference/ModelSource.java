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

  /**
   * As {@link DepthModel#open(Path, int)}.
   *
   * @throws facedepth.geometry.MalformedFileException also if {@code SHA256SUMS} beside the model
   *     lists other bytes
   */
  public DepthModel open(int threads) throws IOException {
    verify();
    if (file == null) {
      try (InputStream in = stream()) {
        return DepthModel.open(name, in.readAllBytes(), threads);
      }
    }
    return card == null
        ? DepthModel.open(file, threads)
        : DepthModel.open(file, Optional.of(ModelCardReader.read(card)), threads);
  }

  /** Compares the model with the list of shipped files beside it, if there is one that names it. */
  private void verify() throws IOException {
    Optional<String> expected = expectedDigest();
    if (expected.isPresent()) {
      try (InputStream content = stream()) {
        Sha256Sums.check(toString(), content, expected.get());
      }
    }
  }

  private Optional<String> expectedDigest() throws IOException {
    if (file != null) {
      Path list = file.resolveSibling(Sha256Sums.NAME);
      if (!Files.isRegularFile(list) || !Files.isReadable(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(list)) {
        return Sha256Sums.expected(in, file.getFileName().toString());
      }
    }
    try (InputStream in =
        ModelSource.class.getResourceAsStream(ModelCatalog.RESOURCES + Sha256Sums.NAME)) {
      return in == null ? Optional.empty() : Sha256Sums.expected(in, name + ModelCatalog.EXTENSION);
    }
  }

  /** Its bytes, to be closed. */
  InputStream stream() throws IOException {
    return file != null ? Files.newInputStream(file) : resource.openStream();
  }
}
