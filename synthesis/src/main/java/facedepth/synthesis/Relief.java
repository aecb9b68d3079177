package facedepth.synthesis;

/**
 * Folds of skin finer than the mesh, as heights on a frontal grid: lines are drawn into it once a
 * person, normals tilted by it at every point.
 */
final class Relief {
  private static final float CELL = 0.1f;
  private static final float LEFT = -8;
  private static final float BOTTOM = -12;
  private static final int COLUMNS = 161;
  private static final int ROWS = 221;

  private final float[] height = new float[COLUMNS * ROWS];
  private float slopeX;
  private float slopeY;

  /**
   * Presses a fold along a line of points into the skin.
   *
   * @param line x, y pairs in centimetres
   * @param depth in the middle of the line, centimetres; it tapers to nothing at both ends
   * @param width half width, centimetres
   */
  void fold(float[] line, float depth, float width) {
    int segments = line.length / 2 - 1;
    for (int s = 0; s < segments; s++) {
      float ax = line[2 * s];
      float ay = line[2 * s + 1];
      float ex = line[2 * s + 2] - ax;
      float ey = line[2 * s + 3] - ay;
      float square = ex * ex + ey * ey + 1e-9f;
      float reach = 2 * width;
      int left = column(Math.min(ax, ax + ex) - reach);
      int right = column(Math.max(ax, ax + ex) + reach);
      int low = row(Math.min(ay, ay + ey) - reach);
      int high = row(Math.max(ay, ay + ey) + reach);
      for (int row = low; row <= high; row++) {
        float y = BOTTOM + row * CELL;
        for (int column = left; column <= right; column++) {
          float x = LEFT + column * CELL;
          float t = FaceAtlas.clamp(((x - ax) * ex + (y - ay) * ey) / square);
          float dx = x - ax - t * ex;
          float dy = y - ay - t * ey;
          float away = (dx * dx + dy * dy) / (width * width);
          if (away < 4) {
            float along = (s + t) / segments;
            float taper = 4 * along * (1 - along);
            // A groove between two low banks.
            float profile =
                away < 1 ? -(1 - away) * (1 - away) : 0.1f * (away - 1) * (4 - away) / 2.25f;
            int at = row * COLUMNS + column;
            float value = depth * taper * profile;
            height[at] = value < 0 ? Math.min(height[at], value) : Math.max(height[at], value);
          }
        }
      }
    }
  }

  private static int column(float x) {
    return Math.max(0, Math.min(COLUMNS - 1, Math.round((x - LEFT) / CELL)));
  }

  private static int row(float y) {
    return Math.max(0, Math.min(ROWS - 1, Math.round((y - BOTTOM) / CELL)));
  }

  /** Height at a place of the front of the head; also finds the slopes there. */
  float read(float x, float y) {
    float u = (x - LEFT) * (1 / CELL);
    float v = (y - BOTTOM) * (1 / CELL);
    slopeX = 0;
    slopeY = 0;
    if (u < 0 || v < 0 || u >= COLUMNS - 1 || v >= ROWS - 1) {
      return 0;
    }
    int column = (int) u;
    int row = (int) v;
    u -= column;
    v -= row;
    int at = row * COLUMNS + column;
    float a = height[at];
    float b = height[at + 1];
    float c = height[at + COLUMNS];
    float d = height[at + COLUMNS + 1];
    slopeX = ((b - a) * (1 - v) + (d - c) * v) * (1 / CELL);
    slopeY = ((c - a) * (1 - u) + (d - b) * u) * (1 / CELL);
    float low = a + u * (b - a);
    return low + v * (c + u * (d - c) - low);
  }

  /** Slope along x at the place last read. */
  float slopeX() {
    return slopeX;
  }

  /** Slope along y at the place last read. */
  float slopeY() {
    return slopeY;
  }
}
