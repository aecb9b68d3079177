package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.inference.ModelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
  @TempDir Path folder;

  private String before;

  @BeforeEach
  void chooseTheFolder() {
    before = System.getProperty(ModelCatalog.FOLDER_PROPERTY);
    System.setProperty(ModelCatalog.FOLDER_PROPERTY, folder.toString());
  }

  @AfterEach
  void chooseTheOneBefore() {
    if (before == null) {
      System.clearProperty(ModelCatalog.FOLDER_PROPERTY);
    } else {
      System.setProperty(ModelCatalog.FOLDER_PROPERTY, before);
    }
  }

  private Path card(String name) throws IOException {
    Path cards = Files.createDirectories(folder.resolve("cards"));
    return Files.writeString(
        cards.resolve(name + ".json"),
        """
        {"title": "A network of theirs", "licence": "MIT", "home": "https://example.org",
         "get": "NAME of the release", "input": {"size": 64}, "output": {"meaning": "inverse"}}
        """);
  }

  @Test
  void listsWhatIsHereAndWhatIsNotAndWhereThatBelongs() throws IOException {
    TinyModels.face(folder.resolve("own.onnx"));
    TinyModels.depthOnly(folder.resolve("here.onnx"));
    card("here");
    card("away");
    CommandRun run = CommandRun.of("models");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().toList().get(0))
        .startsWith("here ")
        .contains(" raw ", "of theirs");
    assertThat(run.out().lines().toList().get(1)).startsWith("own ").contains(" face ");
    assertThat(run.out())
        .contains("Known, but not here:")
        .contains("away: A network of theirs is not here", folder.resolve("away.onnx").toString())
        .contains("NAME of the release", "https://example.org", "licence: MIT")
        .doesNotContain("here: A network of theirs is not here");
  }

  @Test
  void aModelThatIsNotHereIsAnsweredWithWhereItIs() throws IOException {
    card("away");
    Path image = Pictures.noise(folder.resolve("a.png"), 32, 32);
    CommandRun run =
        CommandRun.of("depth", image, "--model", "away", "--output", folder.resolve("out"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("away.onnx", "example.org");
  }
}
