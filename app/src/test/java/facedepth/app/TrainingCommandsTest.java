package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCommandsTest {
  @TempDir Path folder;

  @Test
  void aMissingConfigurationIsOneLine() {
    Path config = folder.resolve("missing.yaml");
    CommandRun run = CommandRun.of("train", config);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains(config.toString());
  }

  @Test
  void anUnknownKeyInTheConfigurationIsOneLine() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            learningRat: 3
            output: run
            stages: [{resolution: 64, batch: 1, steps: 1}]
            """);
    CommandRun run = CommandRun.of("train", config);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains(config.toString(), "learningRat");
  }
}
