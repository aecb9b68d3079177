package facedepth.rendering;

/**
 * Where on a triangle the ray through a sample meets it: exact weights of the corners and depth.
 * Mutable and reused from point to point.
 */
public final class SurfacePoint {
  private static final double BEYOND = 0.5; // of the triangle
  private static final double TINY = 1e-20; // square samples

  private int a;
  private int b;
  private int c;
  private float weightA;
  private float weightB;
  private float weightC;
  private float depth;

  /**
   * Finds the point.
   *
   * @param triangle index of a triangle that {@link Rasterizer} found at the sample
   * @param column of the sample; a fraction lies between samples
   * @param row likewise
   */
  public void locate(
      ScreenVertices vertices, int[] triangles, int triangle, float column, float row) {
    a = triangles[3 * triangle];
    b = triangles[3 * triangle + 1];
    c = triangles[3 * triangle + 2];
    float[] exact = vertices.exact();
    double ax = exact[3 * a] - column;
    double ay = exact[3 * a + 1] - row;
    double bx = exact[3 * b] - column;
    double by = exact[3 * b + 1] - row;
    double cx = exact[3 * c] - column;
    double cy = exact[3 * c + 1] - row;
    double ea = bx * cy - by * cx;
    double eb = cx * ay - cy * ax;
    double ec = ax * by - ay * bx;
    double area = ea + eb + ec;
    if (area < 0) {
      ea = -ea;
      eb = -eb;
      ec = -ec;
      area = -area;
    }
    // Corners are snapped for coverage: a sample may lie a hair outside the true triangle. The
    // plane goes on there, unless the triangle is seen so nearly edge-on that it would run away.
    double least = -BEYOND * area;
    if (!(ea >= least && eb >= least && ec >= least) || area < TINY) {
      ea = Math.max(0, ea);
      eb = Math.max(0, eb);
      ec = Math.max(TINY, ec);
      area = ea + eb + ec;
    }
    double ka = ea * exact[3 * a + 2];
    double kb = eb * exact[3 * b + 2];
    double kc = ec * exact[3 * c + 2];
    double sum = ka + kb + kc;
    if (vertices.isPerspective()) {
      depth = (float) (area / sum);
      weightB = (float) (kb / sum);
      weightC = (float) (kc / sum);
    } else {
      depth = (float) (sum / area);
      weightB = (float) (eb / area);
      weightC = (float) (ec / area);
    }
    weightA = 1 - weightB - weightC;
  }

  /** Camera z. */
  public float depth() {
    return depth;
  }

  /**
   * The value here of one component of an attribute.
   *
   * @param size floats a vertex
   * @param component which of them
   */
  public float interpolate(float[] attribute, int size, int component) {
    return weightA * attribute[size * a + component]
        + weightB * attribute[size * b + component]
        + weightC * attribute[size * c + component];
  }

  /** Index of the triangle's first corner. */
  public int firstCorner() {
    return a;
  }

  /** Index of the triangle's second corner. */
  public int secondCorner() {
    return b;
  }

  /** The largest index of the three corners. */
  public int lastCorner() {
    return Math.max(a, Math.max(b, c));
  }
}
