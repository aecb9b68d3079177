package facedepth.synthesis;

/**
 * A small square picture that a backdrop is painted on, linear RGB. Places are told as in the crop:
 * u to the right and v down, both -0.5 to 0.5.
 */
final class Canvas {
  final int size;

  /** Red, green and blue, row-major. */
  final float[][] planes;

  /** Colour at a place in metres on a wall. */
  interface Pattern {
    void at(float x, float y, float[] rgb);
  }

  Canvas(int size) {
    this.size = size;
    planes = new float[3][size * size];
  }

  float u(int column) {
    return (column + 0.5f) / size - 0.5f;
  }

  /** The column or row that a place lies in, cut off at the picture's edges. */
  int pixel(float place) {
    return Math.max(0, Math.min(size, Math.round((place + 0.5f) * size)));
  }

  void fill(float[] rgb) {
    rectangle(-1, -1, 1, 1, rgb);
  }

  void rectangle(float left, float top, float right, float bottom, float[] rgb) {
    int from = pixel(left);
    int to = Math.max(from, pixel(right));
    for (int y = pixel(top); y < pixel(bottom); y++) {
      for (int c = 0; c < 3; c++) {
        java.util.Arrays.fill(planes[c], y * size + from, y * size + to, rgb[c]);
      }
    }
  }

  /** A rectangle whose colour runs from top to bottom. */
  void grade(float top, float bottom, float[] above, float[] below) {
    int from = pixel(top);
    int to = pixel(bottom);
    for (int y = from; y < to; y++) {
      float t = (y - from + 0.5f) / (to - from);
      for (int c = 0; c < 3; c++) {
        float value = above[c] + t * (below[c] - above[c]);
        java.util.Arrays.fill(planes[c], y * size, (y + 1) * size, value);
      }
    }
  }

  /**
   * A disc or an ellipse.
   *
   * @param edge share of the radius over which it fades
   * @param cover 0 nothing to 1 opaque
   */
  void ellipse(
      float u, float v, float halfWidth, float halfHeight, float edge, float[] rgb, float cover) {
    int bottom = pixel(v + halfHeight);
    int right = pixel(u + halfWidth);
    for (int y = pixel(v - halfHeight); y < bottom; y++) {
      float dy = (u(y) - v) / halfHeight;
      for (int x = pixel(u - halfWidth); x < right; x++) {
        float dx = (u(x) - u) / halfWidth;
        float inside = 1 - (dx * dx + dy * dy);
        if (inside > 0) {
          blend(y * size + x, rgb, cover * Math.min(1, inside / (2 * edge)));
        }
      }
    }
  }

  /** Adds light in a disc, as lamps out of focus do. */
  void glow(float u, float v, float radius, float[] rgb, float edge) {
    int bottom = pixel(v + radius);
    int right = pixel(u + radius);
    for (int y = pixel(v - radius); y < bottom; y++) {
      float dy = (u(y) - v) / radius;
      for (int x = pixel(u - radius); x < right; x++) {
        float dx = (u(x) - u) / radius;
        float inside = 1 - (dx * dx + dy * dy);
        if (inside > 0) {
          float share = Math.min(1, inside / edge);
          for (int c = 0; c < 3; c++) {
            planes[c][y * size + x] += share * rgb[c];
          }
        }
      }
    }
  }

  /**
   * A wall seen at an angle.
   *
   * @param span metres across the picture's middle
   * @param slant how much nearer its right side is, -0.8 to 0.8
   */
  void wall(float span, float slant, Pattern pattern) {
    float[] rgb = new float[3];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        float scale = span / (1 + slant * u(x));
        pattern.at(scale * u(x), scale * u(y), rgb);
        for (int c = 0; c < 3; c++) {
          planes[c][y * size + x] = rgb[c];
        }
      }
    }
  }

  /** Multiplies everything by one plus noise. */
  void mottle(Noise noise, float scaleX, float scaleY, int octaves, float strength) {
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        float factor = 1 + strength * noise.octaves(u(x) * scaleX, u(y) * scaleY, 0, octaves);
        for (int c = 0; c < 3; c++) {
          planes[c][y * size + x] *= Math.max(0, factor);
        }
      }
    }
  }

  /**
   * Light that falls off from a place: multiplies by 1 there and by {@code far} half a width off.
   */
  void fallOff(float u, float v, float far) {
    float slope = 4 * (1 / Math.max(0.05f, far) - 1);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        float dx = u(x) - u;
        float dy = u(y) - v;
        float factor = 1 / (1 + slope * (dx * dx + dy * dy));
        for (int c = 0; c < 3; c++) {
          planes[c][y * size + x] *= factor;
        }
      }
    }
  }

  void blend(int pixel, float[] rgb, float cover) {
    for (int c = 0; c < 3; c++) {
      planes[c][pixel] += cover * (rgb[c] - planes[c][pixel]);
    }
  }
}
