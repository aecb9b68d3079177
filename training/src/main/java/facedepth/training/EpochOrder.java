package facedepth.training;

import java.util.Random;

/**
 * In which order samples are seen: every epoch all of them once, shuffled by the seed and the
 * number of the epoch. Remembers the last epoch asked for; for one thread.
 */
final class EpochOrder {
  private final int samples;
  private final long seed;
  private long known = -1;
  private int[] order = {};

  EpochOrder(int samples, long seed) {
    this.samples = samples;
    this.seed = seed;
  }

  /** Which epoch a position of the stream belongs to. */
  long epoch(long position) {
    return position / samples;
  }

  /** Where in its epoch a position lies. */
  int place(long position) {
    return (int) (position % samples);
  }

  /** The samples of an epoch in their order (Fisher and Yates); never changed afterwards. */
  int[] of(long epoch) {
    if (epoch == known) {
      return order;
    }
    order = new int[samples];
    Random random = new Random(seed * 0x9e3779b97f4a7c15L + epoch);
    for (int i = 0; i < samples; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    known = epoch;
    return order;
  }
}
