package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.networks.torch.Tensors;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes do their work by being open
class DepthLossTest {
  private static final int SIZE = 16;
  private static final int AREA = SIZE * SIZE;

  private final float[] depth = new float[AREA];
  private final float[] mask = new float[AREA];

  DepthLossTest() {
    for (int i = 0; i < AREA; i++) {
      int x = i % SIZE - SIZE / 2;
      int y = i / SIZE - SIZE / 2;
      mask[i] = x * x + y * y < 49 ? 1 : 0;
      depth[i] = mask[i] * (x * x + y * y) * 0.002f;
    }
  }

  @Test
  void theTruthCostsNothingButTheMasksCertainty() {
    assertThat(loss(depth, 30)[0]).isCloseTo(0, within(2e-3));
  }

  @Test
  void aShiftCostsDepthButNoGradientAndNoNormals() {
    float[] shifted = depth.clone();
    for (int i = 0; i < AREA; i++) {
      shifted[i] += 0.1f;
    }
    double[] parts = loss(shifted, 30);
    assertThat(parts[1]).isCloseTo(0.1, within(1e-3));
    assertThat(parts[2]).isCloseTo(0, within(1e-5));
    assertThat(parts[3]).isCloseTo(0, within(1e-5));
  }

  @Test
  void whatLiesOutsideTheFaceCostsNothing() {
    float[] wild = depth.clone();
    for (int i = 0; i < AREA; i++) {
      wild[i] += mask[i] == 0 ? 7 : 0;
    }
    assertThat(loss(wild, 30)[0]).isCloseTo(loss(depth, 30)[0], within(1e-6));
  }

  @Test
  void aTiltCostsItsAngle() {
    float[] tilted = depth.clone();
    float[] flat = new float[AREA];
    for (int i = 0; i < AREA; i++) {
      tilted[i] = i % SIZE / (float) SIZE; // 45 degrees
    }
    double[] parts = lossOf(tilted, flat, 30);
    assertThat(parts[3]).isCloseTo(1 - Math.cos(Math.PI / 4), within(2e-3));
  }

  @Test
  void aWrongMaskCosts() {
    assertThat(loss(depth, -30)[0]).isGreaterThan(loss(depth, 30)[0] + 1);
  }

  private double[] loss(float[] predicted, float certainty) {
    return lossOf(predicted, depth, certainty);
  }

  private double[] lossOf(float[] predicted, float[] truth, float certainty) {
    float[] output = new float[2 * AREA];
    for (int i = 0; i < AREA; i++) {
      output[i] = predicted[i];
      output[AREA + i] = (2 * mask[i] - 1) * certainty;
    }
    try (PointerScope scope = new PointerScope()) {
      DepthLoss.Parts parts =
          new DepthLoss(LossWeights.DEFAULT)
              .of(
                  Tensors.of(output, 1, 2, SIZE, SIZE),
                  Tensors.of(truth, 1, 1, SIZE, SIZE),
                  Tensors.of(mask, 1, 1, SIZE, SIZE));
      return new double[] {
        parts.total().item_double(),
        parts.depth().item_double(),
        parts.gradient().item_double(),
        parts.normals().item_double()
      };
    }
  }
}
