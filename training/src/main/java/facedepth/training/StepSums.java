package facedepth.training;

import facedepth.networks.torch.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Figures of some steps, added up where they are computed and read together: whoever reads a figure
 * off a GPU waits until it has done all that it was told before.
 */
@SuppressWarnings("try") // scopes do their work by being open
final class StepSums implements AutoCloseable {
  private final List<String> names = new ArrayList<>();
  private Tensor sums;
  private int steps;

  /** Adds a step's figures, scalars by name; the same names each time. */
  void add(Map<String, Tensor> figures) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Tensor values = torch.stack(new TensorVector(figures.values().toArray(new Tensor[0])));
      if (sums == null) {
        names.addAll(figures.keySet());
        sums = torch.zeros_like(values);
        sums.retainReference();
      }
      sums.add_(values);
    }
    steps++;
  }

  /** How many steps were added since the last reading. */
  int steps() {
    return steps;
  }

  /** Reads the means and forgets them; not finite if one of the figures was not. */
  Map<String, Double> means() {
    float[] values = Tensors.toArray(sums);
    Map<String, Double> means = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      means.put(names.get(i), (double) values[i] / steps);
    }
    try (PointerScope scope = new PointerScope()) {
      sums.zero_();
    }
    steps = 0;
    return means;
  }

  @Override
  public void close() {
    if (sums != null) {
      sums.releaseReference();
    }
  }
}
