package facedepth.geometry;

/**
 * Where a depth map is too steep for a surface: at the nose before a cheek, an ear behind it.
 *
 * <p>A cell of four pixels is a jump if its depth range exceeds the {@linkplain
 * DepthSurface#maximumStep step} allowed at its nearest corner, which is relative: it grows with
 * the distance from the camera as the spacing of the rays does.
 */
final class DepthJumps {
  /** Standard deviation in pixels. */
  private static final double STRICT_BLUR = 1.0;

  private final boolean[] barred;

  /** From 1 on flat ground to 0 where the steepest cell around is about to tear, -1 at least. */
  private final float[] margin;

  private final double stepAtMedian;

  private DepthJumps(int size, double stepAtMedian) {
    this.stepAtMedian = stepAtMedian;
    barred = new boolean[size];
    margin = new float[size];
  }

  static DepthJumps of(DepthMap map, DepthSurface surface) {
    int width = map.width();
    int height = map.height();
    float[] depth = map.values();
    DepthJumps jumps = new DepthJumps(depth.length, surface.maximumStep(0));
    float[] above = new float[width + 1]; // steepness of the cells of the row above, by x + 1
    float[] below = new float[width + 1];
    for (int y = 0; y < height; y++) {
      for (int x = 1; x < width; x++) {
        below[x] = y < height - 1 ? steepness(depth, y * width + x - 1, width, surface) : 0;
      }
      for (int x = 0; x < width; x++) {
        float steepest =
            Math.max(Math.max(above[x], above[x + 1]), Math.max(below[x], below[x + 1]));
        jumps.margin[y * width + x] = Math.max(-1, 1 - steepest);
        jumps.barred[y * width + x] = steepest > 1;
      }
      below[width] = 0;
      float[] swap = above;
      above = below;
      below = swap;
      above[0] = 0;
      above[width] = 0;
    }
    return jumps;
  }

  /** Depth range of a cell over the step allowed there; 0 where a corner is missing. */
  private static float steepness(float[] depth, int a, int width, DepthSurface surface) {
    float p = depth[a];
    float q = depth[a + 1];
    float r = depth[a + width];
    float s = depth[a + width + 1];
    float nearest = Math.min(Math.min(p, q), Math.min(r, s));
    float range = Math.max(Math.max(p, q), Math.max(r, s)) - nearest;
    return range > 0 ? (float) (range / surface.maximumStep(nearest)) : 0; // false for NaN
  }

  /**
   * Lowers a field that is positive inside the face to where the surface tears.
   *
   * @param depth with values beyond the edge of the face, or NaN
   * @param strictness how many times less steep what begins at the face's edge may be
   */
  void cut(float[] field, float[] depth, int width, double strictness) {
    if (strictness > 1) {
      boolean[] flank = flank(field, width, strictness);
      if (flank != null) {
        RimLimit.apply(field, depth, width, flank, margin, stepAtMedian);
        return;
      }
    }
    for (int i = 0; i < field.length; i++) {
      field[i] = Math.min(field[i], margin[i]);
    }
  }

  /** The pixels of the face that are too steep all the way from its edge, null for none. */
  private boolean[] flank(float[] field, int width, double strictness) {
    float[] strict = strictMargin(width, (float) strictness);
    boolean[] reached = new boolean[field.length];
    boolean[] flank = new boolean[field.length];
    int[] stack = new int[field.length];
    int size = 0;
    for (int i = 0; i < field.length; i++) {
      if (field[i] <= 0) {
        reached[i] = true;
        stack[size++] = i;
      }
    }
    int found = 0;
    while (size > 0) {
      int i = stack[--size];
      int x = i % width;
      for (int k = 0; k < 9; k++) {
        int nx = x + k % 3 - 1;
        int next = i + k % 3 - 1 + (k / 3 - 1) * width;
        if (nx >= 0
            && nx < width
            && next >= 0
            && next < field.length
            && !reached[next]
            && strict[next] <= 0) {
          reached[next] = true;
          flank[next] = true;
          found++;
          stack[size++] = next;
        }
      }
    }
    return found > 0 ? flank : null;
  }

  /** The margin for another limit, smoothed: steepness is a derivative, and noisy. */
  private float[] strictMargin(int width, float strictness) {
    float[] strict = new float[margin.length];
    for (int i = 0; i < strict.length; i++) {
      strict[i] = Math.max(-1, 1 - strictness * (1 - margin[i]));
    }
    return GaussianBlur.of(strict, width, strict.length / width, STRICT_BLUR);
  }

  /**
   * A field made negative within so many pixels of a jump: both ends of a longer edge across it.
   */
  float[] widened(float[] field, int width, int reach) {
    float[] out = field.clone();
    int height = field.length / width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (barred[y * width + x]) {
          float value = Math.min(field[y * width + x], margin[y * width + x]);
          for (int ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++) {
            for (int nx = Math.max(0, x - reach); nx <= Math.min(width - 1, x + reach); nx++) {
              out[ny * width + nx] = Math.min(out[ny * width + nx], value);
            }
          }
        }
      }
    }
    return out;
  }

  /** Whether one of the four cells around a pixel is a jump, row-major. */
  boolean[] barred() {
    return barred;
  }
}
