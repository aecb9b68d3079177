package facedepth.networks.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try")
class TensorListsTest {
  private static final float[][] WEIGHTS = {{0.5f, -2, 3}, {1, 0.25f}};
  private static final float[][] GRADIENTS = {{1, 2, -2}, {4, 0.5f}};

  /** Kingma and Ba's algorithm 1, value by value, three steps. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void adamFollowsThePaper(boolean decoupled) {
    TensorLists.AdamChoices choices =
        new TensorLists.AdamChoices(0.1, 0.9, 0.999, 0.2, 1e-8, decoupled);
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> parameters = tensors(WEIGHTS);
      List<Tensor> first = parameters.stream().map(torch::zeros_like).toList();
      List<Tensor> second = parameters.stream().map(torch::zeros_like).toList();
      for (int step = 1; step <= 3; step++) {
        TensorLists.adam(
            parameters,
            tensors(GRADIENTS),
            first,
            second,
            scalar(step),
            scalar(2),
            scalar(0),
            choices);
      }
      for (int i = 0; i < WEIGHTS.length; i++) {
        float[] values = Tensors.toArray(parameters.get(i));
        for (int j = 0; j < values.length; j++) {
          double expected = afterThreeSteps(WEIGHTS[i][j], GRADIENTS[i][j] / 2, decoupled);
          assertThat((double) values[j]).isCloseTo(expected, within(1e-5));
        }
      }
    }
  }

  private static double afterThreeSteps(double weight, double gradient, boolean decoupled) {
    double w = weight;
    double m = 0;
    double v = 0;
    for (int step = 1; step <= 3; step++) {
      double g = decoupled ? gradient : gradient + 0.2 * w;
      w *= decoupled ? 1 - 0.1 * 0.2 : 1;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double mean = m / (1 - Math.pow(0.9, step));
      w -= 0.1 * mean / (Math.sqrt(v / (1 - Math.pow(0.999, step))) + 1e-8);
    }
    return w;
  }

  @Test
  void adamThatIsToSkipChangesNothing() {
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> parameters = tensors(WEIGHTS);
      List<Tensor> moments = parameters.stream().map(torch::zeros_like).toList();
      TensorLists.adam(
          parameters,
          tensors(new float[][] {{Float.NaN, 1, 1}, {1, 1}}),
          moments,
          parameters.stream().map(torch::zeros_like).toList(),
          scalar(1),
          scalar(Double.NaN),
          scalar(1),
          new TensorLists.AdamChoices(0.1, 0.9, 0.999, 0.2, 1e-8, true));
      for (int i = 0; i < WEIGHTS.length; i++) {
        assertThat(Tensors.toArray(parameters.get(i))).isEqualTo(WEIGHTS[i]);
        assertThat(Tensors.toArray(moments.get(i))).containsOnly(0);
      }
    }
  }

  @Test
  void normIsThatOfAllTogether() {
    try (PointerScope scope = new PointerScope()) {
      assertThat(TensorLists.norm(tensors(GRADIENTS)).item_double())
          .isCloseTo(Math.sqrt(1 + 4 + 4 + 16 + 0.25), within(1e-6));
    }
  }

  @Test
  void movesAShareOfTheWay() {
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> tensors = tensors(WEIGHTS);
      TensorLists.moveTowards(tensors, tensors(GRADIENTS), 0.25);
      assertThat(Tensors.toArray(tensors.get(0))).containsExactly(0.625f, -1, 1.75f);
      TensorLists.moveTowards(tensors, tensors(GRADIENTS), 1);
      assertThat(Tensors.toArray(tensors.get(1))).isEqualTo(GRADIENTS[1]);
    }
  }

  private static List<Tensor> tensors(float[][] values) {
    return List.of(Tensors.of(values[0], 3), Tensors.of(values[1], 2));
  }

  private static Tensor scalar(double value) {
    return torch.zeros(new long[0]).add(new Scalar(value));
  }
}
