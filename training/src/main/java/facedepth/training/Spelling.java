package facedepth.training;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what a mistyped key was meant to be. Too small to bring a library for. */
final class Spelling {
  private Spelling() {}

  /** The name that takes the fewest edits (Levenshtein 1966) from what was typed. */
  static String nearest(String typed, Collection<?> names) {
    return names.stream()
        .map(Object::toString)
        .min(Comparator.comparingInt((String name) -> edits(typed, name)).thenComparing(n -> n))
        .orElse("");
  }

  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
