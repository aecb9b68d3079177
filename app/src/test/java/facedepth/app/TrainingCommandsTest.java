package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.networks.checkpoint.Safetensors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** As Ctrl-C does: the step that is begun is ended and kept. */
  @Test
  void aRunThatIsToldToEndLosesNothing() throws Exception {
    Path output = folder.resolve("run");
    Path config =
        Files.writeString(
            folder.resolve("run.yaml"),
            """
            output: %s
            network: {startFilters: 4, blocks: 3}
            data: {heldOut: 2}
            stages: [{resolution: 32, batch: 16, steps: 1000000}]
            checkpointEvery: 1000000
            """
                .formatted(output));
    Process training = facedepth("train", config.toString());
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = training.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith("step 20/")) {
          training.toHandle().destroy(); // SIGTERM, and what it says is still read
        }
      }
    }
    assertThat(training.waitFor()).as("ended by the signal: %s", said).isEqualTo(143);
    assertThat(said.get(said.size() - 1)).startsWith("facedepth: stopped;").contains("--resume");
    assertThat(Safetensors.read(output.resolve("checkpoint.safetensors")).metadata().get("step"))
        .satisfies(step -> assertThat(Long.parseLong(step)).isGreaterThanOrEqualTo(20));
    assertThat(output.resolve("model.onnx")).isRegularFile();
    assertThat(output.resolve("report.html")).content().contains("stopped");
  }

  /** The program in a process of its own, which can be sent signals. */
  private static Process facedepth(String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add(Main.class.getName());
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.start();
  }
}
