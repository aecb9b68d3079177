package facedepth.networks.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.BatchNorm2d;
import facedepth.networks.Conv2d;
import facedepth.networks.Network;
import facedepth.networks.Npy;
import facedepth.networks.Ops;
import facedepth.networks.Parameter;
import facedepth.networks.Reference;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.Checkpoint;
import facedepth.networks.onnx.Conversion;
import facedepth.networks.onnx.OnnxExport;
import facedepth.networks.onnx.OnnxOptions;
import facedepth.networks.onnx.OnnxRunner;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what the original answers with 4 start filters. */
@SuppressWarnings("try")
class AttentionUNetReferenceTest {
  private static final String FOLDER = "attention-unet-4/";
  private static final double BOUND = 5e-5;

  @TempDir Path folder;

  @BeforeAll
  static void oneThread() {
    TorchRuntime.setThreads(1);
  }

  @Test
  void declaresTheOriginalsEntriesInOrder() throws IOException {
    List<String> expected = Files.readAllLines(Reference.file(FOLDER + "keys.tsv"));
    List<String> declared =
        new AttentionUNet(new AttentionUNetConfig(3, 1, 4, 5, true))
            .parameters().stream().map(AttentionUNetReferenceTest::row).toList();
    assertThat(declared).containsExactlyElementsOf(expected);
  }

  @Test
  void originHasItsNumberOfParameters() {
    assertThat(trained(AttentionUNetConfig.ORIGIN)).isEqualTo(8_987_429);
    assertThat(trained(new AttentionUNetConfig(3, 1, 32, 5, false))).isEqualTo(8_637_345);
  }

  @ParameterizedTest
  @CsvSource({
    "unet_seed.pt, 128x128",
    "unet_seed.pt, 192x160",
    "unet_seed.pt, 101x75",
    "unet_seed_legacy.pt, 101x75",
  })
  void answersAsTheOriginal(String checkpoint, String size) throws IOException {
    StateDict weights = Checkpoint.read(Reference.file(FOLDER + checkpoint));
    StateTensor image = Npy.read(Reference.file(FOLDER + "in_" + size + ".npy"));
    StateTensor expected = Npy.read(Reference.file(FOLDER + "out_" + size + ".npy"));
    try (TorchNetwork network = TorchNetwork.create(definition(weights), weights);
        PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      network.train(false);
      Tensor answer = network.forward(tensor(image));
      assertClose(Tensors.toArray(answer), expected.values(), BOUND, size);
    }
  }

  @Test
  void readsTheSameFromEveryContainer() throws IOException {
    // The one with epoch and optimiser was saved after the training steps.
    assertSame(
        Checkpoint.read(Reference.file(FOLDER + "unet_seed_legacy.pt")),
        Checkpoint.read(Reference.file(FOLDER + "unet_seed.pt")));
    assertSame(
        Checkpoint.read(Reference.file(FOLDER + "unet_seed_checkpoint.pth")),
        Checkpoint.read(Reference.file(FOLDER + "train_state_after.pt")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"128x128", "192x160", "101x75"})
  void graphAnswersAsTheOriginal(String size) throws Exception {
    StateTensor normalised = Npy.read(Reference.file(FOLDER + "in_" + size + ".npy"));
    StateTensor expected = Npy.read(Reference.file(FOLDER + "out_" + size + ".npy"));
    float[] image = new float[normalised.values().length];
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.round((normalised.values()[i] * 0.5 + 0.5) * 255);
    }
    Path file = folder.resolve("converted.onnx");
    Conversion.convert(
        Reference.file(FOLDER + "unet_seed.pt"), "attention-unet", file, OnnxOptions.DEFAULT);
    try (OnnxRunner runner = new OnnxRunner(file, 1)) {
      Map<String, float[]> outputs = runner.run(image, batched(normalised.shape()));
      assertThat(outputs).containsOnlyKeys(OnnxExport.DEPTH);
      assertClose(outputs.get(OnnxExport.DEPTH), expected.values(), BOUND, size);
    }
  }

  @Test
  void agreesAtEveryTap() throws IOException {
    StateDict weights = Checkpoint.read(Reference.file(FOLDER + "unet_seed.pt"));
    StateTensor image = Npy.read(Reference.file(FOLDER + "in_128x128.npy"));
    Network definition = definition(weights);
    try (TorchNetwork network = TorchNetwork.create(definition, weights);
        PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      network.train(false);
      Map<String, float[]> taps = new TreeMap<>();
      definition.apply(recording(network.ops(), taps), tensor(image));
      assertThat(taps).hasSize(26);
      for (Map.Entry<String, float[]> tap : taps.entrySet()) {
        StateTensor expected =
            Npy.read(Reference.file(FOLDER + "taps_128x128/" + tap.getKey() + ".npy"));
        assertClose(tap.getValue(), expected.values(), BOUND, tap.getKey());
      }
    }
  }

  @Test
  void trainsAsTheOriginal() throws IOException {
    JsonNode reference =
        new ObjectMapper().readTree(Reference.file(FOLDER + "train_ref.json").toFile());
    JsonNode truth = reference.get("float64");
    StateDict weights = Checkpoint.read(Reference.file(FOLDER + "unet_seed.pt"));
    AttentionUNet definition = definition(weights);
    double[] bounds = {1e-6, 5e-5, 1e-3};
    try (TorchNetwork network = TorchNetwork.create(definition, weights);
        PointerScope life = new PointerScope();
        Adam adam =
            new Adam(network.parameterVector(), new AdamOptions(reference.get("lr").asDouble()))) {
      Tensor image = tensor(Npy.read(Reference.file(FOLDER + "train_in.npy")));
      StateTensor target = Npy.read(Reference.file(FOLDER + "train_gt.npy"));
      StateTensor prediction = Npy.read(Reference.file(FOLDER + "train_pred_step1.npy"));
      for (int step = 0; step < 3; step++) {
        Tensor answer = network.forward(image);
        if (step == 0) {
          assertClose(Tensors.toArray(answer), prediction.values(), BOUND, "prediction");
        }
        Tensor loss = torch.l1_loss(answer, Tensors.of(target.values(), 2, 1, 64, 64));
        adam.zero_grad();
        loss.backward();
        if (step == 0) {
          assertGradients(network, truth.get("grad_step1"));
        }
        adam.step();
        assertThat((double) loss.item_float())
            .as("loss of step " + (step + 1))
            .isCloseTo(truth.get("losses").get(step).asDouble(), within(bounds[step]));
      }
      assertState(
          network.stateDict(),
          Checkpoint.read(Reference.file(FOLDER + "train_state_after.pt")),
          weights);
    }
  }

  private static void assertGradients(TorchNetwork network, JsonNode expected) {
    List<Parameter> trained =
        network.network().parameters().stream()
            .filter(parameter -> parameter.role() == Parameter.Role.TRAINED)
            .toList();
    assertThat(trained).hasSize(126);
    for (int i = 0; i < trained.size(); i++) {
      String name = trained.get(i).name();
      if (isCancelledBias(name)) {
        continue;
      }
      float[] gradient = Tensors.toArray(network.parameters().get(i).grad());
      JsonNode truth = expected.get(name);
      double size = truth.get("l2").asDouble();
      assertThat(norm(gradient)).as(name).isCloseTo(size, within(2e-2 * size));
      for (int k = 0; k < truth.get("head").size(); k++) {
        assertThat((double) gradient[k])
            .as(name + " " + k)
            .isCloseTo(truth.get("head").get(k).asDouble(), within(2e-2 * size));
      }
    }
  }

  private static void assertState(StateDict actual, StateDict expected, StateDict start) {
    assertThat(actual.names()).containsExactlyElementsOf(expected.names());
    double missed = 0;
    double moved = 0;
    for (String name : actual.names()) {
      double difference = distance(actual.get(name), expected.get(name));
      if (name.contains("running_") || name.contains("num_batches")) {
        // The means follow biases that are noise, by a few learning rates.
        float[] values = expected.get(name).values();
        double bound = 2e-3 * Math.sqrt(values.length) + 2e-3 * norm(values);
        assertThat(difference).as(name).isLessThan(bound);
      } else if (!isCancelledBias(name)) {
        missed += difference * difference;
        moved += Math.pow(distance(start.get(name), expected.get(name)), 2);
      }
    }
    // Adam's first steps are of the size of the learning rate whatever the gradient's, so values
    // whose gradient is next to nothing go either way.
    assertThat(Math.sqrt(missed / moved)).isLessThan(0.2);
  }

  private static double distance(StateTensor a, StateTensor b) {
    float[] difference = a.values().clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= b.values()[i];
    }
    return norm(difference);
  }

  private static void assertSame(StateDict actual, StateDict expected) {
    assertThat(actual.names()).containsExactlyElementsOf(expected.names());
    for (String name : actual.names()) {
      assertThat(actual.get(name).shape()).as(name).containsExactly(expected.get(name).shape());
      assertThat(actual.get(name).values()).as(name).containsExactly(expected.get(name).values());
    }
  }

  /** A convolution's bias before a normalisation: its true gradient is 0. */
  private static boolean isCancelledBias(String name) {
    return name.endsWith(".bias")
        && (name.contains(".conv1.")
            || name.contains(".conv2.")
            || name.contains("upconv.conv")
            || name.contains("attention.w.0"));
  }

  @SuppressWarnings("unchecked")
  private static Ops<Tensor> recording(Ops<Tensor> ops, Map<String, float[]> taps) {
    Map<String, String> last = new HashMap<>(Map.of("layer", ""));
    return (Ops<Tensor>)
        Proxy.newProxyInstance(
            Ops.class.getClassLoader(),
            new Class<?>[] {Ops.class},
            (proxy, method, arguments) -> {
              Tensor result = (Tensor) method.invoke(ops, arguments);
              String layer = last.get("layer");
              if (arguments[0] instanceof Conv2d conv) {
                layer = conv.name();
              } else if (arguments[0] instanceof BatchNorm2d norm) {
                layer = norm.name();
              }
              last.put("layer", layer);
              String block = block(layer);
              switch (method.getName()) {
                case "conv2d" -> {
                  if (layer.endsWith("upconv.conv")) {
                    taps.put(block + "_upconv", Tensors.toArray(result));
                  }
                }
                case "batchNorm2d" -> {
                  if (layer.endsWith("attention.w.1")) {
                    taps.put(block + "_gated", Tensors.toArray(result));
                  }
                }
                case "reluOverwriting" -> {
                  if (layer.startsWith("down") && layer.endsWith("norm1")) {
                    taps.put(block + "_before_pool", Tensors.toArray(result));
                    taps.put(block + "_out", Tensors.toArray(result)); // the last has no pool
                  } else if (layer.endsWith("norm2")) {
                    taps.put(block + "_out", Tensors.toArray(result));
                  }
                }
                case "maxPool2x2" -> taps.put(block + "_out", Tensors.toArray(result));
                case "multiplyByMask" ->
                    taps.put(block + "_mask", Tensors.toArray((Tensor) arguments[0]));
                default -> {}
              }
              return result;
            });
  }

  /** {@code down_convs.3.norm1} is of {@code down3}. */
  private static String block(String layer) {
    String[] parts = layer.split("\\.", -1);
    return parts.length < 2 ? layer : parts[0].replace("_convs", "") + parts[1];
  }

  private static AttentionUNet definition(StateDict weights) {
    AttentionUNetConfig config = AttentionUNetConfig.of(weights);
    assertThat(config).isEqualTo(new AttentionUNetConfig(3, 1, 4, 5, true));
    return new AttentionUNet(config);
  }

  private static long trained(AttentionUNetConfig config) {
    return new AttentionUNet(config)
        .parameters().stream()
            .filter(parameter -> parameter.role() == Parameter.Role.TRAINED)
            .mapToLong(Parameter::count)
            .sum();
  }

  private static String row(Parameter parameter) {
    String shape =
        Arrays.stream(parameter.shape()).mapToObj(Long::toString).collect(Collectors.joining("x"));
    boolean counter = parameter.role() == Parameter.Role.COUNTER;
    return String.join(
        "\t", parameter.name(), counter ? "int64" : "float32", shape.isEmpty() ? "scalar" : shape);
  }

  private static Tensor tensor(StateTensor npy) {
    return Tensors.of(npy.values(), batched(npy.shape()));
  }

  private static long[] batched(long[] shape) {
    return shape.length == 4 ? shape : new long[] {1, shape[0], shape[1], shape[2]};
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  private static void assertClose(float[] actual, float[] expected, double bound, String what) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    double worst = 0;
    for (int i = 0; i < actual.length; i++) {
      worst = Math.max(worst, Math.abs((double) actual[i] - expected[i]));
    }
    assertThat(worst).as(what).isLessThan(bound);
  }
}
