package facedepth.synthesis;

import java.util.SplittableRandom;

/** Random draws in the forms that sampling a person needs. */
final class Dice {
  private final SplittableRandom random;

  /** The draws of one sample: a pure function of seed and index. */
  Dice(long seed, long index) {
    random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + index * 0xbf58476d1ce4e5b9L);
  }

  long seed() {
    return random.nextLong();
  }

  float uniform(float from, float to) {
    return from + (to - from) * (float) random.nextDouble();
  }

  float normal(float mean, float deviation) {
    return mean + deviation * (float) random.nextGaussian();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Uniform in the logarithm. */
  float logUniform(float from, float to) {
    return (float) (from * Math.pow(to / from, random.nextDouble()));
  }
}
