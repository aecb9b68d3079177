package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchRuntime;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("try") // scopes do their work by being open
class OrthogonalStepTest {
  @BeforeAll
  static void oneThread() {
    TorchRuntime.setThreads(1);
  }

  @ParameterizedTest
  @CsvSource({"24, 24, 3", "8, 40, 1", "40, 8, 1"})
  void allDirectionsGetStepsOfLikeSize(int rows, int columns, int kernel) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Tensor gradient = random(rows, columns, kernel);
      Tensor step = OrthogonalStep.of(gradient, torch.zeros_like(gradient));
      Tensor matrix = step.reshape(new long[] {rows, -1});
      double scale = 0.2 * Math.sqrt((double) Math.max(matrix.size(0), matrix.size(1)));
      Tensor sizes = torch.linalg_svdvals(matrix.div(new Scalar(scale)));
      assertThat(sizes.max().item_double()).isLessThan(1.3);
      assertThat(sizes.min().item_double()).isGreaterThan(0.6);
      assertThat(step.mul(gradient).sum().item_double()).as("along the gradient").isPositive();
      double square = step.mul(step).mean().item_double();
      assertThat(Math.sqrt(square)).as("Adam's root mean square").isCloseTo(0.2, within(0.06));
    }
  }

  /** Which turns the singular vectors of the whole history into those of the step. */
  @Test
  void theStepFollowsTheMomentum() {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Tensor before = random(6, 6, 1);
      Tensor momentum = before.mul(new Scalar(100.0));
      Tensor step = OrthogonalStep.of(before.neg(), momentum);
      assertThat(step.mul(before).sum().item_double()).isPositive();
      assertThat(momentum.sub(before.mul(new Scalar(94.0))).abs().max().item_double())
          .as("0.95 of what was, and the new gradient")
          .isLessThan(1e-3);
    }
  }

  @Test
  void onlyMatricesWithinTheNetworkSuitIt() {
    try (PointerScope scope = new PointerScope()) {
      assertThat(OrthogonalStep.suits(torch.zeros(new long[] {24, 24, 3, 3}))).isTrue();
      assertThat(OrthogonalStep.suits(torch.zeros(new long[] {24, 24}))).isTrue();
      assertThat(OrthogonalStep.suits(torch.zeros(new long[] {24, 3, 3, 3}))).isFalse();
      assertThat(OrthogonalStep.suits(torch.zeros(new long[] {2, 24, 1, 1}))).isFalse();
      assertThat(OrthogonalStep.suits(torch.zeros(new long[] {24}))).isFalse();
      assertThat(OrthogonalStep.suits(torch.zeros(new long[] {1, 64, 24}))).isFalse();
    }
  }

  private static Tensor random(int rows, int columns, int kernel) {
    Random random = new Random(5);
    float[] values = new float[rows * columns * kernel * kernel];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensors.of(values, rows, columns, kernel, kernel);
  }
}
