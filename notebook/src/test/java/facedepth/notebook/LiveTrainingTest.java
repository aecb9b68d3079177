package facedepth.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.inference.DepthModel;
import facedepth.training.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTrainingTest {
  @TempDir private Path folder;

  private TrainingConfig config(int steps) throws IOException {
    return TrainingConfig.read(
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            output: %s
            network: {startFilters: 8, blocks: 3}
            data: {takes: 2, heldOut: 2, threads: 1}
            stages: [{resolution: 32, batch: 2, steps: %d}]
            checkpointEvery: 100000
            threads: 1
            """
                .formatted(folder.resolve("run"), steps)));
  }

  @Test
  void interruptEndsTheRunWithAModelAndItGoesOnFromThere() throws IOException {
    List<String> shown = new ArrayList<>();
    Screen stopping =
        figure -> {
          shown.add(figure.html());
          Thread.currentThread().interrupt(); // the stop button
        };
    TrainingOutcome stopped = LiveTraining.run(config(100_000), false, stopping);
    assertThat(Thread.interrupted()).as("left by the last figure alone").isTrue();
    assertThat(stopped.stopped()).isTrue();
    assertThat(stopped.steps()).isBetween(1L, 99_999L);
    try (DepthModel model = DepthModel.open(stopped.model())) {
      assertThat(model.metadata()).containsEntry("facedepth.steps", Long.toString(stopped.steps()));
    }
    assertThat(shown).anyMatch(html -> html.contains("<svg"));
    assertThat(shown.get(shown.size() - 1)).contains("Stopping");

    int more = (int) stopped.steps() + 2;
    TrainingOutcome finished = LiveTraining.run(config(more), true, figure -> {});
    assertThat(finished.stopped()).isFalse();
    assertThat(finished.steps()).isEqualTo(more);
  }

  @Test
  void whatTheTrainerThrowsArrives() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/checkpoint.safetensors"), "");
    assertThatThrownBy(() -> LiveTraining.run(config(2), false, figure -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("checkpoint.safetensors exists");
  }
}
