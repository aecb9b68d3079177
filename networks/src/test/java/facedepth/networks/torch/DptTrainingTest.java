package facedepth.networks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.networks.Dpt;
import facedepth.networks.DptConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.Parameter;
import facedepth.networks.SmallDpts;
import facedepth.networks.StateDict;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try")
class DptTrainingTest {
  @BeforeAll
  static void oneThread() {
    TorchRuntime.setThreads(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "hybrid", "masked", "tiny"})
  void aGradientReachesEveryParameterThatIsRead(String name) {
    Dpt definition = new Dpt(SmallDpts.named(name));
    List<Parameter> trained =
        definition.parameters().stream()
            .filter(parameter -> parameter.role() == Parameter.Role.TRAINED)
            .toList();
    try (TorchNetwork network = TorchNetwork.create(definition, 3);
        PointerScope scope = new PointerScope()) {
      Tensor answer = network.forward(image(2, 64));
      torch.mean(torch.mul(answer, answer)).backward();
      assertThat(network.parameters()).hasSameSizeAs(trained);
      for (int i = 0; i < trained.size(); i++) {
        Tensor gradient = network.parameters().get(i).grad();
        assertThat(gradient.defined()).as(trained.get(i).name()).isTrue();
        double largest = torch.max(torch.abs(gradient)).item_double();
        assertThat(largest).as(trained.get(i).name()).isPositive().isFinite();
      }
    }
  }

  @Test
  void whatNothingReadsIsKeptAndLeftAlone() {
    Dpt definition = new Dpt(SmallDpts.PLAIN);
    StateDict start = InitialWeights.of(definition, 4);
    start.get("pretrained.model.norm.bias").values()[2] = 7;
    try (TorchNetwork network = TorchNetwork.create(definition, start);
        PointerScope life = new PointerScope();
        Adam adam = new Adam(network.parameterVector(), new AdamOptions(1e-2))) {
      step(network, adam, 32);
      StateDict after = network.stateDict();
      assertThat(after.names()).containsExactlyElementsOf(start.names());
      assertThat(after.get("pretrained.model.norm.bias").values()[2]).isEqualTo(7);
      assertThat(after.get("pretrained.model.cls_token").values())
          .isNotEqualTo(start.get("pretrained.model.cls_token").values());
    }
  }

  @Test
  void theSmallMemberLearns() {
    Dpt definition = new Dpt(DptConfig.TINY.withOutChannels(2));
    try (TorchNetwork network = TorchNetwork.create(definition, 5);
        PointerScope life = new PointerScope();
        Adam adam = new Adam(network.parameterVector(), new AdamOptions(1e-3))) {
      double first = step(network, adam, 32);
      double last = first;
      for (int i = 0; i < 8; i++) {
        last = step(network, adam, 32);
      }
      assertThat(last).isLessThan(0.8 * first);
    }
  }

  private static double step(TorchNetwork network, Adam adam, int side) {
    try (PointerScope scope = new PointerScope()) {
      Tensor image = image(2, side);
      Tensor answer = network.forward(image);
      Tensor target = torch.narrow(image, 1, 0, answer.size(1));
      Tensor loss = torch.l1_loss(answer, target);
      adam.zero_grad();
      loss.backward();
      adam.step();
      return loss.item_float();
    }
  }

  /** Slopes of several directions: a picture that eight numbers tell, so that it can be learnt. */
  private static Tensor image(int batch, int side) {
    Random random = new Random(1);
    float[] values = new float[batch * 3 * side * side];
    for (int plane = 0; plane < batch * 3; plane++) {
      double across = random.nextDouble() * 2 - 1;
      double down = random.nextDouble() * 2 - 1;
      for (int i = 0; i < side * side; i++) {
        double x = (double) (i % side) / side;
        double y = (double) (i / side) / side;
        values[plane * side * side + i] = (float) (across * x + down * y + 0.3);
      }
    }
    return Tensors.of(values, batch, 3, side, side);
  }
}
