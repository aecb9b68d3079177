package facedepth.training;

import facedepth.networks.StateDict;
import facedepth.networks.torch.TorchNetwork;

/** A running average of a network's weights and statistics, which is what is exported. */
final class WeightAverage {
  private final TorchNetwork average;
  private final double decay;
  private boolean begun;
  private long updates;

  /**
   * An average that has seen nothing.
   *
   * @param average holds it; stays the caller's
   * @param decay how much of it stays at each update; 0 makes it the last weights
   */
  WeightAverage(TorchNetwork average, double decay) {
    this.average = average;
    this.decay = decay;
  }

  /** Moves the average towards {@code now}; early updates count for more. */
  void update(TorchNetwork now) {
    if (!begun || decay == 0) {
      begun = true;
      average.moveTowards(now, 1);
      return;
    }
    updates++;
    average.moveTowards(now, 1 - Math.min(decay, (1.0 + updates) / (10.0 + updates)));
  }

  /** Whether it is more than the last weights. */
  boolean isAverage() {
    return decay > 0;
  }

  /** The network that has the average so far. */
  TorchNetwork network() {
    return average;
  }

  long updates() {
    return updates;
  }

  /** Takes over a saved average. */
  void load(StateDict saved, long savedUpdates) {
    average.loadStateDict(saved);
    begun = true;
    updates = savedUpdates;
  }
}
