package facedepth.inference;

/** What a network answers for one picture. Row-major arrays, shared with the caller. */
public final class DepthPrediction {
  private final int width;
  private final int height;
  private final float[] depth;
  private final float[] maskLogits;

  DepthPrediction(int width, int height, float[] depth, float[] maskLogits) {
    this.width = width;
    this.height = height;
    this.depth = depth;
    this.maskLogits = maskLogits;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The first channel of depth, as the network gave it. */
  public float[] depth() {
    return depth;
  }

  /** Positive where the face is; empty for {@link ModelKind#RAW}. */
  public float[] maskLogits() {
    return maskLogits;
  }
}
