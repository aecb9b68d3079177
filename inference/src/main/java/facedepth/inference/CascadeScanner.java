package facedepth.inference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads OpenCV's cascade files. They are XML of one plain shape, and long: this takes a tenth of
 * the start-up time that an XML parser and {@link Double#parseDouble} take.
 */
final class CascadeScanner {
  private static final int MOST_DIGITS = 17;

  private final byte[] text;
  private double[] numbers = new double[64];

  CascadeScanner(byte[] text) {
    this.text = text;
  }

  /**
   * Reads the whole file.
   *
   * @throws IllegalStateException if it does not hold a cascade
   */
  CascadeTables scan() {
    CascadeTables.Builder cascade = new CascadeTables.Builder();
    List<double[]> rectangles = null;
    int contentStart = 0;
    int i = 0;
    while ((i = indexOf('<', i)) >= 0) {
      int close = indexOf('>', i);
      if (close < 0) {
        break;
      }
      if (text[i + 1] == '!') { // <!-- a comment -->
        while (!(text[close - 1] == '-' && text[close - 2] == '-')) {
          close = indexOf('>', close + 1);
        }
      } else if (text[i + 1] == '/') {
        switch (ascii(i + 2, close)) {
          case "featureType" -> cascade.binaryPatterns(ascii(contentStart, i).contains("LBP"));
          case "width" -> cascade.width((int) numbers(contentStart, i)[0]);
          case "height" -> cascade.height((int) numbers(contentStart, i)[0]);
          case "stageThreshold" -> cascade.startStage(numbers(contentStart, i)[0]);
          case "internalNodes" -> cascade.addTree(numbers(contentStart, i));
          case "leafValues" -> cascade.addLeaves(numbers(contentStart, i));
          case "rect" -> cascade.addFeature(List.of(numbers(contentStart, i)));
          case "rects" -> {
            cascade.addFeature(rectangles);
            rectangles = null;
          }
          case "_" -> {
            if (rectangles != null) {
              rectangles.add(numbers(contentStart, i));
            }
          }
          default -> {}
        }
        contentStart = close + 1;
      } else {
        if (ascii(i + 1, close).equals("rects")) {
          rectangles = new ArrayList<>(3);
        }
        contentStart = close + 1;
      }
      i = close + 1;
    }
    return cascade.build();
  }

  private int indexOf(char wanted, int from) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private String ascii(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** The numbers between two places, parted by white space. */
  private double[] numbers(int from, int to) {
    int count = 0;
    int i = from;
    while (true) {
      while (i < to && text[i] <= ' ') {
        i++;
      }
      if (i >= to) {
        return Arrays.copyOf(numbers, count);
      }
      int start = i;
      while (i < to && text[i] > ' ') {
        i++;
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number(start, i);
    }
  }

  /** A decimal number, to well within the precision of the floats it is kept in. */
  private double number(int from, int to) {
    int i = from;
    boolean negative = text[i] == '-';
    if (negative || text[i] == '+') {
      i++;
    }
    long mantissa = 0;
    int digits = 0;
    int exponent = 0;
    boolean fraction = false;
    for (; i < to && text[i] != 'e' && text[i] != 'E'; i++) {
      if (text[i] == '.') {
        fraction = true;
      } else if (digits < MOST_DIGITS) {
        mantissa = 10 * mantissa + text[i] - '0';
        digits += mantissa == 0 ? 0 : 1;
        exponent -= fraction ? 1 : 0;
      } else {
        exponent += fraction ? 0 : 1;
      }
    }
    if (i < to) {
      boolean down = text[++i] == '-';
      int power = 0;
      for (i += down || text[i] == '+' ? 1 : 0; i < to; i++) {
        power = 10 * power + text[i] - '0';
      }
      exponent += down ? -power : power;
    }
    double value = exponent == 0 ? mantissa : mantissa * Math.pow(10, exponent);
    return negative ? -value : value;
  }
}
