package facedepth.networks.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class TorchDeviceTest {
  private static final AttentionUNet NETWORK =
      new AttentionUNet(new AttentionUNetConfig(3, 2, 4, 3, true));

  @Test
  void aGpuThatIsNotThereIsRefusedInOneLine() {
    assumeFalse(TorchDevice.hasCuda(), "this machine has a GPU");
    assertThat(TorchDevice.best()).isEqualTo(TorchDevice.CPU);
    assertThat(TorchDevice.CPU.required()).isEqualTo(TorchDevice.CPU);
    assertThatThrownBy(() -> TorchNetwork.create(NETWORK, 1, TorchDevice.CUDA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no CUDA device")
        .hasMessageNotContaining("\n");
  }

  @Test
  void arraysStandOneAfterAnother() {
    try (PointerScope scope = new PointerScope()) {
      Tensor bytes =
          Tensors.ofBytes(
              List.of(new byte[] {0, 1, 127}, new byte[] {-128, -1, 3}), TorchDevice.CPU, 2, 3);
      assertThat(Tensors.toArray(bytes.to(torch.ScalarType.Float)))
          .containsExactly(0, 1, 127, 128, 255, 3);
      List<float[]> floats = List.of(new float[] {1, Float.NaN}, new float[] {2.5f, -3});
      assertThat(Tensors.toArray(Tensors.ofFloats(floats, TorchDevice.CPU, 4)))
          .containsExactly(1, Float.NaN, 2.5f, -3);
      assertThatThrownBy(() -> Tensors.ofFloats(floats, TorchDevice.CPU, 5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("4 values for a tensor of 5");
    }
  }

  /** Autocast works on a CPU too, if slowly: the same network within bfloat16's 8 bits. */
  @Test
  void bfloat16RoundsTrainingAndNothingElse() {
    try (TorchNetwork exact = TorchNetwork.create(NETWORK, 3);
        TorchNetwork rounded = TorchNetwork.create(NETWORK, 3);
        PointerScope scope = new PointerScope()) {
      rounded.trainIn(Precision.BFLOAT16);
      float[] values = new float[2 * 3 * 32 * 32];
      Random random = new Random(5);
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextFloat() * 2 - 1;
      }
      Tensor image = Tensors.of(values, 2, 3, 32, 32);
      Tensor expected = exact.forward(image);
      Tensor answer = rounded.forward(image);
      assertThat(answer.scalar_type().intern()).isEqualTo(torch.ScalarType.Float);
      double size = expected.abs().mean().item_double();
      double error = answer.sub(expected).abs().mean().item_double();
      assertThat(error / size).isBetween(1e-4, 0.1);
      answer.abs().mean().backward();
      Tensor gradient = rounded.parameters().get(0).grad();
      assertThat(gradient.scalar_type().intern()).isEqualTo(torch.ScalarType.Float);
      assertThat(gradient.abs().sum().item_double()).isPositive();

      exact.train(false);
      rounded.train(false);
      rounded.loadStateDict(exact.stateDict());
      assertThat(Tensors.toArray(rounded.forward(image)))
          .isEqualTo(Tensors.toArray(exact.forward(image)));
    }
  }

  @Test
  void anAverageMovesTowardsANetwork() {
    try (TorchNetwork average = TorchNetwork.create(NETWORK, 1);
        TorchNetwork now = TorchNetwork.create(NETWORK, 2)) {
      String name = NETWORK.parameters().get(0).name();
      float[] before = average.stateDict().get(name).values();
      float[] towards = now.stateDict().get(name).values();
      average.moveTowards(now, 0.25);
      float[] after = average.stateDict().get(name).values();
      for (int i = 0; i < after.length; i++) {
        assertThat(after[i]).isCloseTo(before[i] + 0.25f * (towards[i] - before[i]), close());
      }
      average.moveTowards(now, 1);
      assertThat(average.stateDict().get(name).values()).isEqualTo(towards);
    }
  }

  private static Offset<Float> close() {
    return Offset.offset(1e-6f);
  }
}
