package facedepth.geometry;

/**
 * A plane of numbers at a finer spacing: {@code detail} steps from pixel to pixel, by Catmull and
 * Rom's cubic, which goes through the pixels' own values; straight lines where the cubic would lean
 * on a pixel that is missing or barred. Depth never leaves the bilinear surface through the pixels
 * by more than a thousandth of a crop width.
 */
final class CubicLattice {
  /** From the straight line, for each of the two directions. */
  private static final float FARTHEST = 4.5e-4f;

  private CubicLattice() {}

  /** Points along a side of {@code pixels} pixels. */
  static int side(int pixels, int detail) {
    return Math.addExact(Math.multiplyExact(pixels - 1, detail), 1);
  }

  /**
   * The finer plane, {@code side(width) x side(height)}.
   *
   * @param barred pixels the cubic may not lean on, or null for none; NaN ones are barred anyway
   */
  static float[] of(float[] plane, int width, int height, int detail, boolean[] barred) {
    return of(plane, width, height, detail, barred, false);
  }

  /**
   * The finer plane, whose values stay between those of the pixels around: it gets no new zeros.
   */
  static float[] withoutOvershoot(float[] plane, int width, int height, int detail) {
    return of(plane, width, height, detail, null, true);
  }

  private static float[] of(
      float[] plane, int width, int height, int detail, boolean[] barred, boolean limited) {
    if (detail == 1) {
      return plane.clone();
    }
    int fine = side(width, detail);
    float[] rows = new float[Math.multiplyExact(fine, height)];
    for (int y = 0; y < height; y++) {
      refine(plane, barred, y * width, 1, width, rows, y * fine, 1, detail, limited);
    }
    // What was reckoned beside a barred pixel is barred for the columns too.
    boolean[] barredRows = null;
    if (barred != null) {
      barredRows = new boolean[rows.length];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < fine; x++) {
          int left = y * width + x / detail;
          barredRows[y * fine + x] = barred[left] || x % detail != 0 && barred[left + 1];
        }
      }
    }
    float[] out = new float[Math.multiplyExact(fine, side(height, detail))];
    for (int x = 0; x < fine; x++) {
      refine(rows, barredRows, x, fine, height, out, x, fine, detail, limited);
    }
    return out;
  }

  private static void refine(
      float[] in,
      boolean[] barred,
      int from,
      int stride,
      int count,
      float[] out,
      int to,
      int outStride,
      int detail,
      boolean limited) {
    int target = to;
    for (int i = 0; i < count; i++) {
      int at = from + i * stride;
      float b = in[at];
      out[target] = b;
      if (i == count - 1) {
        return;
      }
      float c = in[at + stride];
      float a = i > 0 ? in[at - stride] : 2 * b - c;
      float d = i < count - 2 ? in[at + 2 * stride] : 2 * c - b;
      boolean straight =
          Float.isNaN(a + d)
              || barred != null
                  && (barred[at]
                      || barred[at + stride]
                      || i > 0 && barred[at - stride]
                      || i < count - 2 && barred[at + 2 * stride]);
      for (int k = 1; k < detail; k++) {
        float t = (float) k / detail;
        float line = b + t * (c - b);
        float value = line;
        if (!straight) {
          value =
              b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
        }
        out[target + k * outStride] =
            limited
                ? Math.max(Math.min(b, c), Math.min(Math.max(b, c), value))
                : Math.max(line - FARTHEST, Math.min(line + FARTHEST, value));
      }
      target += detail * outStride;
    }
  }
}
