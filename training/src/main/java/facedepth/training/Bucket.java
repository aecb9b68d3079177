package facedepth.training;

import java.util.Comparator;

/**
 * The group that a face belongs to in one respect, such as "15 to 30" of its yaw.
 *
 * @param rank where reports put the group, ascending
 * @param name what they call it
 */
public record Bucket(int rank, String name) implements Comparable<Bucket> {
  /** Where the data do not tell; the last. */
  static final Bucket UNKNOWN = new Bucket(Integer.MAX_VALUE, "unknown");

  private static final Comparator<Bucket> ORDER =
      Comparator.comparingInt(Bucket::rank).thenComparing(Bucket::name);

  /** "15 to 30" and the like; the first and the last are open. */
  static Bucket of(double value, double... borders) {
    for (int i = 0; i < borders.length; i++) {
      if (value < borders[i]) {
        return new Bucket(
            i,
            i == 0
                ? "below " + text(borders[0])
                : text(borders[i - 1]) + " to " + text(borders[i]));
      }
    }
    return new Bucket(borders.length, "from " + text(borders[borders.length - 1]));
  }

  private static String text(double border) {
    return border == Math.rint(border) ? Integer.toString((int) border) : Double.toString(border);
  }

  @Override
  public int compareTo(Bucket other) {
    return ORDER.compare(this, other);
  }
}
