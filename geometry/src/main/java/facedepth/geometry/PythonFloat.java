package facedepth.geometry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as Python's {@code repr(float)} prints them: the shortest decimal that reads back as the
 * same double, and of those the one nearest to it.
 *
 * <p>{@link Double#toString} is another thing: other exponent rules, and before JDK 19 not always
 * the shortest.
 */
final class PythonFloat {
  /** Every decimal of so many digits is the only one that reads as its (normal) double. */
  private static final int ALWAYS_UNIQUE_DIGITS = 15;

  private static final int ALWAYS_ENOUGH_DIGITS = 17;

  private PythonFloat() {}

  static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
    double magnitude = Math.abs(value);
    if (Double.isInfinite(magnitude)) {
      return sign + "inf";
    }
    return sign + (magnitude == 0 ? "0.0" : layOut(shortest(magnitude)));
  }

  /** The shortest decimal of a positive finite double, without zeros at its end. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    boolean subnormal = value < Double.MIN_NORMAL;
    // A decimal of 15 digits that reads as the value is, but for zeros, its shortest one.
    for (int digits = subnormal ? 1 : ALWAYS_UNIQUE_DIGITS;
        digits < ALWAYS_ENOUGH_DIGITS;
        digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (nearest.doubleValue() == value) {
        return nearest.stripTrailingZeros();
      }
      // Below a power of two doubles lie twice as dense, so the decimal above may do where the
      // nearest one, below, reads as the neighbour.
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
      if (above.doubleValue() == value) {
        return above.stripTrailingZeros();
      }
    }
    return exact
        .round(new MathContext(ALWAYS_ENOUGH_DIGITS, RoundingMode.HALF_EVEN))
        .stripTrailingZeros();
  }

  /** Python's format 'r': an exponent below 1e-4 and from 1e16, else at least one decimal. */
  private static String layOut(BigDecimal decimal) {
    String digits = decimal.unscaledValue().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    if (exponent < -4 || exponent >= 16) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      String size = Integer.toString(Math.abs(exponent));
      return digits.charAt(0)
          + fraction
          + (exponent < 0 ? "e-" : "e+")
          + (size.length() < 2 ? "0" : "")
          + size;
    }
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    int whole = exponent + 1;
    if (digits.length() <= whole) {
      return digits + "0".repeat(whole - digits.length()) + ".0";
    }
    return digits.substring(0, whole) + "." + digits.substring(whole);
  }
}
