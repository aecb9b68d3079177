package facedepth.networks;

/**
 * The distribution a parameter starts from: normal with this mean and standard deviation; a
 * deviation of 0 is a constant.
 *
 * @param mean the mean
 * @param deviation the standard deviation, not negative
 */
public record Initial(double mean, double deviation) {
  /** All zeros. */
  public static final Initial ZEROS = new Initial(0, 0);

  /** All ones. */
  public static final Initial ONES = new Initial(1, 0);

  /** Refuses a negative deviation. */
  public Initial {
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException("deviation must not be negative: " + deviation);
    }
  }

  /**
   * Glorot and Bengio's normal rule (PyTorch's {@code xavier_normal_}): variance 2 / (fan in + fan
   * out).
   */
  public static Initial xavierNormal(long fanIn, long fanOut) {
    return new Initial(0, Math.sqrt(2.0 / (fanIn + fanOut)));
  }

  /** The same with a deviation of so many times; 0 is the constant. */
  Initial times(double factor) {
    return new Initial(mean, factor * deviation);
  }
}
