package facedepth.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A range of values on a chart, its ends at round numbers.
 *
 * @param low value at the start
 * @param high value at the end
 * @param logarithmic whether equal distances are equal ratios
 * @param ticks values to write beside it, ascending
 */
record Axis(double low, double high, boolean logarithmic, List<Double> ticks) {
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final int MOST_TICKS = 6;

  /** Values that span more than this ratio cannot be read on a linear axis. */
  private static final double WIDE = 10;

  /**
   * An axis for values.
   *
   * @param ratios whether it may be logarithmic, which it is if the values are positive and many
   *     times each other
   */
  static Axis of(double[] values, boolean ratios) {
    if (values.length == 0) {
      return linear(0, 1);
    }
    double least = Arrays.stream(values).min().getAsDouble();
    double greatest = Arrays.stream(values).max().getAsDouble();
    return ratios && least > 0 && greatest / least > WIDE
        ? logarithmic(least, greatest)
        : linear(least, greatest);
  }

  /** A linear axis that holds two values; it begins at 0 if that costs little room. */
  static Axis linear(double least, double greatest) {
    double from = least > 0 && least < 0.4 * greatest ? 0 : least;
    double span = greatest > from ? greatest - from : Math.max(1e-6, 0.1 * Math.abs(from));
    double step = span;
    double power = Math.pow(10, Math.floor(Math.log10(span)) - 1);
    for (int i = 0; i < 8; i++) {
      step = ROUND[i % 3] * power * Math.pow(10, i / 3);
      if (span / step <= MOST_TICKS - 2) {
        break;
      }
    }
    long first = (long) Math.floor(from / step + 1e-9);
    long last = Math.max(first + 1, (long) Math.ceil(greatest / step - 1e-9));
    List<Double> ticks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      ticks.add(round(i * step));
    }
    return new Axis(ticks.get(0), ticks.get(ticks.size() - 1), false, ticks);
  }

  private static Axis logarithmic(double least, double greatest) {
    List<Double> ticks = new ArrayList<>();
    for (double power = Math.pow(10, Math.floor(Math.log10(least))); ; power *= 10) {
      for (int i = 0; i < 3; i++) {
        if (ROUND[i + 1] * power > least * (1 + 1e-9)) {
          ticks.add(round(ROUND[i] * power));
          if (ROUND[i] * power >= greatest * (1 - 1e-9)) {
            return new Axis(ticks.get(0), ticks.get(ticks.size() - 1), true, sparse(ticks));
          }
        }
      }
    }
  }

  /** Powers of ten only where there are many. */
  private static List<Double> sparse(List<Double> ticks) {
    return ticks.size() <= MOST_TICKS + 2
        ? ticks
        : ticks.stream()
            .filter(t -> Math.abs(Math.log10(t) - Math.rint(Math.log10(t))) < 1e-9)
            .toList();
  }

  private static double round(double value) {
    return new BigDecimal(value).round(new MathContext(9)).doubleValue();
  }

  /** Where a value lies, 0 at {@link #low} to 1 at {@link #high}. */
  double position(double value) {
    return logarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  /** A tick in few letters: 0.05, 20k, 1e-5. */
  static String label(double tick) {
    double size = Math.abs(tick);
    if (size >= 10_000) {
      return plain(tick / 1000) + "k";
    }
    if (size > 0 && size < 1e-3) {
      int exponent = (int) Math.floor(Math.log10(size) + 1e-9);
      return plain(round(tick / Math.pow(10, exponent))) + "e" + exponent;
    }
    return plain(tick);
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.6f", value).replaceFirst("\\.?0+$", "");
  }
}
