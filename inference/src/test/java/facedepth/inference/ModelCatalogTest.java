package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    assertThat(catalog.find("elsewhere/x.onnx")).hasToString("elsewhere/x.onnx");
    assertThatThrownBy(() -> catalog.find("other"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'other'")
        .hasMessageContaining("only");
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
        Sha256Sums.of(model).toUpperCase(Locale.ROOT) + "  shipped.onnx\n");
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
