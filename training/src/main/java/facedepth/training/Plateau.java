package facedepth.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A learning rate that falls when the loss does not: PyTorch's ReduceLROnPlateau in its mode {@code
 * min} with a relative threshold and no cooldown, told the mean of the losses of every {@code
 * every} steps.
 */
final class Plateau {
  private static final double LEAST_CHANGE = 1e-8; // PyTorch's eps

  private final ScheduleSettings settings;
  private double rate;
  private double best = Double.POSITIVE_INFINITY;
  private int bad;
  private double sum;
  private int count;

  Plateau(ScheduleSettings settings, double rate) {
    this.settings = settings;
    this.rate = rate;
  }

  double rate() {
    return rate;
  }

  /** Takes note of the mean loss of some steps. */
  void observe(double loss, int steps) {
    sum += loss * steps;
    count += steps;
    if (count < settings.every()) {
      return;
    }
    double mean = sum / count;
    sum = 0;
    count = 0;
    if (mean < best * (1 - settings.threshold())) {
      best = mean;
      bad = 0;
    } else {
      bad++;
    }
    if (bad > settings.patience()) {
      double lower = rate * settings.factor();
      rate = rate - lower > LEAST_CHANGE ? lower : rate;
      bad = 0;
    }
  }

  /** Exact: Java prints doubles so that they read back the same. */
  Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    state.put("plateau.rate", Double.toString(rate));
    state.put("plateau.best", Double.toString(best));
    state.put("plateau.bad", Integer.toString(bad));
    state.put("plateau.sum", Double.toString(sum));
    state.put("plateau.count", Integer.toString(count));
    return state;
  }

  void restore(Map<String, String> state) {
    if (!state.containsKey("plateau.rate")) {
      return;
    }
    rate = Double.parseDouble(state.get("plateau.rate"));
    best = Double.parseDouble(state.get("plateau.best"));
    bad = Integer.parseInt(state.get("plateau.bad"));
    sum = Double.parseDouble(state.get("plateau.sum"));
    count = Integer.parseInt(state.get("plateau.count"));
  }
}
