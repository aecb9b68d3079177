package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final Path MODEL = Repository.root().resolve("models/default.onnx");

  @TempDir Path folder;

  @Test
  void theDefaultModelBeatsAFlatFaceOnFacesThatItHasNeverSeen() throws Exception {
    assumeTrue(Files.exists(MODEL), "models/default.onnx is not there");
    Path data = folder.resolve("faces");
    CommandRun made =
        CommandRun.of(
            "synthesize",
            "--count",
            "6",
            "--size",
            "128",
            "--seed",
            "77",
            "--faces-only",
            "--output",
            data.toString());
    assertThat(made.exitCode()).isZero();
    Path report = folder.resolve("report");
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--model",
            MODEL.toString(),
            "--data",
            data.toString(),
            "--output",
            report.toString());
    assertThat(run.exitCode()).isZero();
    JsonNode overall =
        new ObjectMapper()
            .readTree(report.resolve("evaluation.json").toFile())
            .at("/evaluation/overall");
    double model = overall.path("default.onnx").path("rootMeanSquare").asDouble();
    double flat = overall.path("flat depth").path("rootMeanSquare").asDouble();
    assertThat(model).isPositive().isLessThan(0.8 * flat);
    assertThat(overall.path("mean face").path("unsup3dMad").asDouble()).isPositive();
    assertThat(report.resolve("evaluation.html")).isNotEmptyFile();
    assertThat(Files.readString(report.resolve("evaluation.md"))).contains("By yaw in degrees");
  }

  @Test
  void facesAreRenderedWhereAHeadIsNamed() {
    assumeTrue(Files.exists(MODEL), "models/default.onnx is not there");
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--model",
            MODEL.toString(),
            "--head",
            "builtin",
            "--count",
            "2",
            "--size",
            "64",
            "--clean");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("2 faces of the head builtin, 64x64")
        .contains("| default.onnx |")
        .contains("## By light");
  }

  @Test
  void facesComeFromAFolderOrFromAHead() {
    assertThat(CommandRun.of("evaluate").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("evaluate", "--data", "x", "--head", "builtin").exitCode())
        .isEqualTo(2);
    CommandRun run = CommandRun.of("evaluate", "--data", "x", "--clean");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines().get(0)).contains("--clean go with --head");
    assertThat(CommandRun.of("evaluate", "--head", "builtin", "--size", "63").exitCode())
        .isEqualTo(2);
  }

  @Test
  void aFolderWithoutADataSetIsOneLine() throws Exception {
    assumeTrue(Files.exists(MODEL), "models/default.onnx is not there");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CommandRun run =
        CommandRun.of("evaluate", "--model", MODEL.toString(), "--data", empty.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("empty", "no data set");
  }
}
