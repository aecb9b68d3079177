package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import facedepth.networks.checkpoint.Safetensors;
import facedepth.networks.torch.TorchDevice;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerTest {
  private static final TrainingListener SILENCE = new TrainingLog(line -> {});

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "'schedule: {warmupSteps: 2}', rendered",
    "'network: {architecture: dpt-tiny}', rendered",
    "'schedule: {warmupSteps: 2}', shared",
    "'schedule: {kind: plateau, every: 2, patience: 0, threshold: 0.9}', rendered",
    "'schedule: {kind: constant, warmupSteps: 0}', synface",
    "'schedule: {kind: plateau, every: 2, patience: 0, threshold: 0.9}', eg3d"
  })
  void aRunThatIsCutInTwoEndsWithTheSameWeights(String schedule, String data) throws Exception {
    String rest = schedule + "\n" + data(data);
    Path whole = folder.resolve("whole");
    new Trainer(config(whole, rest, 1), SILENCE).run(false);

    Path halves = folder.resolve("halves");
    Trainer interrupted =
        new Trainer(
            config(halves, rest, 2),
            new TrainingLog(
                line -> {
                  if (line.startsWith("step 3 validation")) {
                    throw new Interruption();
                  }
                }));
    assertThatThrownBy(() -> interrupted.run(false)).isInstanceOf(Interruption.class);
    new Trainer(config(halves, rest, 1), SILENCE).run(true);

    Safetensors a = Safetensors.read(whole.resolve("checkpoint.safetensors"));
    Safetensors b = Safetensors.read(halves.resolve("checkpoint.safetensors"));
    assertThat(b.metadata()).containsEntry("step", "6").isEqualTo(a.metadata());
    assertThat(b.tensors().names()).isEqualTo(a.tensors().names());
    for (String name : a.tensors().names()) {
      assertThat(b.tensors().get(name).values()).as(name).isEqualTo(a.tensors().get(name).values());
    }
    assertThat(whole.resolve("model.onnx")).isRegularFile();
    List<Scalars> history = untimed(whole);
    assertThat(history).extracting(Scalars::step).containsExactly(3L, 3L, 6L, 6L);
    assertThat(untimed(halves)).isEqualTo(history);
    if (schedule.contains("plateau")) {
      assertThat(Double.parseDouble(a.metadata().get("plateau.rate")))
          .as("the schedule has done something")
          .isLessThan(1e-3);
    }
  }

  /** What to learn from, and what can be learned from it. */
  private String data(String kind) throws IOException {
    String origins =
        """
        losses: {minMax: 1}
        optimiser: {kind: adam, learningRate: 1.0e-3, clipNorm: 0, averaging: 0}
        """;
    return switch (kind) {
      case "rendered" -> {
        Path head = folder.resolve("head.fdh");
        HeadCache.write(TestHeads.ellipsoid(), head);
        String plain = "data: {headModel: " + head + ", takes: 2, heldOut: 2, threads: %d}\n";
        yield plain + "optimiser: {learningRate: 9.0e-4}\n";
      }
      case "shared" ->
          data("synface")
              + """
              stages: [{resolution: 32, batch: 16, steps: 3}, {resolution: 48, batch: 16, steps: 3}]
              threads: 2
              """;
      case "synface" ->
          "data: {folders: [%s], heldOut: 2, threads: %%d}\n"
              .formatted(TestFolders.synface(folder.resolve("set"), 7, 40));
      default ->
          "data: {folders: [%s], heldOut: 2, threads: %%d}\n"
                  .formatted(TestFolders.eg3d(folder.resolve("set"), 7, 48))
              + origins;
    };
  }

  @Test
  void trainingLowersTheError() throws Exception {
    Path head = folder.resolve("head.fdh");
    HeadCache.write(TestHeads.ellipsoid(), head);
    java.util.ArrayList<Double> losses = new java.util.ArrayList<>();
    TrainingConfig config =
        ConfigReader.read(
            "test",
            """
            output: %s
            seed: 3
            network: {startFilters: 4, blocks: 3, patch: 1}
            data: {headModel: %s, takes: 1, heldOut: 2, threads: 1}
            stages: [{resolution: 32, batch: 8, steps: 60}]
            optimiser: {learningRate: 5.0e-3, averaging: 0.9}
            schedule: {warmupSteps: 5}
            checkpointEvery: 60
            threads: 1
            """
                .formatted(folder.resolve("run"), head));
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
  void aGpuThatIsNotThereEndsTheRunBeforeItBegins() throws Exception {
    assumeFalse(TorchDevice.hasCuda(), "this machine has a GPU");
    TestFolders.synface(folder.resolve("set"), 7, 40);
    String rest =
        "data: {folders: [%s], heldOut: 2}\ndevice: cuda\n".formatted(folder.resolve("set"));
    Path output = folder.resolve("run");
    assertThatThrownBy(() -> new Trainer(config(output, rest, 1), SILENCE).run(false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no CUDA device");
    assertThat(output.resolve("history.jsonl")).doesNotExist();
  }

  @Test
  void saysWhatItIsTrainedOnAndHowFastEachSideIs() throws Exception {
    Path set = TestFolders.synface(folder.resolve("set"), 7, 40);
    List<String> lines = new java.util.ArrayList<>();
    String rest =
        "data: {folders: [%s], heldOut: 2, faults: true}\ndevice: auto\nprecision: bfloat16\n"
            .formatted(set);
    new Trainer(config(folder.resolve("run"), rest, 1), new TrainingLog(lines::add)).run(false);
    assertThat(lines.get(0)).isEqualTo("training on " + TorchDevice.best() + ", bfloat16");
    assertThat(lines.get(1)).containsPattern("images/s \\(network [0-9.]+, pictures [0-9.]+\\)");
  }

  /** A number that is none stops the run at once, and what was saved before is still there. */
  @Test
  void aRunThatDivergesKeepsTheLastGoodWeights() throws Exception {
    Path set = TestFolders.synface(folder.resolve("set"), 7, 40);
    Path output = folder.resolve("run");
    String rest =
        "data: {folders: [%s], heldOut: 2}\n".formatted(set)
            + "optimiser: {learningRate: 1.0e+38, clipNorm: 0}\nschedule: {kind: %s}\n";
    List<String> lines = new java.util.ArrayList<>();
    assertThatThrownBy(
            () ->
                new Trainer(
                        config(output, rest.formatted("constant, warmupSteps: 0"), 1),
                        new TrainingLog(lines::add))
                    .run(false))
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("diverged at step");
    assertThat(output.resolve("report.html")).content().contains("stopped");
  }

  @Test
  void aFolderWithARunInItIsNotOverwritten() throws IOException {
    Path output = Files.createDirectory(folder.resolve("run"));
    Files.writeString(output.resolve("checkpoint.safetensors"), "precious");
    assertThatThrownBy(() -> new Trainer(config(output, "", 1), SILENCE).run(false))
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

  private static TrainingConfig config(Path output, String rest, int threads) throws IOException {
    return ConfigReader.read(
        "test",
        """
        output: %s
        checkpointEvery: 3
        """
                .formatted(output)
            + (rest.contains("stages:")
                ? ""
                : """
                stages: [{resolution: 32, batch: 2, steps: 3}, {resolution: 48, batch: 2, steps: 3}]
                threads: 1
                """)
            + (rest.contains("network:") ? "" : "network: {startFilters: 4, blocks: 3, patch: 1}\n")
            + rest.formatted(threads));
  }

  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
