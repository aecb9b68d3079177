package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.networks.checkpoint.Safetensors;
import facedepth.synthesis.HeadCache;
import facedepth.synthesis.TestHeads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  private static final TrainingListener SILENCE = new TrainingLog(line -> {});

  @TempDir private Path folder;

  @Test
  void aRunThatIsCutInTwoEndsWithTheSameWeights() throws Exception {
    Path head = folder.resolve("head.fdh");
    HeadCache.write(TestHeads.ellipsoid(), head);
    Path whole = folder.resolve("whole");
    new Trainer(config(head, whole, 6, 1), SILENCE).run(false);

    Path halves = folder.resolve("halves");
    Trainer interrupted =
        new Trainer(
            config(head, halves, 6, 2),
            new TrainingLog(
                line -> {
                  if (line.startsWith("step 3 validation")) {
                    throw new Interruption();
                  }
                }));
    assertThatThrownBy(() -> interrupted.run(false)).isInstanceOf(Interruption.class);
    new Trainer(config(head, halves, 6, 1), SILENCE).run(true);

    Safetensors a = Safetensors.read(whole.resolve("checkpoint.safetensors"));
    Safetensors b = Safetensors.read(halves.resolve("checkpoint.safetensors"));
    assertThat(b.metadata()).containsEntry("step", "6");
    assertThat(b.tensors().names()).isEqualTo(a.tensors().names());
    for (String name : a.tensors().names()) {
      assertThat(b.tensors().get(name).values()).as(name).isEqualTo(a.tensors().get(name).values());
    }
    assertThat(whole.resolve("model.onnx")).isRegularFile();
    List<Scalars> history = untimed(whole);
    assertThat(history).extracting(Scalars::step).containsExactly(3L, 3L, 6L, 6L);
    assertThat(untimed(halves)).isEqualTo(history);
  }

  @Test
  void trainingLowersTheError() throws Exception {
    Path head = folder.resolve("head.fdh");
    HeadCache.write(TestHeads.ellipsoid(), head);
    java.util.ArrayList<Double> losses = new java.util.ArrayList<>();
    TrainingConfig config =
        new TrainingConfig(
            head.toString(),
            folder.resolve("run"),
            3L,
            4,
            3,
            true,
            null,
            1,
            List.of(new TrainingConfig.Stage(32, 8, 60)),
            5e-3,
            null,
            5,
            null,
            0.9,
            60,
            1,
            1,
            null);
    new Trainer(
            config,
            new TrainingLog(
                line -> {
                  int at = line.indexOf("loss ");
                  if (at >= 0) {
                    losses.add(Double.parseDouble(line.substring(at + 5, at + 11)));
                  }
                }))
        .run(false);
    assertThat(losses).hasSize(3);
    assertThat(losses.get(2)).isLessThan(0.7 * losses.get(0));
  }

  @Test
  void aFolderWithARunInItIsNotOverwritten() throws IOException {
    Path head = folder.resolve("head.fdh");
    HeadCache.write(TestHeads.ellipsoid(), head);
    Path output = Files.createDirectory(folder.resolve("run"));
    Files.writeString(output.resolve("checkpoint.safetensors"), "precious");
    assertThatThrownBy(() -> new Trainer(config(head, output, 6, 1), SILENCE).run(false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("--resume");
    assertThat(output.resolve("checkpoint.safetensors")).hasContent("precious");
  }

  /** What a run's history says, without the figures that depend on the machine. */
  private static List<Scalars> untimed(Path output) throws IOException {
    try (TrainingHistory history =
        TrainingHistory.open(output.resolve("history.jsonl"), Long.MAX_VALUE)) {
      return history.all().stream()
          .map(
              scalars -> {
                Map<String, Double> values = new TreeMap<>(scalars.values());
                values.keySet().removeIf(tag -> tag.startsWith("throughput/"));
                return new Scalars(scalars.step(), 0, values);
              })
          .toList();
    }
  }

  private static TrainingConfig config(Path head, Path output, int steps, int rendererThreads) {
    return new TrainingConfig(
        head.toString(),
        output,
        1L,
        4,
        3,
        true,
        null,
        2,
        List.of(new TrainingConfig.Stage(32, 2, 3), new TrainingConfig.Stage(48, 2, steps - 3)),
        null,
        null,
        2,
        null,
        null,
        3,
        1,
        rendererThreads,
        null);
  }

  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
