package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingConfigTest {
  private static final String LEAST =
      "headModel: head\noutput: run\nstages:\n  - {resolution: 64, batch: 4, steps: 10}\n";

  @TempDir private Path folder;

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    assertThat(read(LEAST.replace("headModel: head\n", "")).headModel()).isEqualTo("builtin");
    TrainingConfig config = read(LEAST);
    assertThat(config.startFilters()).isEqualTo(16);
    assertThat(config.losses()).isEqualTo(LossWeights.DEFAULT);
    assertThat(config.totalSteps()).isEqualTo(10);
  }

  @Test
  void anUnknownKeyIsNamed() {
    assertThatThrownBy(() -> read(LEAST + "learningrate: 1\n"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("no key 'learningrate'")
        .hasMessageContaining("did you mean 'learningRate'?");
  }

  @Test
  void aValueOutOfRangeIsNamed() {
    assertThatThrownBy(() -> read(LEAST.replace("64", "65")))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("65");
  }

  @Test
  void whatIsNoYamlIsRefused() {
    assertThatThrownBy(() -> read("stages: [")).isInstanceOf(MalformedFileException.class);
    assertThatThrownBy(() -> TrainingConfig.read(folder.resolve("none.yaml")))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("none.yaml");
  }

  @Test
  void theShippedConfigurationIsReadable() throws IOException {
    Path root = Path.of("").toAbsolutePath().getParent();
    assertThat(TrainingConfig.read(root.resolve("configs/default.yaml")).stages()).isNotEmpty();
  }

  private TrainingConfig read(String yaml) throws IOException {
    Path file = folder.resolve("run.yaml");
    Files.writeString(file, yaml);
    return TrainingConfig.read(file);
  }
}
