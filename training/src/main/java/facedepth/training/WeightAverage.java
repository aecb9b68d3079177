package facedepth.training;

import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** A running average of a network's weights and statistics, which is what is exported. */
final class WeightAverage {
  private final double decay;
  private StateDict average;
  private long updates;

  /**
   * An average that has seen nothing.
   *
   * @param decay how much of it stays at each update; 0 makes it the last weights
   */
  WeightAverage(double decay) {
    this.decay = decay;
  }

  /** Moves the average towards {@code weights}; early updates count for more. */
  void update(StateDict weights) {
    if (average == null || decay == 0) {
      average = weights;
      return;
    }
    updates++;
    float keep = (float) Math.min(decay, (1.0 + updates) / (10.0 + updates));
    Map<String, StateTensor> entries = new LinkedHashMap<>();
    for (Map.Entry<String, StateTensor> entry : weights.entries().entrySet()) {
      StateTensor now = entry.getValue();
      if (now.isInteger()) {
        entries.put(entry.getKey(), now);
        continue;
      }
      float[] mean = average.get(entry.getKey()).values();
      float[] values = now.values();
      for (int i = 0; i < mean.length; i++) {
        mean[i] = values[i] + keep * (mean[i] - values[i]);
      }
      entries.put(entry.getKey(), StateTensor.of(mean, now.shape()));
    }
    average = new StateDict(entries);
  }

  /** Whether it is more than the last weights. */
  boolean isAverage() {
    return decay > 0;
  }

  /** The average so far. */
  StateDict value() {
    return average;
  }

  long updates() {
    return updates;
  }

  /** Takes over a saved average. */
  void load(StateDict saved, long savedUpdates) {
    average = saved;
    updates = savedUpdates;
  }
}
