package facedepth.geometry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of ASCII text that numbers are written into without making strings. */
final class TextBuffer {
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** Above this, six decimals no longer fit a long, and mean nothing to a float. */
  private static final double FIXED_LIMIT = 1e12;

  /** Room for the longest number: a sign and 19 digits, or an exponent form. */
  private static final int NUMBER_LENGTH = 32;

  private byte[] bytes;
  private int length;

  TextBuffer(int capacity) {
    bytes = new byte[Math.max(NUMBER_LENGTH, capacity)];
  }

  TextBuffer append(String text) {
    byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
    reserve(ascii.length);
    System.arraycopy(ascii, 0, bytes, length, ascii.length);
    length += ascii.length;
    return this;
  }

  TextBuffer append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  TextBuffer append(int value) {
    reserve(NUMBER_LENGTH);
    if (value < 0) {
      bytes[length++] = '-';
      digits(-(long) value);
    } else {
      digits(value);
    }
    return this;
  }

  /**
   * Appends a number with at most {@code decimals} (0 to 6) digits after the point, rounded half
   * away from zero, without zeros at the end.
   */
  TextBuffer append(float value, int decimals) {
    reserve(NUMBER_LENGTH);
    if (!(Math.abs(value) < FIXED_LIMIT)) {
      return append(Float.toString(value));
    }
    long power = POWERS[decimals];
    long scaled = (long) (Math.abs((double) value) * power + 0.5);
    if (value < 0 && scaled != 0) {
      bytes[length++] = '-';
    }
    long whole = scaled / power;
    digits(whole);
    long fraction = scaled - whole * power;
    if (fraction != 0) {
      bytes[length++] = '.';
      int first = length;
      length += decimals;
      for (int at = length - 1; at >= first; at--) {
        bytes[at] = (byte) ('0' + fraction % 10);
        fraction /= 10;
      }
      while (bytes[length - 1] == '0') {
        length--;
      }
    }
    return this;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void digits(long value) {
    int count = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    length += count;
    int at = length;
    long rest = value;
    do {
      bytes[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length, more), bytes.length));
    }
  }
}
