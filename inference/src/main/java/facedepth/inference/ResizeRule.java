package facedepth.inference;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a whole picture is brought to the size at which a network sees it. The first three are
 * MiDaS's: they keep the aspect, as far as rounding both sides to multiples lets them.
 */
public enum ResizeRule {
  /** Of the two factors that bring a side to the wanted one, the one closer to 1. */
  MINIMAL("minimal"),
  /** The larger factor: no side is shorter than wanted. */
  LOWER_BOUND("lower-bound"),
  /** The smaller factor: no side is longer than wanted. */
  UPPER_BOUND("upper-bound"),
  /** Both sides as wanted, whatever the aspect. */
  STRETCH("stretch"),
  /**
   * First a square, the picture's edge repeated on both sides of the shorter one; then as wanted.
   */
  PAD("pad");

  private final String text;

  ResizeRule(String text) {
    this.text = text;
  }

  /** As model cards and the command line have it. */
  public String text() {
    return text;
  }

  /** The one of that name. */
  public static Optional<ResizeRule> of(String text) {
    return Arrays.stream(values()).filter(rule -> rule.text.equals(text)).findFirst();
  }

  /** All names, for messages. */
  public static String choices() {
    return Arrays.stream(values()).map(ResizeRule::text).collect(Collectors.joining(", "));
  }
}
