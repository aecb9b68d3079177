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

  /**
   * As {@link DepthModel#open(Path, int)}.
   *
   * @throws facedepth.geometry.MalformedFileException also if {@code SHA256SUMS} beside the model
   *     lists other bytes
   */
  public DepthModel open(int threads) throws IOException {
    verify();
    return file != null ? DepthModel.open(file, threads) : DepthModel.open(name, bytes(), threads);
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

  private InputStream stream() throws IOException {
    return file != null ? Files.newInputStream(file) : resource.openStream();
  }

  byte[] bytes() throws IOException {
    try (InputStream in = stream()) {
      return in.readAllBytes();
    }
  }
}
