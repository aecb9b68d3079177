package facedepth.training;

import facedepth.geometry.DepthMap;

/**
 * Brings squares of pixels to another size: the mean of the covered area when they become smaller,
 * linear between pixel centres when they become larger.
 */
final class GridResize {
  private final int from;
  private final int to;
  private final int[] first; // for each new pixel of a line the first old one that counts
  private final float[][] shares; // and how much that one and its followers count, together 1

  /**
   * Prepares for squares of one size.
   *
   * @param from side in pixels
   * @param to side that is wanted
   */
  GridResize(int from, int to) {
    this.from = from;
    this.to = to;
    first = new int[to];
    shares = new float[to][];
    double ratio = (double) from / to;
    for (int i = 0; i < to; i++) {
      if (ratio > 1) {
        cover(i, i * ratio, Math.min(from, (i + 1) * ratio));
      } else {
        between(i, Math.max(0, Math.min(from - 1, (i + 0.5) * ratio - 0.5)));
      }
    }
  }

  private void cover(int i, double left, double right) {
    first[i] = (int) left;
    int count = (int) Math.ceil(right - 1e-9) - first[i];
    shares[i] = new float[count];
    for (int k = 0; k < count; k++) {
      int pixel = first[i] + k;
      double covered = Math.min(pixel + 1, right) - Math.max(pixel, left);
      shares[i][k] = (float) (covered / (right - left));
    }
  }

  private void between(int i, double at) {
    first[i] = (int) at;
    float far = (float) (at - first[i]);
    shares[i] = far == 0 ? new float[] {1} : new float[] {1 - far, far};
  }

  /**
   * Resizes a picture.
   *
   * @param rgb planar, row-major, 0 to 255
   * @return the same, whole numbers
   */
  float[] picture(float[] rgb) {
    if (from == to) {
      return rgb;
    }
    float[] resized = new float[3 * to * to];
    for (int i = 0; i < resized.length; i++) {
      int x = i % to;
      int y = i / to % to;
      int plane = i / (to * to) * from * from;
      float sum = 0;
      for (int v = 0; v < shares[y].length; v++) {
        int row = plane + (first[y] + v) * from + first[x];
        for (int u = 0; u < shares[x].length; u++) {
          sum += shares[y][v] * shares[x][u] * rgb[row + u];
        }
      }
      resized[i] = Math.round(sum);
    }
    return resized;
  }

  /**
   * Resizes a depth map without mixing face and background: a pixel is face if at least half of
   * what it stands for is, and its depth is the mean over that half alone.
   */
  DepthMap depth(DepthMap depth) {
    if (from == to) {
      return depth;
    }
    float[] resized = new float[to * to];
    for (int y = 0; y < to; y++) {
      for (int x = 0; x < to; x++) {
        float sum = 0;
        float face = 0;
        for (int v = 0; v < shares[y].length; v++) {
          for (int u = 0; u < shares[x].length; u++) {
            float value = depth.at(first[x] + u, first[y] + v);
            if (Float.isFinite(value)) {
              float share = shares[y][v] * shares[x][u];
              sum += share * value;
              face += share;
            }
          }
        }
        resized[y * to + x] = face > 0.4999f ? sum / face : Float.NaN;
      }
    }
    return new DepthMap(to, to, resized);
  }
}
