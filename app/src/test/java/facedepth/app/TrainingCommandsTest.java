package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.HeadCache;
import facedepth.synthesis.TestHeads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            headModel: head
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

  @ParameterizedTest
  @ValueSource(strings = {"--count 0", "--count 2 --size 33", "--count 2 --size 8", ""})
  void wrongSyntheticFacesAreWrongUsage(String options) {
    String common = "synthesize --face-model " + folder + " --output " + folder + " ";
    CommandRun run = CommandRun.of((Object[]) (common + options).strip().split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines()).singleElement().asString().contains("facedepth synthesize --help");
  }

  @Test
  void aFolderThatIsNoHeadModelIsOneLine() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    for (Path model : List.of(empty, folder.resolve("missing"))) {
      Path output = folder.resolve("output");
      CommandRun run =
          CommandRun.of("synthesize", "--count", 1, "--face-model", model, "--output", output);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errorLines())
          .singleElement()
          .asString()
          .contains(model.toString())
          .doesNotContain("unexpected");
    }
  }

  @Test
  void theSameSeedGivesTheSameFacesOnAnyNumberOfThreads() throws IOException {
    Path head = folder.resolve("head.fdh");
    HeadCache.write(TestHeads.ellipsoid(), head);
    byte[] first = rendered(head, "one", 1);
    byte[] second = rendered(head, "two", 2);
    assertThat(second).isEqualTo(first);
  }

  private byte[] rendered(Path head, String name, int threads) throws IOException {
    Path output = folder.resolve(name);
    CommandRun run =
        CommandRun.of(
            "synthesize",
            "--count",
            3,
            "--size",
            64,
            "--threads",
            threads,
            "--face-model",
            head,
            "--output",
            output);
    assertThat(run.err()).isEmpty();
    try (Stream<Path> files = Files.list(output)) {
      assertThat(files.filter(file -> !file.toString().endsWith(".fdh"))).hasSize(13);
    }
    return Files.readAllBytes(output.resolve("000002.png"));
  }
}
