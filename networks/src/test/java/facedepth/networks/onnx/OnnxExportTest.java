package facedepth.networks.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.Network;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("try")
class OnnxExportTest {
  @TempDir Path folder;

  @BeforeAll
  static void oneThread() {
    TorchRuntime.setThreads(1);
  }

  @ParameterizedTest
  @CsvSource({
    "64, 64, 5, true, 1, 1, 0, 0, 0, 0, true, false",
    "75, 101, 5, true, 2, 1, 0, 0, 0, 0, true, false",
    "75, 101, 5, true, 2, 1, 0, 0, 0, 0, false, false",
    "33, 17, 4, false, 2, 1, 0, 0, 0, 0, true, false",
    "48, 80, 3, true, 2, 1, 0, 0, 0, 0, true, true",
    "64, 96, 4, true, 2, 2, 0, 0, 0, 0, true, false",
    "96, 64, 3, true, 1, 4, 0, 0, 0, 0, true, false",
    "64, 96, 4, true, 2, 2, 3, 0, 0, 0, true, false",
    "96, 64, 3, true, 1, 4, 2, 0, 0, 2, false, false",
    "96, 64, 3, true, 2, 2, 3, 6, 3, 1, true, false",
    "40, 72, 4, false, 1, 1, 0, 5, 2, 0, true, true",
  })
  void graphAnswersAsLibtorch(
      int height,
      int width,
      int blocks,
      boolean attention,
      int outChannels,
      int patch,
      int detail,
      int plane,
      int corners,
      int deep,
      boolean fold,
      boolean half)
      throws Exception {
    AttentionUNet network =
        new AttentionUNet(
            new AttentionUNetConfig(
                3,
                outChannels,
                4,
                blocks,
                attention,
                patch,
                detail,
                plane,
                corners,
                deep,
                List.of(1, 1)));
    float[] image = image(2 * 3 * height * width);
    StateDict weights;
    float[] expected;
    try (TorchNetwork torch = TorchNetwork.create(network, audible(network));
        PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Tensor input = Tensors.of(normalised(image), 2, 3, height, width);
      for (int i = 0; i < 5; i++) {
        torch.forward(input); // moves the running statistics away from 0 and 1
      }
      torch.train(false);
      weights = torch.stateDict();
      expected = Tensors.toArray(torch.forward(input));
    }
    Path file = folder.resolve("network.onnx");
    OnnxExport.write(
        network, weights, Map.of("trained.by", "a test"), new OnnxOptions(half, fold), file);

    try (OnnxRunner runner = new OnnxRunner(file, 1)) {
      Map<String, float[]> outputs = runner.run(image, 2, 3, height, width);
      assertThat(outputs.keySet())
          .containsExactlyElementsOf(
              outChannels == 1 ? List.of("depth") : List.of("depth", "mask_logits"));
      double range = range(expected);
      int pixels = height * width;
      for (int n = 0; n < 2; n++) {
        for (int c = 0; c < outChannels; c++) {
          float[] output = outputs.get(c == 0 ? "depth" : "mask_logits");
          for (int i = 0; i < pixels; i++) {
            assertThat((double) output[n * pixels + i])
                .isCloseTo(
                    expected[(n * outChannels + c) * pixels + i],
                    within((half ? 1e-2 : 1e-4) * range));
          }
        }
      }
      assertThat(runner.metadata())
          .containsEntry("trained.by", "a test")
          .containsEntry("facedepth.architecture", "attention-unet")
          .containsEntry("facedepth.input", "rgb255");
    }
  }

  @Test
  void halfWeightsHalveTheFile() throws Exception {
    AttentionUNet network = new AttentionUNet(new AttentionUNetConfig(3, 2, 16, 5, true));
    StateDict weights = InitialWeights.of(network, 1);
    Path full = folder.resolve("full.onnx");
    Path half = folder.resolve("half.onnx");
    OnnxExport.write(network, weights, Map.of(), OnnxOptions.DEFAULT, full);
    OnnxExport.write(network, weights, Map.of(), OnnxOptions.HALF_WEIGHTS, half);
    assertThat((double) Files.size(half)).isLessThan(0.51 * Files.size(full));
  }

  @Test
  void foldingLeavesNoNormalisation() throws IOException {
    AttentionUNet network = new AttentionUNet(new AttentionUNetConfig(3, 2, 4, 5, true));
    StateDict weights = InitialWeights.of(network, 1);
    assertThat(operators(network, weights, OnnxOptions.DEFAULT))
        .doesNotContain("BatchNormalization");
    assertThat(operators(network, weights, new OnnxOptions(false, false)))
        .contains("BatchNormalization");
  }

  @Test
  void refusesThreeOutputs() {
    AttentionUNet network = new AttentionUNet(new AttentionUNetConfig(3, 3, 4, 5, true));
    StateDict weights = InitialWeights.of(network, 1);
    Path file = folder.resolve("network.onnx");
    assertThatThrownBy(
            () -> OnnxExport.write(network, weights, Map.of(), OnnxOptions.DEFAULT, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outChannels");
  }

  private List<String> operators(AttentionUNet network, StateDict weights, OnnxOptions options)
      throws IOException {
    Path file = folder.resolve("network.onnx");
    OnnxExport.write(network, weights, Map.of(), options, file);
    return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph().getNodeList().stream()
        .map(node -> node.getOpType())
        .toList();
  }

  /** First weights, and random ones for those that begin as zero. */
  private static StateDict audible(Network network) {
    Map<String, StateTensor> weights = new LinkedHashMap<>(InitialWeights.of(network, 7).entries());
    for (String silent :
        List.of(
            "detail.conv2.weight",
            "plane.corners.weight",
            "deep.0.conv2.weight",
            "deep.1.conv2.weight")) {
      weights.computeIfPresent(silent, (name, zeros) -> random(zeros.shape()));
    }
    return new StateDict(weights);
  }

  private static StateTensor random(long... shape) {
    float[] values =
        new float[Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact))];
    Random random = new Random(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.2f * (float) random.nextGaussian();
    }
    return StateTensor.of(values, shape);
  }

  private static float[] image(int count) {
    Random random = new Random(3);
    float[] image = new float[count];
    for (int i = 0; i < count; i++) {
      image[i] = random.nextInt(256);
    }
    return image;
  }

  private static float[] normalised(float[] image) {
    float[] normalised = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      normalised[i] = (float) ((image[i] / 255.0 - 0.5) / 0.5);
    }
    return normalised;
  }

  private static double range(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1] - sorted[0];
  }
}
