package facedepth.rendering;

/**
 * Finds the nearest triangle behind every sample.
 *
 * <p>Corners are snapped to 1/4096 sample and coverage is decided in integers with the top-left
 * rule, so a shared edge is drawn exactly once, without cracks. Depth comes from the triangle's
 * plane through the corners as they are; a triangle seen edge-on is kept from reaching far beyond
 * its corners.
 */
public final class Rasterizer {
  /** Columns from which it pays to reckon where a row of a triangle begins and ends. */
  private static final int WIDE = 6;

  private static final int BITS = ScreenVertices.SUBPIXEL_BITS;
  private static final int SUBPIXELS = 1 << BITS;

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
   * @param triangles three vertex indices a triangle
   */
  public static void draw(
      ScreenVertices vertices,
      int[] triangles,
      int from,
      int to,
      Cull cull,
      FragmentBuffer target) {
    boolean perspective = vertices.isPerspective();
    boolean culling = cull == Cull.CLOCKWISE;
    int[] snapped = vertices.snapped();
    float[] exact = vertices.exact();
    int width = target.width();
    int lastColumn = width - 1;
    int lastRow = target.height() - 1;
    long[] nearest = target.nearest();
    int firstTouched = Integer.MAX_VALUE;
    int lastTouched = -1;
    for (int t = from; t < to; t++) {
      int a = triangles[3 * t];
      int b = triangles[3 * t + 1];
      int c = triangles[3 * t + 2];
      int ax = snapped[2 * a];
      int bx = snapped[2 * b];
      int cx = snapped[2 * c];
      // Most triangles are smaller than a sample: first see whether the box holds a centre.
      int low = Math.min(ax, Math.min(bx, cx));
      int minX = Math.max(0, low + SUBPIXELS - 1 >> BITS);
      int maxX = Math.min(lastColumn, Math.max(ax, Math.max(bx, cx)) >> BITS);
      if (minX > maxX || low == ScreenVertices.UNDRAWABLE) {
        continue;
      }
      int ay = snapped[2 * a + 1];
      int by = snapped[2 * b + 1];
      int cy = snapped[2 * c + 1];
      int minY = Math.max(0, Math.min(ay, Math.min(by, cy)) + SUBPIXELS - 1 >> BITS);
      int maxY = Math.min(lastRow, Math.max(ay, Math.max(by, cy)) >> BITS);
      if (minY > maxY) {
        continue;
      }
      long area = (long) (bx - ax) * (cy - ay) - (long) (by - ay) * (cx - ax);
      // With y down a positive area runs clockwise on the screen.
      if (area == 0 || (area > 0 && culling)) {
        continue;
      }
      float ka = exact[3 * a + 2];
      float kb = exact[3 * b + 2];
      float kc = exact[3 * c + 2];
      // Snapping may draw a sample a hair outside the triangle: its plane goes on a little.
      float nearK = Math.max(ka, Math.max(kb, kc));
      float farK = Math.min(ka, Math.min(kb, kc));
      float beyond = 0.5f * (nearK - farK);
      nearK += beyond;
      farK -= beyond;
      float x0 = exact[3 * a];
      float y0 = exact[3 * a + 1];
      float edgeBx = exact[3 * b] - x0;
      float edgeBy = exact[3 * b + 1] - y0;
      float edgeCx = exact[3 * c] - x0;
      float edgeCy = exact[3 * c + 1] - y0;
      float determinant = edgeBx * edgeCy - edgeCx * edgeBy;
      float inverse = determinant == 0 ? 0 : 1 / determinant;
      float slopeX = ((kb - ka) * edgeCy - (kc - ka) * edgeBy) * inverse;
      float slopeY = ((kc - ka) * edgeBx - (kb - ka) * edgeCx) * inverse;
      if (area < 0) {
        int swap = bx;
        bx = cx;
        cx = swap;
        swap = by;
        by = cy;
        cy = swap;
      }
      // Edge functions, not negative inside; the bias keeps right and bottom edges out.
      long stepAx = (long) (by - cy) * SUBPIXELS;
      long stepAy = (long) (cx - bx) * SUBPIXELS;
      long stepBx = (long) (cy - ay) * SUBPIXELS;
      long stepBy = (long) (ax - cx) * SUBPIXELS;
      long stepCx = (long) (ay - by) * SUBPIXELS;
      long stepCy = (long) (bx - ax) * SUBPIXELS;
      int px = minX * SUBPIXELS;
      int py = minY * SUBPIXELS;
      long rowA =
          (long) (cx - bx) * (py - by) + (long) (by - cy) * (px - bx) + bias(cx - bx, cy - by);
      long rowB =
          (long) (ax - cx) * (py - cy) + (long) (cy - ay) * (px - cx) + bias(ax - cx, ay - cy);
      long rowC =
          (long) (bx - ax) * (py - ay) + (long) (ay - by) * (px - ax) + bias(bx - ax, by - ay);
      float left = ka + slopeX * (minX - x0);
      boolean wide = maxX - minX >= WIDE;
      float crossA = 0;
      float crossB = 0;
      float crossC = 0;
      float perRowA = 0;
      float perRowB = 0;
      float perRowC = 0;
      if (wide) {
        // Where along the row each edge function changes its sign, in columns from the box's left.
        float inverseA = stepAx == 0 ? 0 : -1f / stepAx;
        float inverseB = stepBx == 0 ? 0 : -1f / stepBx;
        float inverseC = stepCx == 0 ? 0 : -1f / stepCx;
        crossA = rowA * inverseA;
        crossB = rowB * inverseB;
        crossC = rowC * inverseC;
        perRowA = stepAy * inverseA;
        perRowB = stepBy * inverseB;
        perRowC = stepCy * inverseC;
      }
      int rowStart = minY * width + minX;
      for (int row = minY; row <= maxY; row++) {
        int first = 0;
        int last = maxX - minX;
        if (wide) {
          int down = row - minY;
          float enters = 0;
          float leaves = last;
          float x = crossA + down * perRowA;
          if (stepAx > 0) {
            enters = Math.max(enters, x);
          } else if (stepAx < 0) {
            leaves = Math.min(leaves, x);
          }
          x = crossB + down * perRowB;
          if (stepBx > 0) {
            enters = Math.max(enters, x);
          } else if (stepBx < 0) {
            leaves = Math.min(leaves, x);
          }
          x = crossC + down * perRowC;
          if (stepCx > 0) {
            enters = Math.max(enters, x);
          } else if (stepCx < 0) {
            leaves = Math.min(leaves, x);
          }
          // A guess with room to spare; the edge functions decide.
          first = Math.max(0, (int) (enters - 0.1f));
          last = Math.min(last, (int) (leaves + 0.1f));
        }
        long ea = rowA + first * stepAx;
        long eb = rowB + first * stepBx;
        long ec = rowC + first * stepCx;
        float atLeft = left + slopeY * (row - y0);
        for (int column = first; column <= last; column++) {
          if ((ea | eb | ec) >= 0) {
            float k = atLeft + slopeX * column;
            k = k < farK ? farK : k > nearK ? nearK : k;
            long here = FragmentBuffer.nearness(perspective ? 1 / k : k, t);
            if (here < nearest[rowStart + column]) {
              nearest[rowStart + column] = here;
            }
          }
          ea += stepAx;
          eb += stepBx;
          ec += stepCx;
        }
        rowA += stepAy;
        rowB += stepBy;
        rowC += stepCy;
        rowStart += width;
      }
      firstTouched = Math.min(firstTouched, minY);
      lastTouched = Math.max(lastTouched, maxY);
    }
    if (lastTouched >= 0) {
      target.touch(firstTouched, lastTouched + 1);
    }
  }

  /** For corners that run clockwise on the screen: left edges run up, top edges run right. */
  private static int bias(int dx, int dy) {
    return dy < 0 || (dy == 0 && dx > 0) ? 0 : -1;
  }
}
