package facedepth.rendering;

import java.util.Arrays;

/**
 * What a rasteriser leaves behind for each pixel: which triangle is nearest, where on it, and how
 * far away. Shading happens afterwards, once a pixel.
 *
 * <p>Row-major arrays, shared with the caller and reused from picture to picture. Written by one
 * thread at a time.
 */
public final class FragmentBuffer {
  /** The value of {@link #triangle} where nothing was drawn. */
  public static final int NOTHING = -1;

  private final int width;
  private final int height;
  private final float[] depth;
  private final int[] triangle;
  private final float[] weight1;
  private final float[] weight2;

  /** An empty buffer. */
  public FragmentBuffer(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture of " + width + "x" + height + " is empty");
    }
    this.width = width;
    this.height = height;
    int area = Math.multiplyExact(width, height);
    depth = new float[area];
    triangle = new int[area];
    weight1 = new float[area];
    weight2 = new float[area];
    clear();
  }

  /** Forgets everything drawn. */
  public void clear() {
    Arrays.fill(depth, Float.POSITIVE_INFINITY);
    Arrays.fill(triangle, NOTHING);
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Camera z of the nearest surface, positive infinity where there is none. */
  public float[] depth() {
    return depth;
  }

  /** Index of the nearest triangle (not of its first vertex), {@link #NOTHING} where none. */
  public int[] triangle() {
    return triangle;
  }

  /** Weight of the triangle's second corner, perspective-correct. */
  public float[] weight1() {
    return weight1;
  }

  /** Weight of the triangle's third corner; the first has what is left to 1. */
  public float[] weight2() {
    return weight2;
  }
}
