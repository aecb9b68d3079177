package facedepth.inference;

/** What a network answers for one picture. Row-major arrays, shared with the caller. */
public final class DepthPrediction {
  private final int width;
  private final int height;
  private final float[] depth;
  private final float[] maskLogits;
  private final float[] across;

  DepthPrediction(int width, int height, float[] depth, float[] maskLogits) {
    this(width, height, depth, maskLogits, new float[0]);
  }

  DepthPrediction(int width, int height, float[] depth, float[] maskLogits, float[] across) {
    this.width = width;
    this.height = height;
    this.depth = depth;
    this.maskLogits = maskLogits;
    this.across = across;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /**
   * The first channel of depth, as the network gave it; of {@link DepthMeaning#POINTS} the third
   * coordinate.
   */
  public float[] depth() {
    return depth;
  }

  /**
   * Positive where the face is; of a network without a face mask, where it says that its depth is
   * to be trusted; empty if it does not say.
   */
  public float[] maskLogits() {
    return maskLogits;
  }

  /**
   * Of {@link DepthMeaning#POINTS} the first two coordinates, a plane of x (right) and a plane of y
   * (down); empty otherwise.
   */
  public float[] across() {
    return across;
  }
}
