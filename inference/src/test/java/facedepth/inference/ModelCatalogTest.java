package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogTest {
  @TempDir Path folder;

  @Test
  void listsWhatIsThereAndWhatIsWrongWithIt() throws IOException {
    Files.write(folder.resolve("face-64.onnx"), TinyModel.face(64).bytes());
    Files.write(folder.resolve("raw.onnx"), TinyModel.red().bytes());
    Files.writeString(folder.resolve("broken.onnx"), "oh");
    Files.writeString(folder.resolve("default.txt"), "face-64\n");
    List<ModelDescription> models = new ModelCatalog(folder).list();
    assertThat(models)
        .extracting(model -> model.source().name())
        .containsExactly("broken", "face-64", "raw");
    assertThat(models.get(0).kind()).isNull();
    assertThat(models.get(0).description()).contains("broken.onnx");
    assertThat(models.get(1).kind()).isEqualTo(ModelKind.FACE);
    assertThat(models.get(1).isDefault()).isTrue();
    assertThat(models.get(1).description()).isEqualTo("red is face, green is depth");
    assertThat(models.get(1).sha256()).hasSize(64);
    assertThat(models.get(2).kind()).isEqualTo(ModelKind.RAW);
    assertThat(models.get(2).isDefault()).isFalse();
  }

  @Test
  void findsByNameByFileAndByDefault() throws IOException {
    ModelCatalog catalog = new ModelCatalog(folder);
    assertThatThrownBy(catalog::findDefault).hasMessageContaining("no default model");
    Files.write(folder.resolve("only.onnx"), TinyModel.face(64).bytes());
    assertThat(catalog.findDefault().name()).isEqualTo("only");
    try (DepthModel model = catalog.find("only").open(1)) {
      assertThat(model.kind()).isEqualTo(ModelKind.FACE);
    }
    Files.write(folder.resolve("another.onnx"), TinyModel.red().bytes());
    assertThatThrownBy(catalog::findDefault).hasMessageContaining("no default model");
    Files.write(folder.resolve("default.onnx"), TinyModel.face(64).bytes());
    assertThat(catalog.findDefault().name()).as("beside a user's own").isEqualTo("default");
    assertThat(catalog.find("elsewhere/x.onnx")).hasToString("elsewhere/x.onnx");
    assertThatThrownBy(() -> catalog.find("other"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'other'")
        .hasMessageContaining("only");
  }

  @Test
  void tellsOfModelsThatItHasOnlyACardOf() throws IOException {
    Files.createDirectory(folder.resolve("cards"));
    Path card = folder.resolve("cards/theirs.json");
    Files.writeString(
        card,
        """
        {"title": "Their network", "licence": "MIT", "home": "https://example.org",
         "get": "theirs.onnx of the release",
         "input": {"size": 32, "channels": "BGR", "white": 255}, "output": {"meaning": "inverse"}}
        """);
    Files.write(folder.resolve("own.onnx"), TinyModel.face(64).bytes());
    ModelCatalog catalog = new ModelCatalog(folder);
    assertThat(catalog.missing()).hasSize(1);
    assertThat(catalog.missing().get(0).message())
        .contains("theirs: Their network is not here", folder.resolve("theirs.onnx").toString())
        .contains("theirs.onnx of the release", "https://example.org", "licence: MIT");
    assertThatThrownBy(() -> catalog.find("theirs"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Their network is not here");

    Files.write(folder.resolve("theirs.onnx"), TinyModel.red().bytes());
    assertThat(catalog.missing()).isEmpty();
    assertThat(catalog.list())
        .extracting(ModelDescription::description)
        .containsExactly("red is face, green is depth", "Their network");
    try (DepthModel model = catalog.find("theirs").open(1)) {
      assertThat(model.meaning()).isEqualTo(DepthMeaning.INVERSE);
      assertThat(model.input().format().bgr()).isTrue();
    }
    Path elsewhere = Files.createDirectory(folder.resolve("downloads")).resolve("theirs.onnx");
    Files.write(elsewhere, TinyModel.red().bytes());
    try (DepthModel model = catalog.find(elsewhere.toString()).open(1)) {
      assertThat(model.input().format().bgr()).as("read by the card of that name").isTrue();
    }
    Files.writeString(card, "{");
    assertThatThrownBy(() -> catalog.find("theirs").open(1)).hasMessageContaining("theirs.json");
  }

  /** The cards of this repository are sound, and those of the models that they promise. */
  @Test
  void theShippedCardsAreSound() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    List<MissingModel> cards = new ArrayList<>();
    Path only = Files.createDirectories(folder.resolve("only/cards"));
    try (Stream<Path> files = Files.list(root.resolve("models/cards"))) {
      for (Path file : files.toList()) {
        Files.copy(file, only.resolve(file.getFileName().toString()));
      }
    }
    cards.addAll(new ModelCatalog(folder.resolve("only")).missing());
    assertThat(cards)
        .extracting(MissingModel::name)
        .contains(
            "depth-anything-v2-small",
            "depth-anything-v2-base",
            "depth-anything-v2-large",
            "midas-v21-small",
            "moge-2-small",
            "david-base",
            "david-large");
    for (MissingModel card : cards) {
      assertThat(card.title()).as(card.name()).isNotEmpty();
      assertThat(card.licence()).as(card.name()).isNotEmpty();
      assertThat(card.home()).as(card.name()).startsWith("https://");
      assertThat(card.get()).as(card.name()).isNotEmpty();
    }
  }

  @Test
  void anInstallationWithoutModelsSaysSo() throws IOException {
    ModelCatalog none = new ModelCatalog(folder.resolve("absent"));
    assertThat(none.names()).isEmpty();
    assertThatThrownBy(() -> none.find("face")).hasMessageContaining("none is installed");
  }

  @Test
  void aModelThatIsListedMustBeWhatWasListed() throws IOException {
    Path file = folder.resolve("shipped.onnx");
    byte[] model = TinyModel.face(64).bytes();
    Files.write(file, model);
    Files.write(folder.resolve("own.onnx"), model);
    Files.writeString(
        folder.resolve(Sha256Sums.NAME),
        FileDigest.of(new ByteArrayInputStream(model)).sha256().toUpperCase(Locale.ROOT)
            + "  shipped.onnx\n");
    ModelCatalog catalog = new ModelCatalog(folder);
    for (String name : List.of("shipped", "own", file.toString())) {
      catalog.find(name).open(1).close();
    }

    byte[] changed = model.clone();
    changed[changed.length - 1] ^= 1;
    Files.write(file, changed);
    Files.write(folder.resolve("own.onnx"), changed);
    for (String name : List.of("shipped", file.toString())) {
      assertThatThrownBy(() -> catalog.find(name).open(1))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageStartingWith(file + ": is not the file that SHA256SUMS")
          .message()
          .doesNotContain("\n");
    }
    assertThat(catalog.list().get(1).kind()).isNull();
    assertThat(catalog.list().get(1).description()).contains("SHA256SUMS");
  }
}
