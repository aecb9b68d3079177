package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.networks.torch.Tensors;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
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

  @Test
  void theOriginsLossIsPlainAbsoluteErrorOfStretchedNearness() {
    float[] target = new float[AREA]; // by hand, in doubles
    double most = 0;
    for (int i = 0; i < AREA; i++) {
      most = Math.max(most, mask[i] * depth[i]);
    }
    for (int i = 0; i < AREA; i++) {
      target[i] = mask[i] == 0 ? -1 : (float) (1 - 2 * depth[i] / most);
    }
    assertThat(one(LossWeights.ORIGIN, target)).isCloseTo(0, within(1e-6));
    float[] off = target.clone();
    for (int i = 0; i < AREA; i++) {
      off[i] += i % 2 == 0 ? 0.25f : 0; // outside the face too
    }
    assertThat(one(LossWeights.ORIGIN, off)).isCloseTo(0.125, within(1e-6));
    for (int i = 0; i < AREA; i++) {
      off[i] = -target[i]; // the wrong way round is as wrong as can be
    }
    assertThat(one(LossWeights.ORIGIN, off)).isGreaterThan(1);
  }

  @Test
  void alignedErrorKnowsNeitherScaleNorShift() {
    LossWeights aligned = new LossWeights(0, 0, 0, 0, 0, 0, 1);
    float[] other = depth.clone();
    for (int i = 0; i < AREA; i++) {
      other[i] = 7 * depth[i] + 3 + (mask[i] == 0 ? 100 : 0);
    }
    assertThat(one(aligned, other)).isCloseTo(0, within(1e-5));
    for (int i = 0; i < AREA; i++) {
      other[i] = -depth[i];
    }
    assertThat(one(aligned, other)).as("inside out").isGreaterThan(0.02);
  }

  @Test
  void alignedErrorIsWhatLeastSquaresLeave() {
    float[] bumpy = depth.clone();
    for (int i = 0; i < AREA; i++) {
      bumpy[i] += (i * 31 % 17) * 0.003f;
    }
    double n = 0;
    double p = 0;
    double d = 0;
    double pp = 0;
    double pd = 0;
    for (int i = 0; i < AREA; i++) {
      n += mask[i];
      p += mask[i] * bumpy[i];
      d += mask[i] * depth[i];
      pp += mask[i] * bumpy[i] * bumpy[i];
      pd += mask[i] * bumpy[i] * depth[i];
    }
    double scale = (n * pd - p * d) / (n * pp - p * p);
    double shift = (d - scale * p) / n;
    double error = 0;
    for (int i = 0; i < AREA; i++) {
      error += mask[i] * Math.abs(scale * bumpy[i] + shift - depth[i]);
    }
    assertThat(one(new LossWeights(0, 0, 0, 0, 0, 0, 1), bumpy)).isCloseTo(error / n, within(1e-5));
  }

  @Test
  void gradientsAreNumbersEvenWhereThereIsNoReliefAndNoFace() {
    for (LossWeights weights :
        List.of(LossWeights.ORIGIN, new LossWeights(0, 0, 0, 0, 0, 0, 1), LossWeights.DEFAULT)) {
      try (PointerScope scope = new PointerScope()) {
        Tensor flat = Tensors.of(new float[2 * AREA], 1, 2, SIZE, SIZE).set_requires_grad(true);
        Tensor nowhere = Tensors.of(new float[AREA], 1, 1, SIZE, SIZE);
        new DepthLoss(weights).of(flat, nowhere, nowhere).total().backward();
        assertThat(Tensors.toArray(flat.grad())).doesNotContain(Float.NaN);
        Tensor truth = Tensors.of(depth, 1, 1, SIZE, SIZE);
        Tensor inside = Tensors.of(mask, 1, 1, SIZE, SIZE);
        new DepthLoss(weights).of(flat, truth, inside).total().backward();
        assertThat(Tensors.toArray(flat.grad())).doesNotContain(Float.NaN);
      }
    }
  }

  private double one(LossWeights weights, float[] predicted) {
    try (PointerScope scope = new PointerScope()) {
      return new DepthLoss(weights)
          .of(
              Tensors.of(predicted, 1, 1, SIZE, SIZE),
              Tensors.of(depth, 1, 1, SIZE, SIZE),
              Tensors.of(mask, 1, 1, SIZE, SIZE))
          .total()
          .item_double();
    }
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
