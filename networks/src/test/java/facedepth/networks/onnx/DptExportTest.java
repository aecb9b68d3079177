package facedepth.networks.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.networks.Dpt;
import facedepth.networks.DptConfig;
import facedepth.networks.Parameter;
import facedepth.networks.SmallDpts;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("try")
class DptExportTest {
  @TempDir Path folder;

  @BeforeAll
  static void oneThread() {
    TorchRuntime.setThreads(1);
  }

  /**
   * One graph, asked at the size of its positions, a larger, a smaller, and odd multiples of 16.
   */
  @ParameterizedTest
  @CsvSource({
    "plain, false, 1e-5",
    "hybrid, false, 1e-5",
    "masked, false, 1e-5",
    "clipped, true, 2e-2"
  })
  void graphAnswersAsLibtorchAtEverySize(String name, boolean half, double bound) throws Exception {
    DptConfig config = SmallDpts.named(name);
    Dpt definition = new Dpt(config);
    StateDict weights = lively(definition);
    Path file = folder.resolve("network.onnx");
    OnnxExport.write(definition, weights, Map.of(), new OnnxOptions(half, true), file);
    try (TorchNetwork torch = TorchNetwork.create(definition, weights);
        OnnxRunner runner = new OnnxRunner(file, 1)) {
      torch.train(false);
      for (long[] size : new long[][] {{48, 48}, {64, 96}, {32, 32}, {80, 112}}) {
        float[] image = image((int) (2 * 3 * size[0] * size[1]));
        float[] expected = answer(torch, image, size);
        Map<String, float[]> outputs = runner.run(image, 2, 3, size[0], size[1]);
        assertThat(outputs.keySet())
            .containsExactlyElementsOf(
                config.outChannels() == 1 ? List.of("depth") : List.of("depth", "mask_logits"));
        float[] actual = joined(outputs, (int) (size[0] * size[1]));
        assertThat(worst(actual, expected)).isLessThan(bound * range(expected));
        assertThat(least(actual) < 0).isEqualTo(!config.nonNegative());
      }
    }
  }

  /** Weights that leave nothing out: normalisations that scale and shift, biases, a wide range. */
  private static StateDict lively(Dpt definition) {
    Random random = new Random(11);
    Map<String, StateTensor> entries = new LinkedHashMap<>();
    for (Parameter parameter : definition.parameters()) {
      float[] values = new float[(int) parameter.count()];
      long[] shape = parameter.shape();
      double fan = shape.length < 2 ? 1 : (double) values.length / shape[0];
      boolean gain = shape.length == 1 && parameter.name().endsWith("weight");
      for (int i = 0; i < values.length; i++) {
        double spread = shape.length == 1 ? 0.2 : 1.2 / Math.sqrt(fan);
        values[i] = (float) ((gain ? 1 : 0) + spread * random.nextGaussian());
      }
      entries.put(parameter.name(), StateTensor.of(values, shape));
    }
    return new StateDict(entries);
  }

  private static float[] answer(TorchNetwork network, float[] image, long[] size) {
    float[] normalised = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      normalised[i] = (float) ((image[i] / 255.0 - 0.5) / 0.5);
    }
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      return Tensors.toArray(network.forward(Tensors.of(normalised, 2, 3, size[0], size[1])));
    }
  }

  /** The outputs' channels as libtorch has them: picture by picture. */
  private static float[] joined(Map<String, float[]> outputs, int plane) {
    float[] joined = new float[outputs.size() * 2 * plane];
    int at = 0;
    for (int picture = 0; picture < 2; picture++) {
      for (float[] output : outputs.values()) {
        System.arraycopy(output, picture * plane, joined, at, plane);
        at += plane;
      }
    }
    return joined;
  }

  private static float[] image(int count) {
    Random random = new Random(3);
    float[] image = new float[count];
    for (int i = 0; i < count; i++) {
      image[i] = random.nextInt(256);
    }
    return image;
  }

  private static double worst(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      worst = Math.max(worst, Math.abs((double) actual[i] - expected[i]));
    }
    return worst;
  }

  private static double least(float[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (float value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static double range(float[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      most = Math.max(most, value);
    }
    return most - least(values);
  }
}
