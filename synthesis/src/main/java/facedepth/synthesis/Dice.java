package facedepth.synthesis;

import java.util.SplittableRandom;

/**
 * Random draws in the forms that sampling a person needs. Every part of a sample draws from a
 * {@link #stream} of its own, so that a change to how hats are drawn leaves noses as they were.
 */
final class Dice {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long key;
  private final SplittableRandom random;

  /** The draws of one sample: a pure function of seed and index. */
  Dice(long seed, long index) {
    this(seed * GOLDEN + index * 0xbf58476d1ce4e5b9L);
  }

  private Dice(long key) {
    this.key = key;
    random = new SplittableRandom(key);
  }

  /** Draws that depend on this one's origin and the name, not on what was drawn before. */
  Dice stream(String name) {
    return new Dice(scramble(key + GOLDEN * name.hashCode()));
  }

  /** The n-th of many alike. */
  Dice stream(int number) {
    return new Dice(scramble(key ^ GOLDEN * (number + 1L)));
  }

  private static long scramble(long value) {
    long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
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
