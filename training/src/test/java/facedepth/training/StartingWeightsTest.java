package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.Safetensors;
import facedepth.networks.onnx.OnnxExport;
import facedepth.networks.onnx.OnnxOptions;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // scopes do their work by being open
class StartingWeightsTest {
  private static final AttentionUNet PLAIN = network(0);
  private static final String KERNEL = "down_convs.1.conv2.weight";

  private static final Batch FACES = faces(12);

  @TempDir private Path folder;

  private final List<String> noted = new ArrayList<>();

  private static AttentionUNet network(int detail) {
    return new AttentionUNet(
        new AttentionUNetConfig(3, 2, 4, 3, true, 2, detail, 0, 0, 0, List.of()));
  }

  @Test
  void whatTheFileLacksBeginsAtRandom() throws Exception {
    StateDict saved = InitialWeights.of(PLAIN, 1);
    try (TorchNetwork network = TorchNetwork.create(network(4), 2)) {
      StateDict own = network.stateDict();
      StartingWeights.load(
          file(saved.entries()), network, () -> fail("has no need of faces"), noted::add);
      StateDict start = network.stateDict();
      assertThat(start.get(KERNEL).values()).isEqualTo(saved.get(KERNEL).values());
      String added = "detail.conv1.weight";
      assertThat(start.get(added).values()).isEqualTo(own.get(added).values());
    }
    assertThat(noted)
        .singleElement()
        .asString()
        .contains("detail.reduce.weight and others begin at random");
  }

  @Test
  void ofATrainingCheckpointTheAverageIsTaken() throws Exception {
    Map<String, StateTensor> saved = new LinkedHashMap<>();
    InitialWeights.of(PLAIN, 1).entries().forEach((k, v) -> saved.put("weights/" + k, v));
    StateDict average = InitialWeights.of(PLAIN, 3);
    average.entries().forEach((k, v) -> saved.put("average/" + k, v));
    try (TorchNetwork network = TorchNetwork.create(PLAIN, 2)) {
      StartingWeights.load(file(saved), network, () -> FACES, noted::add);
      assertThat(network.stateDict().get(KERNEL).values()).isEqualTo(average.get(KERNEL).values());
    }
    assertThat(noted).isEmpty();
  }

  @Test
  void anExportedModelAnswersTheSameAndCanBeTrained() throws Exception {
    StateDict trained = unlike(PLAIN, 4);
    Path model = folder.resolve("model.onnx");
    OnnxExport.write(PLAIN, trained, Map.of(), OnnxOptions.DEFAULT, model);
    try (TorchNetwork before = TorchNetwork.create(PLAIN, trained);
        TorchNetwork network = TorchNetwork.create(PLAIN, 2);
        PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      StartingWeights.load(model, network, () -> FACES, noted::add);
      Tensor images = FACES.images(network.device());
      before.train(false);
      network.train(false);
      float[] expected = Tensors.toArray(before.forward(images));
      assertThat(Tensors.toArray(network.forward(images))).containsExactly(expected, within(1e-4f));
      network.train(true); // now each batch is normalised by itself, as if it had always been so
      assertThat(Tensors.toArray(network.forward(images))).containsExactly(expected, within(1e-3f));
      for (String conv :
          List.of("down_convs.1.conv2", "up_convs.0.upconv.conv", "up_convs.1.conv1")) {
        assertThat(size(network.stateDict().get(conv + ".weight")))
            .as(conv)
            .isCloseTo(size(InitialWeights.of(PLAIN, 1).get(conv + ".weight")), within(0.02));
      }
    }
    assertThat(noted).isEmpty();
  }

  @Test
  void whatAnExportedModelLacksBeginsAtRandom() throws Exception {
    Path model = folder.resolve("model.onnx");
    OnnxExport.write(PLAIN, unlike(PLAIN, 4), Map.of(), OnnxOptions.HALF_WEIGHTS, model);
    AttentionUNet larger =
        new AttentionUNet(new AttentionUNetConfig(3, 2, 4, 3, true, 2, 0, 0, 0, 0, List.of(0, 1)));
    try (TorchNetwork network = TorchNetwork.create(larger, 2)) {
      StartingWeights.load(model, network, () -> FACES, noted::add);
      assertThat(network.stateDict().get("refine.1.0.norm.weight").values()).containsOnly(1);
    }
    assertThat(noted)
        .singleElement()
        .asString()
        .contains("refine.1.0.conv1.weight and others begin at random");
  }

  @Test
  void normsBehindConvolutionsOfAnotherSizeAreNotMeasured() throws Exception {
    Path model = folder.resolve("model.onnx");
    OnnxExport.write(PLAIN, unlike(PLAIN, 4), Map.of(), OnnxOptions.HALF_WEIGHTS, model);
    AttentionUNet wider = new AttentionUNet(new AttentionUNetConfig(3, 2, 6, 3, true, 2));
    try (TorchNetwork network = TorchNetwork.create(wider, 2)) {
      StartingWeights.load(model, network, () -> FACES, noted::add);
      assertThat(network.stateDict().get("down_convs.0.norm0.weight").values()).containsOnly(1);
    }
    assertThat(noted).singleElement().asString().contains("stem.weight and others");
  }

  @Test
  void aDamagedModelIsRefused() throws Exception {
    Path model = folder.resolve("model.onnx");
    OnnxExport.write(PLAIN, unlike(PLAIN, 4), Map.of(), OnnxOptions.HALF_WEIGHTS, model);
    byte[] bytes = Files.readAllBytes(model);
    Files.write(model, Arrays.copyOf(bytes, bytes.length / 2));
    try (TorchNetwork network = TorchNetwork.create(PLAIN, 2)) {
      assertThatThrownBy(() -> StartingWeights.load(model, network, () -> FACES, noted::add))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageContaining("model.onnx");
    }
  }

  /** Weights with normalisations that do something, as training leaves them. */
  private static StateDict unlike(AttentionUNet network, long seed) {
    Random random = new Random(seed);
    Map<String, StateTensor> weights = new LinkedHashMap<>();
    InitialWeights.of(network, seed)
        .entries()
        .forEach(
            (name, tensor) -> {
              float[] values = tensor.values().clone();
              for (int i = 0; i < values.length && !tensor.isInteger(); i++) {
                values[i] += 0.2f * (random.nextFloat() - 0.5f);
              }
              weights.put(
                  name, tensor.isInteger() ? tensor : StateTensor.of(values, tensor.shape()));
            });
    return new StateDict(weights);
  }

  private static double size(StateTensor kernels) {
    double sum = 0;
    for (float value : kernels.values()) {
      sum += value * value;
    }
    return Math.sqrt(sum / kernels.count());
  }

  private static Batch faces(int count) {
    Random random = new Random(1);
    int size = 16;
    List<TrainingFace> faces = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      byte[] rgb = new byte[3 * size * size];
      random.nextBytes(rgb);
      faces.add(new TrainingFace(size, rgb, new float[size * size]));
    }
    return new Batch(faces);
  }

  @Test
  void aFileOfOtherWeightsIsRefused() throws Exception {
    Path file = file(Map.of("encoder.weight", StateTensor.of(new float[4], 2, 2)));
    try (TorchNetwork network = TorchNetwork.create(PLAIN, 2)) {
      assertThatThrownBy(() -> StartingWeights.load(file, network, () -> FACES, noted::add))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageContaining("stem.weight is missing");
    }
  }

  private Path file(Map<String, StateTensor> entries) throws Exception {
    Path file = folder.resolve("start.safetensors");
    new Safetensors(new StateDict(entries), Map.of()).write(file);
    return file;
  }
}
