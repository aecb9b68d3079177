package facedepth.rendering;

/**
 * Finds the nearest triangle behind every pixel centre.
 *
 * <p>Corners are snapped to 1/256 pixel and coverage is decided in integers with the top-left rule,
 * so a shared edge is drawn exactly once, without cracks. Depth and corner weights are interpolated
 * per pixel, perspective-correct. Corners outside a band of 8192 pixels round the picture, and
 * triangles that reach behind the near plane, are left out whole: faces are never that close.
 */
public final class Rasterizer {
  private static final int SUBPIXELS = 256;
  private static final int SNAP_OFFSET = 1 << 22;
  private static final float GUARD_BAND = 8192f;
  private static final float NEAR = 1e-3f;

  private Rasterizer() {}

  /** Which triangles to leave out by the way they turn on the screen. */
  public enum Cull {
    /** Draw both sides. */
    NONE,
    /** Leave out triangles whose corners run clockwise on the screen (y down). */
    CLOCKWISE
  }

  /**
   * Draws triangles {@code from} (inclusive) to {@code to} (exclusive) into {@code target}.
   *
   * @param x screen x of each vertex in pixels; the centre of the first pixel is 0
   * @param y screen y of each vertex, downwards
   * @param z camera z of each vertex; positive for a perspective projection
   * @param triangles three vertex indices a triangle
   */
  public static void draw(
      float[] x,
      float[] y,
      float[] z,
      int[] triangles,
      int from,
      int to,
      Projection projection,
      Cull cull,
      FragmentBuffer target) {
    boolean perspective = projection == Projection.PERSPECTIVE;
    int width = target.width();
    int height = target.height();
    float[] depth = target.depth();
    int[] hit = target.triangle();
    float[] weight1 = target.weight1();
    float[] weight2 = target.weight2();
    for (int t = from; t < to; t++) {
      int a = triangles[3 * t];
      int b = triangles[3 * t + 1];
      int c = triangles[3 * t + 2];
      float za = z[a];
      float zb = z[b];
      float zc = z[c];
      if (perspective && !(za > NEAR && zb > NEAR && zc > NEAR)) {
        continue;
      }
      if (isFar(x[a], y[a]) || isFar(x[b], y[b]) || isFar(x[c], y[c])) {
        continue;
      }
      int ax = snap(x[a]);
      int ay = snap(y[a]);
      int bx = snap(x[b]);
      int by = snap(y[b]);
      int cx = snap(x[c]);
      int cy = snap(y[c]);
      long area = (long) (bx - ax) * (cy - ay) - (long) (by - ay) * (cx - ax);
      // With y down a positive area runs clockwise on the screen.
      if (area == 0 || (area > 0 && cull == Cull.CLOCKWISE)) {
        continue;
      }
      boolean swapped = area < 0;
      if (swapped) {
        int sx = bx;
        int sy = by;
        bx = cx;
        by = cy;
        cx = sx;
        cy = sy;
        area = -area;
      }
      // First and last pixel centres inside the bounding box.
      int minX = Math.max(0, ceilPixel(Math.min(ax, Math.min(bx, cx))));
      int maxX = Math.min(width - 1, floorPixel(Math.max(ax, Math.max(bx, cx))));
      int minY = Math.max(0, ceilPixel(Math.min(ay, Math.min(by, cy))));
      int maxY = Math.min(height - 1, floorPixel(Math.max(ay, Math.max(by, cy))));
      if (minX > maxX || minY > maxY) {
        continue;
      }
      // Edge functions, positive inside; the bias keeps pixels on right and bottom edges out.
      long stepAx = -(long) (cy - by) * SUBPIXELS;
      long stepAy = (long) (cx - bx) * SUBPIXELS;
      long stepBx = -(long) (ay - cy) * SUBPIXELS;
      long stepBy = (long) (ax - cx) * SUBPIXELS;
      long stepCx = -(long) (by - ay) * SUBPIXELS;
      long stepCy = (long) (bx - ax) * SUBPIXELS;
      long px = (long) minX * SUBPIXELS;
      long py = (long) minY * SUBPIXELS;
      long rowA = (cx - bx) * (py - by) - (cy - by) * (px - bx);
      long rowB = (ax - cx) * (py - cy) - (ay - cy) * (px - cx);
      long rowC = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
      long biasA = isTopLeft(cx - bx, cy - by) ? 0 : -1;
      long biasB = isTopLeft(ax - cx, ay - cy) ? 0 : -1;
      long biasC = isTopLeft(bx - ax, by - ay) ? 0 : -1;
      float inverseArea = 1f / area;
      float ka = perspective ? 1f / za : za;
      float kb = perspective ? 1f / (swapped ? zc : zb) : (swapped ? zc : zb);
      float kc = perspective ? 1f / (swapped ? zb : zc) : (swapped ? zb : zc);
      for (int row = minY; row <= maxY; row++) {
        long ea = rowA;
        long eb = rowB;
        long ec = rowC;
        int index = row * width + minX;
        for (int column = minX; column <= maxX; column++, index++) {
          if (((ea + biasA) | (eb + biasB) | (ec + biasC)) >= 0) {
            float wb = eb * inverseArea;
            float wc = ec * inverseArea;
            float k = ka + wb * (kb - ka) + wc * (kc - ka);
            float zHere = perspective ? 1f / k : k;
            if (zHere < depth[index]) {
              depth[index] = zHere;
              hit[index] = t;
              float w1 = perspective ? wb * kb * zHere : wb;
              float w2 = perspective ? wc * kc * zHere : wc;
              weight1[index] = swapped ? w2 : w1;
              weight2[index] = swapped ? w1 : w2;
            }
          }
          ea += stepAx;
          eb += stepBx;
          ec += stepCx;
        }
        rowA += stepAy;
        rowB += stepBy;
        rowC += stepCy;
      }
    }
  }

  private static boolean isFar(float x, float y) {
    return !(Math.abs(x) < GUARD_BAND && Math.abs(y) < GUARD_BAND);
  }

  /** Nearest multiple of 1/256; the offset makes truncation a floor within the guard band. */
  private static int snap(float pixels) {
    return (int) (pixels * (double) SUBPIXELS + SNAP_OFFSET + 0.5) - SNAP_OFFSET;
  }

  private static int ceilPixel(int fixed) {
    return (fixed + SUBPIXELS - 1) >> 8;
  }

  private static int floorPixel(int fixed) {
    return fixed >> 8;
  }

  /** For corners that run clockwise on the screen: left edges run up, top edges run right. */
  private static boolean isTopLeft(int dx, int dy) {
    return dy < 0 || (dy == 0 && dx > 0);
  }
}
