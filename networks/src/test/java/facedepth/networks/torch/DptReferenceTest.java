package facedepth.networks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.networks.Dpt;
import facedepth.networks.DptConfig;
import facedepth.networks.Npy;
import facedepth.networks.Parameter;
import facedepth.networks.Reference;
import facedepth.networks.ReferenceWeights;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what MiDaS's three networks answer. */
@SuppressWarnings("try")
class DptReferenceTest {
  @BeforeAll
  static void oneThread() {
    TorchRuntime.setThreads(1);
  }

  @ParameterizedTest
  @CsvSource({"dpt-base, vitb16_384", "dpt-large, vitl16_384", "dpt-hybrid, vitb_rn50_384"})
  void declaresTheOriginalsEntriesInOrder(String architecture, String backbone)
      throws IOException {
    List<String> expected = Files.readAllLines(Reference.file("dpt/" + backbone + "/keys.tsv"));
    List<String> declared =
        new Dpt(DptConfig.named(architecture).orElseThrow())
            .parameters().stream().map(DptReferenceTest::row).toList();
    assertThat(declared).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "dpt-base, vitb16_384, 0.3, 128x128 160x96 384x384, 1e-4",
    "dpt-large, vitl16_384, 1.0, 128x128 160x96 384x384, 1e-4",
    "dpt-hybrid, vitb_rn50_384, 1.2, 128x128 160x96 384x384, 1e-3",
  })
  void answersAsTheOriginal(
      String architecture, String backbone, float lastBias, String sizes, double bound)
      throws IOException {
    Dpt definition =
        new Dpt(DptConfig.named(architecture).orElseThrow().withNonNegative(false));
    Reference.file("dpt"); // before the long work
    try (TorchNetwork network =
        TorchNetwork.create(definition, ReferenceWeights.of(definition, lastBias))) {
      network.train(false);
      for (String size : sizes.split(" ", -1)) {
        long start = System.nanoTime();
        float[] answer = answer(network, size);
        float[] expected =
            Npy.read(Reference.file("dpt/" + backbone + "/out_" + size + "_raw.npy")).values();
        System.out.println(architecture + " " + size + " " + worst(answer, expected) + " s " + (System.nanoTime() - start) * 1e-9);
        assertThat(worst(answer, expected)).as(size).isLessThan(bound);
      }
    }
  }

  private static float[] answer(TorchNetwork network, String size) throws IOException {
    BufferedImage image = ImageIO.read(Reference.file("dpt/input_" + size + ".png").toFile());
    int height = image.getHeight();
    int width = image.getWidth();
    float[] values = new float[3 * height * width];
    for (int i = 0; i < values.length; i++) {
      int pixel = i % (height * width);
      int rgb = image.getRGB(pixel % width, pixel / width);
      int value = rgb >> 16 - 8 * (i / (height * width)) & 0xff;
      values[i] = (value / 255f - 0.5f) / 0.5f;
    }
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      return Tensors.toArray(network.forward(Tensors.of(values, 1, 3, height, width)));
    }
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
