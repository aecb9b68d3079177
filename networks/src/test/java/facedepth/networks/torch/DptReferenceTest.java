package facedepth.networks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.networks.Dpt;
import facedepth.networks.DptConfig;
import facedepth.networks.Npy;
import facedepth.networks.Parameter;
import facedepth.networks.Pictures;
import facedepth.networks.Reference;
import facedepth.networks.ReferenceWeights;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.TorchSave;
import facedepth.networks.onnx.Conversion;
import facedepth.networks.onnx.OnnxExport;
import facedepth.networks.onnx.OnnxOptions;
import facedepth.networks.onnx.OnnxRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what MiDaS's three networks answer. */
@SuppressWarnings("try")
class DptReferenceTest {
  @TempDir Path folder;

  @BeforeAll
  static void oneThread() {
    TorchRuntime.setThreads(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dpt-base", "dpt-large", "dpt-hybrid"})
  void declaresTheOriginalsEntriesInOrder(String architecture) throws IOException {
    Path keys = Reference.file("dpt/" + ReferenceWeights.backbone(architecture) + "/keys.tsv");
    List<String> declared =
        definition(architecture).parameters().stream().map(DptReferenceTest::row).toList();
    assertThat(declared).containsExactlyElementsOf(Files.readAllLines(keys));
  }

  /** All sizes, and the graphs of all three, are compared by {@code DptParity}. */
  @ParameterizedTest
  @CsvSource({
    "dpt-base, 160x96, 1e-4",
    "dpt-base, 384x384, 1e-4",
    "dpt-large, 128x128, 1e-4",
    "dpt-hybrid, 160x96, 1e-3"
  })
  void answersAsTheOriginal(String architecture, String size, double bound) throws IOException {
    StateTensor expected = expected(architecture, size);
    Dpt definition = definition(architecture);
    float[] image =
        Pictures.normalised(Pictures.planes(Reference.file("dpt/input_" + size + ".png")));
    try (TorchNetwork network = TorchNetwork.create(definition, ReferenceWeights.of(definition));
        PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      network.train(false);
      long[] sides = expected.shape();
      Tensor answer =
          network.forward(
              Tensors.of(image, 1, 3, sides[sides.length - 2], sides[sides.length - 1]));
      assertThat(worst(Tensors.toArray(answer), expected.values())).isLessThan(bound);
    }
  }

  /** Through a checkpoint as the original writes it, and the command's own conversion. */
  @ParameterizedTest
  @CsvSource({"dpt-base, 160x96, 1e-4", "dpt-hybrid, 128x128, 1e-3"})
  void graphAnswersAsTheOriginal(String architecture, String size, double bound) throws Exception {
    StateTensor expected = expected(architecture, size);
    Path checkpoint = folder.resolve("Midas_DPT_weights.pt");
    TorchSave.write(ReferenceWeights.of(definition(architecture)), checkpoint);
    Path file = folder.resolve("converted.onnx");
    Conversion.convert(checkpoint, architecture, file, OnnxOptions.DEFAULT);
    Files.delete(checkpoint);
    float[] image = Pictures.planes(Reference.file("dpt/input_" + size + ".png"));
    try (OnnxRunner runner = new OnnxRunner(file, 1)) {
      long[] sides = expected.shape();
      Map<String, float[]> outputs =
          runner.run(image, 1, 3, sides[sides.length - 2], sides[sides.length - 1]);
      assertThat(worst(outputs.get(OnnxExport.DEPTH), expected.values())).isLessThan(bound);
    }
  }

  private static StateTensor expected(String architecture, String size) throws IOException {
    String folder = "dpt/" + ReferenceWeights.backbone(architecture);
    return Npy.read(Reference.file(folder + "/out_" + size + "_raw.npy"));
  }

  private static Dpt definition(String architecture) {
    return new Dpt(DptConfig.named(architecture).orElseThrow().withNonNegative(false));
  }

  private static double worst(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      worst = Math.max(worst, Math.abs((double) actual[i] - expected[i]));
    }
    return worst;
  }

  private static String row(Parameter parameter) {
    String shape =
        Arrays.stream(parameter.shape()).mapToObj(Long::toString).collect(Collectors.joining("x"));
    return String.join("\t", parameter.name(), "float32", shape);
  }
}
