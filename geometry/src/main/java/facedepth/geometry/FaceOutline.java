package facedepth.geometry;

/**
 * Where the silhouette of a face runs, finer than pixels: a number for each pixel of a depth map,
 * positive inside, negative outside, -1 to 1, and zero along the line at which a mesh is cut.
 *
 * <p>A mask of whole pixels has steps; meshes cut along them look as if bitten by a saw. Either the
 * network's own doubt at the edge tells where between two pixels the line runs, or the mask is
 * blurred and cut where half of it is left.
 */
public final class FaceOutline {
  /** Standard deviation in pixels: smooths steps, and stays within a pixel of corners. */
  private static final double MASK_BLUR = 1.0;

  private static final double LOGITS_BLUR = 1.0;

  private final int width;
  private final int height;
  private final float[] values;

  private FaceOutline(int width, int height, float[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /** Along the edge of the finite pixels, its steps smoothed: within a pixel of it. */
  public static FaceOutline of(DepthMap map) {
    float[] values = new float[map.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.isFinite(map.values()[i]) ? 1 : -1;
    }
    return smoothed(map.width(), map.height(), values, MASK_BLUR);
  }

  /**
   * Along the line at which a network is in two minds.
   *
   * @param logits positive where the network sees the face, row-major
   * @param inside what is left of it after strands were cut off and holes were closed; where it
   *     contradicts the logits it counts
   * @throws IllegalArgumentException if the arrays are not of the given size
   */
  public static FaceOutline of(int width, int height, float[] logits, boolean[] inside) {
    if ((long) width * height != logits.length || logits.length != inside.length) {
      throw new IllegalArgumentException(
          logits.length + " logits, " + inside.length + " pixels of " + width + "x" + height);
    }
    float[] values = new float[logits.length];
    for (int i = 0; i < values.length; i++) {
      boolean agrees = logits[i] > 0 == inside[i];
      // 2 p - 1 of the probability p
      values[i] = agrees ? (float) Math.tanh(logits[i] / 2) : inside[i] ? 0.5f : -0.5f;
    }
    return smoothed(width, height, values, LOGITS_BLUR);
  }

  /** The largest disc in the middle of a map. */
  static FaceOutline disc(int width, int height) {
    float[] values = new float[Math.multiplyExact(width, height)];
    double radius = (Math.min(width, height) - 1) / 2.0;
    for (int i = 0; i < values.length; i++) {
      double x = i % width - (width - 1) / 2.0;
      double y = i / width - (height - 1) / 2.0;
      values[i] = (float) Math.max(-1, Math.min(1, radius - Math.hypot(x, y)));
    }
    return new FaceOutline(width, height, values);
  }

  private static FaceOutline smoothed(int width, int height, float[] values, double sigma) {
    return new FaceOutline(width, height, GaussianBlur.of(values, width, height, sigma));
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The numbers, row-major; shared, not copied. */
  float[] values() {
    return values;
  }
}
