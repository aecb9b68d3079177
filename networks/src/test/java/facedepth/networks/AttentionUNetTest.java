package facedepth.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionUNetTest {
  private static final AttentionUNet ORIGIN = new AttentionUNet(AttentionUNetConfig.ORIGIN);

  @ParameterizedTest
  @CsvSource({"9, 9", "128, 128", "101, 75", "33, 250"})
  void keepsTheSize(int height, int width) {
    assertThat(ShapeOps.of(ORIGIN, new ImageShape(2, 3, height, width)))
        .isEqualTo(new ImageShape(2, 1, height, width));
  }

  @Test
  void namesTheLayerThatDoesNotFit() {
    assertThatThrownBy(() -> ShapeOps.of(ORIGIN, new ImageShape(1, 4, 32, 32)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("down_convs.0.conv1 takes 3 channels: got [1, 4, 32, 32]");
    assertThatThrownBy(() -> ShapeOps.of(ORIGIN, new ImageShape(1, 3, 8, 64)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("up_convs.0.attention.theta")
        .hasMessageContaining("too small");
  }

  @Test
  void startsAsTheOriginDoes() {
    StateDict weights = InitialWeights.of(ORIGIN, 11);
    float[] kernel = weights.get("up_convs.0.conv1.weight").values();
    double squares = 0;
    for (float value : kernel) {
      squares += value * value;
    }
    // xavier_normal of a 512 -> 256 kernel of 3x3
    double variance = 2.0 / (9 * (512 + 256));
    assertThat(squares / kernel.length).isCloseTo(variance, within(0.01 * variance));
    assertThat(weights.get("up_convs.0.conv1.bias").values()).containsOnly(0);
    assertThat(weights.get("up_convs.0.norm1.weight").values()).containsOnly(1);
    assertThat(weights.get("up_convs.0.norm1.running_var").values()).containsOnly(1);
    float[] gain = weights.get("up_convs.0.attention.w.1.weight").values();
    double spread = 0;
    for (float value : gain) {
      spread += (value - 1) * (value - 1);
    }
    assertThat(Math.sqrt(spread / gain.length)).isCloseTo(0.02, within(0.004));
  }

  @Test
  void theSeedDecidesTheStart() {
    AttentionUNet small = new AttentionUNet(new AttentionUNetConfig(3, 2, 4, 2, true));
    String kernel = "down_convs.0.conv1.weight";
    float[] first = InitialWeights.of(small, 1).get(kernel).values();
    assertThat(InitialWeights.of(small, 1).get(kernel).values()).containsExactly(first);
    assertThat(InitialWeights.of(small, 2).get(kernel).values()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 4, 5, true",
    "3, 0, 4, 5, true",
    "3, 1, 3, 5, true",
    "3, 1, 4, 1, true",
    "3, 1, 4, 40, false"
  })
  void refusesOtherChoices(int in, int out, int filters, int blocks, boolean attention) {
    assertThatThrownBy(() -> new AttentionUNetConfig(in, out, filters, blocks, attention))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
