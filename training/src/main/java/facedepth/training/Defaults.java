package facedepth.training;

/** What the records of a configuration have in common: a value that is left out has a default. */
final class Defaults {
  private Defaults() {}

  static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** Refuses a number below {@code least}, or none at all, by its key. */
  static void atLeast(String key, double value, double least) {
    if (!(value >= least) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(key + " " + value + " is not at least " + least);
    }
  }
}
