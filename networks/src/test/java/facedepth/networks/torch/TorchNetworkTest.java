package facedepth.networks.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class TorchNetworkTest {
  @BeforeAll
  static void oneThread() {
    TorchRuntime.setThreads(1);
  }

  private static final AttentionUNetConfig SMALL = new AttentionUNetConfig(3, 2, 4, 3, true);

  @Test
  void learns() {
    try (TorchNetwork network = TorchNetwork.create(new AttentionUNet(SMALL), 5);
        PointerScope life = new PointerScope();
        Adam adam = new Adam(network.parameterVector(), new AdamOptions(1e-2))) {
      double first = step(network, adam);
      double last = first;
      for (int i = 0; i < 30; i++) {
        last = step(network, adam);
      }
      assertThat(last).isLessThan(0.7 * first);
    }
  }

  @Test
  void leaksNothing() {
    try (TorchNetwork network = TorchNetwork.create(new AttentionUNet(SMALL), 5);
        PointerScope life = new PointerScope();
        Adam adam = new Adam(network.parameterVector(), new AdamOptions(1e-3))) {
      for (int i = 0; i < 20; i++) {
        step(network, adam);
      }
      long pointers = Pointer.totalCount();
      long bytes = Pointer.physicalBytes();
      for (int i = 0; i < 300; i++) {
        step(network, adam);
      }
      // Less where the collector came to what other tests left.
      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(pointers);
      // One leaked step would keep its activations, 3 MB; 300 of them 900 MB.
      assertThat(Pointer.physicalBytes() - bytes).isLessThan(200L << 20);
    }
  }

  @Test
  void closingFreesTheParameters() {
    long before = Pointer.totalCount();
    TorchNetwork network = TorchNetwork.create(new AttentionUNet(SMALL), 5);
    assertThat(Pointer.totalCount()).isGreaterThan(before);
    network.close();
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @Test
  void aTwinHasTheWeightsButStatisticsAndGradientsOfItsOwn() {
    AttentionUNet definition = new AttentionUNet(SMALL);
    String statistic = "down_convs.0.norm0.running_mean";
    long before = Pointer.totalCount();
    try (TorchNetwork network = TorchNetwork.create(definition, 5);
        TorchNetwork twin = network.twin();
        PointerScope scope = new PointerScope()) {
      network.loadStateDict(InitialWeights.of(definition, 6));
      Tensor image = image(2, 16);
      network.forward(image).mean().backward();
      StateDict moved = network.stateDict();
      StateDict other = twin.stateDict();
      assertThat(other.get("conv_final.weight").values())
          .containsExactly(moved.get("conv_final.weight").values());
      assertThat(other.get(statistic).values()).isNotEqualTo(moved.get(statistic).values());
      assertThat(twin.parameters()).noneMatch(parameter -> parameter.grad().defined());

      twin.takeStatistics(network);
      assertThat(twin.stateDict().get(statistic).values())
          .containsExactly(moved.get(statistic).values());
      network.train(false);
      twin.train(false);
      assertThat(Tensors.toArray(twin.forward(image)))
          .containsExactly(Tensors.toArray(network.forward(image)));
    }
    assertThat(Pointer.totalCount()).as("what is left").isEqualTo(before);
  }

  @Test
  void stateDictGoesOutAndIn() {
    AttentionUNet definition = new AttentionUNet(SMALL);
    StateDict drawn = InitialWeights.of(definition, 9);
    try (TorchNetwork one = TorchNetwork.create(definition, drawn);
        TorchNetwork other = TorchNetwork.create(definition, 10);
        PointerScope scope = new PointerScope()) {
      assertThat(one.stateDict().names()).containsExactlyElementsOf(drawn.names());
      one.stateDict()
          .entries()
          .forEach(
              (name, tensor) -> {
                assertThat(tensor.values()).as(name).containsExactly(drawn.get(name).values());
                assertThat(tensor.shape()).as(name).containsExactly(drawn.get(name).shape());
              });
      Tensor image = image(2, 16);
      one.forward(image);
      StateDict moved = one.stateDict();
      assertThat(moved.get("down_convs.0.norm0.num_batches_tracked").values()).containsExactly(1);
      assertThat(moved.get("down_convs.0.norm0.running_mean").values())
          .isNotEqualTo(drawn.get("down_convs.0.norm0.running_mean").values());
      other.loadStateDict(moved);
      one.train(false);
      other.train(false);
      assertThat(Tensors.toArray(other.forward(image)))
          .containsExactly(Tensors.toArray(one.forward(image)));
    }
  }

  @Test
  void evaluationLeavesTheStatistics() {
    try (TorchNetwork network = TorchNetwork.create(new AttentionUNet(SMALL), 5);
        PointerScope scope = new PointerScope()) {
      network.train(false);
      StateDict before = network.stateDict();
      network.forward(image(1, 16));
      StateDict after = network.stateDict();
      before
          .entries()
          .forEach(
              (name, tensor) ->
                  assertThat(after.get(name).values()).as(name).containsExactly(tensor.values()));
    }
  }

  @Test
  void whatIsBesideThePatchesJoinsATrainedNetworkInSilence() {
    AttentionUNet bare = new AttentionUNet(new AttentionUNetConfig(3, 2, 4, 3, true, 2));
    AttentionUNet whole =
        new AttentionUNet(new AttentionUNetConfig(3, 2, 4, 3, true, 2, 3, 5, 4, 2, List.of(0, 1)));
    try (TorchNetwork one = TorchNetwork.create(bare, 5);
        TorchNetwork other = TorchNetwork.create(whole, 6);
        PointerScope scope = new PointerScope()) {
      Map<String, StateTensor> joined = new LinkedHashMap<>(other.stateDict().entries());
      joined.putAll(one.stateDict().entries());
      other.loadStateDict(new StateDict(joined));
      one.train(false);
      other.train(false);
      Tensor image = image(1, 32);
      assertThat(Tensors.toArray(other.forward(image)))
          .containsExactly(Tensors.toArray(one.forward(image)));
    }
  }

  @Test
  void namesTheLayerThatFindsTheImageTooSmall() {
    try (TorchNetwork network =
            TorchNetwork.create(new AttentionUNet(new AttentionUNetConfig(3, 1, 2, 5, true)), 5);
        PointerScope scope = new PointerScope()) {
      network.train(false);
      assertThatThrownBy(() -> network.forward(image(1, 8)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("up_convs.0.attention.theta");
      assertThat(network.forward(image(1, 9)).size(2)).isEqualTo(9);
    }
  }

  @Test
  void refusesWeightsOfAnotherNetworkAndKeepsItsOwn() {
    StateDict other =
        InitialWeights.of(new AttentionUNet(new AttentionUNetConfig(3, 1, 8, 4, false)), 1);
    try (TorchNetwork network = TorchNetwork.create(new AttentionUNet(SMALL), 5)) {
      StateDict before = network.stateDict();
      assertThatThrownBy(() -> network.loadStateDict(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("up_convs.0.attention.w.0.weight")
          .hasMessageContaining("down_convs.3.conv1.weight")
          .hasMessageContaining("down_convs.0.conv1.weight is [8, 3, 3, 3], not [4, 3, 3, 3]");
      assertThat(network.stateDict().get("conv_final.weight").values())
          .containsExactly(before.get("conv_final.weight").values());
    }
  }

  private static double step(TorchNetwork network, Adam adam) {
    try (PointerScope scope = new PointerScope()) {
      Tensor image = image(2, 32);
      Tensor answer = network.forward(image);
      Tensor loss = torch.l1_loss(answer, torch.narrow(image, 1, 0, 2));
      adam.zero_grad();
      loss.backward();
      adam.step();
      return loss.item_float();
    }
  }

  private static Tensor image(int batch, int size) {
    Random random = new Random(1);
    float[] values = new float[batch * 3 * size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return Tensors.of(values, batch, 3, size, size);
  }
}
