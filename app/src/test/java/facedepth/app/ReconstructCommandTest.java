package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facedepth.geometry.DepthMap;
import facedepth.geometry.NpyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReconstructCommandTest {
  @TempDir static Path models;
  @TempDir Path folder;

  private static Path model;
  private Path output;

  @BeforeAll
  static void makeModel() throws IOException {
    model = TinyModels.face(models.resolve("tiny.onnx"));
  }

  @BeforeEach
  void setUp() {
    output = folder.resolve("output");
  }

  /** Makes a bad input of the given name. */
  interface BadInput {
    void make(Path file) throws IOException;
  }

  static Stream<Arguments> badInputs() {
    return Stream.of(
        bad("missing.jpg", file -> {}, "no such file"),
        bad("text.jpg", Pictures::text, "text.jpg"),
        bad("empty.png", Files::createFile, "empty"),
        bad("truncated.jpg", Pictures::truncatedJpeg, "cut short"),
        bad("dot.png", file -> Pictures.noise(file, 1, 1), "no face"),
        bad("huge.png", file -> Pictures.hugePng(file, 30_000, 30_000), "30000x30000"),
        bad("absurd.png", file -> Pictures.hugePng(file, Integer.MAX_VALUE, 3), "2147483647x3"),
        bad("noise.png", file -> Pictures.noise(file, 200, 160), "no face"),
        bad("folder.jpg", Files::createDirectory, "no image"));
  }

  private static Arguments bad(String name, BadInput input, String reason) {
    return Arguments.of(name, input, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInputs")
  void aBadInputIsOneLineThatNamesIt(String name, BadInput input, String reason)
      throws IOException {
    Path file = folder.resolve(name);
    input.make(file);
    CommandRun run = reconstruct(file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .startsWith("facedepth: " + file + ": ")
        .contains(reason)
        .doesNotContain("unexpected");
    assertThat(run.out()).isEmpty();
    assertNothingWritten();
  }

  @Test
  void allBadInputsTogetherAreOneLineEach() throws IOException {
    List<Arguments> inputs = badInputs().toList();
    for (Arguments input : inputs) {
      ((BadInput) input.get()[1]).make(folder.resolve((String) input.get()[0]));
    }
    Object[] words =
        Stream.concat(
                Stream.of("reconstruct", "--model", model, "--output", output),
                inputs.stream().map(input -> folder.resolve((String) input.get()[0])))
            .toArray();
    CommandRun run = CommandRun.of(words);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).hasSize(inputs.size());
  }

  @Test
  void verboseAddsTheStackTrace() {
    CommandRun run = reconstruct(folder.resolve("missing.jpg"), "--verbose");
    assertThat(run.errorLines()).hasSizeGreaterThan(1).anyMatch(line -> line.contains("\tat "));
  }

  @Test
  void aFileWhereTheOutputFolderShouldBeIsOneLine() throws IOException {
    Path photo = Pictures.noise(folder.resolve("noise.png"), 64, 64);
    Files.createFile(output);
    CommandRun run = reconstruct(photo);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains(output.toString(), "--output");
  }

  @Test
  void aFileAboveTheOutputFolderIsOneLine() throws IOException {
    Path photo = Pictures.noise(folder.resolve("noise.png"), 64, 64);
    output = photo.resolve("deeper").resolve("output");
    CommandRun run = reconstruct(photo);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains(photo.toString(), "is a file", "--output");
  }

  static Stream<Arguments> badModels() {
    return Stream.of(
        bad("missing.onnx", file -> {}, "no such model file"),
        bad("text.onnx", Pictures::text, "cannot load"),
        bad("empty.onnx", Files::createFile, "empty.onnx"),
        bad("inputs.onnx", TinyModels::otherInputs, "takes numbers"),
        bad("depth.onnx", TinyModels::depthOnly, "no face mask"),
        bad("folder.onnx", Files::createDirectory, "is a folder"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badModels")
  void aBadModelEndsTheRunWithOneLineThatNamesIt(String name, BadInput input, String reason)
      throws IOException {
    Path file = folder.resolve(name);
    input.make(file);
    Path first = Pictures.noise(folder.resolve("a.png"), 64, 64);
    Path second = Pictures.noise(folder.resolve("b.png"), 64, 64);
    CommandRun run =
        CommandRun.of("reconstruct", "--model", file, "--output", output, first, second);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains(file.toString(), reason)
        .doesNotContain("unexpected");
    assertNothingWritten();
  }

  @ParameterizedTest
  @MethodSource("wrongUsages")
  void wrongUsageIsOneLineAndExitCode2(List<String> options, String reason) {
    CommandRun run =
        CommandRun.of(Stream.concat(Stream.of("reconstruct"), options.stream()).toArray());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains(reason, "facedepth reconstruct --help");
  }

  static Stream<Arguments> wrongUsages() {
    return Stream.of(
        Arguments.of(List.of(), "PHOTO_OR_DIR"),
        Arguments.of(List.of("a.jpg", "--faces", "some"), "largest"),
        Arguments.of(List.of("a.jpg", "--format", "glb,fbx", "--model", "a.onnx"), "fbx"),
        Arguments.of(List.of("a.jpg", "--focal-length", "-3"), "--focal-length"),
        Arguments.of(List.of("a.jpg", "--focal-length", "long"), "long"),
        Arguments.of(List.of("a.jpg", "--threads", "0"), "--threads"),
        Arguments.of(List.of("a.jpg", "--treads", "2"), "--treads"));
  }

  @Test
  void helpStatesTheDefaults() {
    CommandRun run = CommandRun.of("reconstruct", "--help");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("facedepth-output", "glb,obj", "Default: largest");
  }

  @Test
  void theExampleComesOutWholeAmongBadInputs() throws IOException {
    Path example = Repository.root().resolve("examples/portrait.png");
    Path defaultModel = Repository.root().resolve("models/default.onnx");
    assumeTrue(Files.exists(example), "examples/portrait.png is not there");
    assumeTrue(Files.exists(defaultModel), "models/default.onnx is not there");
    Path bad = Pictures.text(folder.resolve("bad.jpg"));
    Object[] words = {
      "reconstruct",
      bad,
      example,
      "--format",
      "glb,obj,ply,stl",
      "--model",
      defaultModel,
      "--output",
      output
    };
    CommandRun run = CommandRun.of(words);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines()).singleElement().asString().contains("bad.jpg");
    Path written = output.resolve("portrait");
    assertThat(run.out()).isEqualTo(written + "\n");
    assertThat(list(written))
        .containsExactlyInAnyOrder(
            "depth.npy",
            "depth.png",
            "mask.png",
            "mesh.glb",
            "mesh.obj",
            "mesh.mtl",
            "mesh.ply",
            "mesh.stl",
            "texture.jpg",
            "preview.png",
            "reconstruction.json");
    int[] shape = NpyFile.read(written.resolve("depth.npy")).shape();
    DepthMap depth =
        new DepthMap(shape[1], shape[0], NpyFile.read(written.resolve("depth.npy")).floats());
    assertThat(depth.faceArea()).isGreaterThan(depth.values().length / 10);
    assertThat(depth.median()).isEqualTo(0f);

    CommandRun again = CommandRun.of(words);
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.errorLines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("portrait", "--overwrite"));
    Path mesh = folder.resolve("mesh.glb");
    CommandRun meshed =
        CommandRun.of("mesh", written.resolve("depth.png"), "--image", example, "--output", mesh);
    assertThat(meshed.err()).isEmpty();
    assertThat(mesh).isNotEmptyFile();
  }

  private CommandRun reconstruct(Object... words) {
    return CommandRun.of(
        Stream.concat(
                Stream.of("reconstruct", "--model", model, "--output", output), Stream.of(words))
            .toArray());
  }

  private void assertNothingWritten() throws IOException {
    if (Files.exists(output)) {
      assertThat(list(output)).isEmpty();
    }
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
