package facedepth.synthesis;

/** Pastes another person's picture into what stands behind. */
final class BystanderPainter {
  private BystanderPainter() {}

  /**
   * Covers part of a backdrop.
   *
   * @param picture the person without a background; blurred here
   * @param behind planar linear RGB of the backdrop, changed in place
   * @param resolution the backdrop's side in pixels
   */
  static void paint(Bystander bystander, Picture picture, float[] behind, int resolution) {
    int small = picture.resolution();
    int radius = Math.round(bystander.blur() * small);
    float[][] planes = new float[4][small * small];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(picture.rgb(), c * small * small, planes[c], 0, small * small);
    }
    System.arraycopy(picture.cover(), 0, planes[3], 0, small * small);
    for (float[] plane : planes) {
      // Two boxes come near enough to a lens out of focus.
      for (int pass = 0; pass < 2 && radius > 0; pass++) {
        blur(plane, small, radius, 1, small);
        blur(plane, small, radius, small, 1);
      }
    }
    float scale = small / (bystander.size() * resolution);
    int area = resolution * resolution;
    for (int row = 0; row < resolution; row++) {
      float y = (row + 0.5f - (0.5f + bystander.v()) * resolution) * scale + 0.5f * small - 0.5f;
      for (int column = 0; column < resolution; column++) {
        float x =
            (column + 0.5f - (0.5f + bystander.u()) * resolution) * scale + 0.5f * small - 0.5f;
        // Below the square the body goes on as it left it.
        float inside = Math.min(y, small - 1.001f);
        if (x < 0 || x > small - 1.001f || inside < 0) {
          continue;
        }
        float open = 1 - sample(planes[3], small, x, inside);
        for (int c = 0; c < 3; c++) {
          int at = c * area + row * resolution + column;
          behind[at] = open * behind[at] + sample(planes[c], small, x, inside);
        }
      }
    }
  }

  private static float sample(float[] plane, int size, float x, float y) {
    int ix = (int) x;
    int iy = (int) y;
    float fx = x - ix;
    int at = iy * size + ix;
    float top = plane[at] + fx * (plane[at + 1] - plane[at]);
    float bottom = plane[at + size] + fx * (plane[at + size + 1] - plane[at + size]);
    return top + (y - iy) * (bottom - top);
  }

  /** Means of {@code 2 radius + 1} values along lines; the ends repeat. */
  private static void blur(float[] plane, int size, int radius, int step, int nextLine) {
    float[] line = new float[size];
    for (int l = 0; l < size; l++) {
      int start = l * nextLine;
      float sum = 0;
      for (int k = -radius; k <= radius; k++) {
        sum += plane[start + step * Math.max(0, Math.min(size - 1, k))];
      }
      for (int i = 0; i < size; i++) {
        line[i] = sum / (2 * radius + 1);
        int leaving = Math.max(0, i - radius);
        int entering = Math.min(size - 1, i + radius + 1);
        sum += plane[start + step * entering] - plane[start + step * leaving];
      }
      for (int i = 0; i < size; i++) {
        plane[start + step * i] = line[i];
      }
    }
  }
}
