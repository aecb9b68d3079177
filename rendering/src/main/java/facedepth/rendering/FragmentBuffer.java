package facedepth.rendering;

import java.util.Arrays;

/**
 * What a rasteriser leaves behind for each sample: which triangle is nearest and how far away.
 * Where on the triangle a sample lies is worked out for those that are shaded, by {@link
 * SurfacePoint}.
 *
 * <p>Row-major, reused from picture to picture. Written by one thread at a time.
 */
public final class FragmentBuffer {
  /** The value of {@link #triangle} where nothing was drawn. */
  public static final int NOTHING = -1;

  private static final long EMPTY = nearness(Float.POSITIVE_INFINITY, NOTHING);

  private final int width;
  private final int height;
  // Depth above, triangle below: one comparison finds the nearest, the first drawn of equals.
  private final long[] nearest;
  private int firstRow;
  private int endRow;

  /** An empty buffer. */
  public FragmentBuffer(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + "x" + height + " is empty");
    }
    this.width = width;
    this.height = height;
    nearest = new long[Math.multiplyExact(width, height)];
    firstRow = 0;
    endRow = height;
    clear();
  }

  /** Forgets everything drawn. */
  public void clear() {
    if (firstRow < endRow) {
      Arrays.fill(nearest, firstRow * width, endRow * width, EMPTY);
    }
    firstRow = height;
    endRow = 0;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Whether nothing was drawn since the buffer was cleared. */
  public boolean isEmpty() {
    return firstRow >= endRow;
  }

  /**
   * Camera z of the nearest surface at a sample, positive infinity where there is none.
   *
   * @param at row times width plus column
   */
  public float depth(int at) {
    return Float.intBitsToFloat(ordered((int) (nearest[at] >> 32)));
  }

  /** Index of the nearest triangle (not of its first vertex), {@link #NOTHING} where none. */
  public int triangle(int at) {
    return (int) nearest[at];
  }

  /** Nearness of everything, for the rasteriser to write. */
  long[] nearest() {
    return nearest;
  }

  /** Tells that rows may have been written. */
  void touch(int from, int end) {
    firstRow = Math.min(firstRow, from);
    endRow = Math.max(endRow, end);
  }

  /** A number that grows with depth, then with the triangle's index. */
  static long nearness(float depth, int triangle) {
    return (long) ordered(Float.floatToRawIntBits(depth)) << 32 | triangle & 0xffffffffL;
  }

  /** Bits of a float as an int of the same order, and back. */
  private static int ordered(int bits) {
    return bits ^ bits >> 31 & 0x7fffffff;
  }
}
