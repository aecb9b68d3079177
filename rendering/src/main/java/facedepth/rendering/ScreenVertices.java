package facedepth.rendering;

/**
 * Vertices as a camera sees them, ready to be drawn: where they are on the screen and what is
 * linear there. Reused from picture to picture; written by one thread at a time.
 *
 * <p>Screen coordinates are in pixels (samples) from the first one's centre, y downwards. Vertices
 * behind the near plane or outside a band of 8192 pixels are marked, and triangles with such a
 * corner are not drawn: faces are never that close.
 */
public final class ScreenVertices {
  static final int SUBPIXEL_BITS = 12;

  /** The snapped x of a vertex that cannot be drawn. */
  static final int UNDRAWABLE = Integer.MIN_VALUE;

  private static final float GUARD_BAND = 8192f;
  private static final int SNAP_OFFSET = 8192 << SUBPIXEL_BITS;
  private static final float NEAR = 1e-3f;

  private Projection projection = Projection.ORTHOGRAPHIC;
  private float[] exact = new float[0];
  private int[] snapped = new int[0];

  /**
   * Takes vertices that were projected elsewhere.
   *
   * @param screenX screen x of each vertex
   * @param screenY screen y of each vertex
   * @param z camera z of each vertex; positive for a perspective projection
   */
  public void set(float[] screenX, float[] screenY, float[] z, Projection how) {
    begin(z.length, how);
    for (int i = 0; i < z.length; i++) {
      put(i, screenX[i], screenY[i], z[i]);
    }
  }

  /**
   * Projects points by a pinhole at the origin that looks along z.
   *
   * @param points three floats a vertex, in camera axes
   * @param count of vertices
   * @param shiftX added to x of each point before it is projected; likewise y and z
   * @param focalLength in pixels
   * @param centreX where the axis meets the screen; likewise y
   */
  public void perspective(
      float[] points,
      int count,
      float shiftX,
      float shiftY,
      float shiftZ,
      float focalLength,
      float centreX,
      float centreY) {
    begin(count, Projection.PERSPECTIVE);
    for (int i = 0; i < count; i++) {
      float z = points[3 * i + 2] + shiftZ;
      float scale = focalLength / z;
      put(
          i,
          (points[3 * i] + shiftX) * scale + centreX,
          (points[3 * i + 1] + shiftY) * scale + centreY,
          z);
    }
  }

  /**
   * Projects points by parallel rays.
   *
   * @param toScreen an affine map to screen x, screen y and z, row by row, four floats each
   */
  public void orthographic(float[] points, int count, float[] toScreen) {
    begin(count, Projection.ORTHOGRAPHIC);
    float[] m = toScreen;
    for (int i = 0; i < count; i++) {
      float px = points[3 * i];
      float py = points[3 * i + 1];
      float pz = points[3 * i + 2];
      put(
          i,
          m[0] * px + m[1] * py + m[2] * pz + m[3],
          m[4] * px + m[5] * py + m[6] * pz + m[7],
          m[8] * px + m[9] * py + m[10] * pz + m[11]);
    }
  }

  private void begin(int count, Projection how) {
    projection = how;
    if (snapped.length < 2 * count) {
      exact = new float[3 * (count + count / 4)];
      snapped = new int[2 * (count + count / 4)];
    }
  }

  private void put(int i, float screenX, float screenY, float z) {
    boolean perspective = projection == Projection.PERSPECTIVE;
    exact[3 * i] = screenX;
    exact[3 * i + 1] = screenY;
    exact[3 * i + 2] = perspective ? 1 / z : z;
    boolean drawable =
        Math.abs(screenX) < GUARD_BAND
            && Math.abs(screenY) < GUARD_BAND
            && (!perspective || z > NEAR);
    snapped[2 * i] = drawable ? snap(screenX) : UNDRAWABLE;
    snapped[2 * i + 1] = drawable ? snap(screenY) : 0;
  }

  /** Nearest multiple of 1/4096; the offset makes truncation a floor within the guard band. */
  private static int snap(float pixels) {
    return (int) (pixels * (double) (1 << SUBPIXEL_BITS) + SNAP_OFFSET + 0.5) - SNAP_OFFSET;
  }

  boolean isPerspective() {
    return projection == Projection.PERSPECTIVE;
  }

  /**
   * For each vertex screen x and y as exactly as they are known, and what is linear on the screen:
   * 1/z in perspective, else z.
   */
  float[] exact() {
    return exact;
  }

  /** For each vertex screen x, or {@link #UNDRAWABLE}, and y in 1/4096 pixels. */
  int[] snapped() {
    return snapped;
  }
}
