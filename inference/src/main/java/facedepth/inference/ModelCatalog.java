package facedepth.inference;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models of an installation, by name.
 *
 * <p>They lie as {@code NAME.onnx} in the folder that the system property {@code facedepth.models}
 * names; without that property, as resources {@code /facedepth/models/NAME.onnx} on the class path,
 * listed in {@code index.txt} there. The first line of {@code default.txt} beside them names the
 * one that is used when none is named; without it that is the one called {@code default}, or the
 * only one there is. Models that {@code SHA256SUMS} beside them lists are loaded only if their
 * bytes still have that digest.
 *
 * <p>{@code NAME.json} beside a model, or in the folder {@code cards}, is its {@link ModelCard
 * card}. Cards in that folder also tell which models there could be.
 */
public final class ModelCatalog {
  /** System property that names the folder with the models. */
  public static final String FOLDER_PROPERTY = "facedepth.models";

  static final String EXTENSION = ".onnx";
  static final String RESOURCES = "/facedepth/models/";
  private static final String CARDS = "cards";
  private static final String DEFAULT = "default";

  private final Path folder;

  /** The models in one folder. */
  public ModelCatalog(Path folder) {
    this.folder = folder;
  }

  /** The models of this installation. */
  public static ModelCatalog installed() {
    String folder = System.getProperty(FOLDER_PROPERTY);
    return new ModelCatalog(folder == null ? null : Path.of(folder));
  }

  /**
   * The model that a user means.
   *
   * @param nameOrFile a name of this catalog, or a file's path ending in {@code .onnx}
   * @throws IOException if there is none of that name; the message lists those there are
   */
  public ModelSource find(String nameOrFile) throws IOException {
    if (nameOrFile.endsWith(EXTENSION) || nameOrFile.indexOf('/') >= 0) {
      return withCard(Path.of(nameOrFile));
    }
    Optional<ModelSource> found = source(nameOrFile);
    if (found.isEmpty()) {
      for (MissingModel missing : missing()) {
        if (missing.name().equals(nameOrFile)) {
          throw new IOException(missing.message());
        }
      }
      List<String> names = names();
      throw new IOException(
          "no model '"
              + nameOrFile
              + "'; "
              + (names.isEmpty() ? "none is installed" : "there are " + String.join(", ", names))
              + "; a file's name must end in "
              + EXTENSION);
    }
    return found.get();
  }

  /** The model that is used when none is named. */
  public ModelSource findDefault() throws IOException {
    return find(
        defaultName()
            .orElseThrow(
                () ->
                    new IOException(
                        "no default model is installed"
                            + (folder == null ? "" : " in " + folder)
                            + "; name one with --model")));
  }

  /** A file elsewhere that is called like a card of this installation is what the card says. */
  private ModelSource withCard(Path file) {
    String stem = ModelCard.stem(String.valueOf(file.getFileName()));
    Path beside = file.resolveSibling(stem + ModelCard.EXTENSION);
    if (folder == null || Files.isRegularFile(beside)) {
      return ModelSource.of(file);
    }
    Path card = folder.resolve(CARDS).resolve(stem + ModelCard.EXTENSION);
    return Files.isRegularFile(card) ? ModelSource.of(file, card) : ModelSource.of(file);
  }

  /**
   * The models that there is a card of, but no file, sorted by name.
   *
   * @throws facedepth.geometry.MalformedFileException if a card is none
   */
  public List<MissingModel> missing() throws IOException {
    List<MissingModel> missing = new ArrayList<>();
    Path cards = folder == null ? null : folder.resolve(CARDS);
    if (cards == null || !Files.isDirectory(cards)) {
      return missing;
    }
    for (String name : stems(cards, ModelCard.EXTENSION)) {
      Path file = folder.resolve(name + EXTENSION);
      if (!Files.exists(file)) {
        ModelCard card = ModelCardReader.read(cards.resolve(name + ModelCard.EXTENSION));
        missing.add(MissingModel.of(name, file, card.notes()));
      }
    }
    return missing;
  }

  /** Names of all models, sorted. */
  public List<String> names() throws IOException {
    if (folder == null) {
      return lines("index.txt").stream().sorted().toList();
    }
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return stems(folder, EXTENSION);
  }

  private static List<String> stems(Path folder, String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(extension) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - extension.length()))
          .sorted()
          .toList();
    }
  }

  /** All models, each loaded once to see that it works; sorted by name. */
  public List<ModelDescription> list() throws IOException {
    List<ModelDescription> descriptions = new ArrayList<>();
    String defaultName = defaultName().orElse("");
    for (String name : names()) {
      ModelSource source = find(name);
      ModelKind kind = null;
      String description;
      try (DepthModel model = source.open(1)) {
        kind = model.kind();
        description = model.description();
      } catch (IOException e) {
        description = e.getMessage();
      }
      FileDigest digest;
      try (InputStream content = source.stream()) {
        digest = FileDigest.of(content);
      }
      descriptions.add(
          new ModelDescription(
              source,
              name.equals(defaultName),
              kind,
              digest.bytes(),
              digest.sha256(),
              description));
    }
    return descriptions;
  }

  private Optional<String> defaultName() throws IOException {
    List<String> named = lines("default.txt");
    if (!named.isEmpty()) {
      return Optional.of(named.get(0));
    }
    List<String> names = names();
    if (names.contains(DEFAULT)) {
      return Optional.of(DEFAULT);
    }
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  private Optional<ModelSource> source(String name) {
    if (folder != null) {
      Path file = folder.resolve(name + EXTENSION);
      return Files.isRegularFile(file) ? Optional.of(withCard(file)) : Optional.empty();
    }
    URL resource = ModelCatalog.class.getResource(RESOURCES + name + EXTENSION);
    return Optional.ofNullable(resource).map(url -> ModelSource.of(name, url));
  }

  /** The lines of a text beside the models, blank ones left out; none if there is no such text. */
  private List<String> lines(String name) throws IOException {
    String text = "";
    if (folder != null) {
      Path file = folder.resolve(name);
      text = Files.isRegularFile(file) ? Files.readString(file) : "";
    } else {
      try (InputStream in = ModelCatalog.class.getResourceAsStream(RESOURCES + name)) {
        text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
