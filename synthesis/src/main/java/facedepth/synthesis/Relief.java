package facedepth.synthesis;

/**
 * Folds of skin finer than the mesh, as heights on a frontal grid: lines are drawn into it once a
 * person, normals tilted by it at every point.
 */
final class Relief {
  private static final float CELL = 0.08f;
  private static final float LEFT = -8;
  private static final float BOTTOM = -12;
  private static final int COLUMNS = 201;
  private static final int ROWS = 276;
  private static final int CHANNELS = 3; // height and its slopes along x and y
  private static final int BLOCK = 4; // nodes a side of a block that may be smooth throughout

  private final float[] height = new float[COLUMNS * ROWS];
  private final float[] node = new float[CHANNELS * COLUMNS * ROWS];
  private final boolean[] pressed = new boolean[(COLUMNS / BLOCK + 1) * (ROWS / BLOCK + 1)];
  private int highest = 0;
  private int lowest = ROWS - 1;

  /** Height and slopes at the place last read. */
  final float[] here = new float[CHANNELS];

  /**
   * Presses a fold along a line of points into the skin.
   *
   * @param line x, y pairs in centimetres
   * @param depth in the middle of the line, centimetres; it tapers to nothing at both ends
   * @param width half width, centimetres
   */
  void fold(float[] line, float depth, float width) {
    if (depth < 0.002f) {
      return;
    }
    float[] smooth = subdivide(subdivide(line));
    int segments = smooth.length / 2 - 1;
    for (int s = 0; s < segments; s++) {
      segment(smooth, s, segments, depth, width);
    }
  }

  private void segment(float[] line, int s, int segments, float depth, float width) {
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
    lowest = Math.min(lowest, low);
    highest = Math.max(highest, high);
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
          float rest = 1 - away / 4;
          float value = -4 * depth * along * (1 - along) * rest * rest * rest;
          int at = row * COLUMNS + column;
          height[at] = Math.min(height[at], value);
        }
      }
    }
  }

  /** Chaikin's corner cutting, ends kept. */
  private static float[] subdivide(float[] line) {
    int count = line.length / 2;
    float[] out = new float[4 * (count - 1) + 4];
    out[0] = line[0];
    out[1] = line[1];
    for (int i = 0; i < count - 1; i++) {
      for (int axis = 0; axis < 2; axis++) {
        float a = line[2 * i + axis];
        float b = line[2 * i + 2 + axis];
        out[4 * i + 2 + axis] = 0.75f * a + 0.25f * b;
        out[4 * i + 4 + axis] = 0.25f * a + 0.75f * b;
      }
    }
    out[out.length - 2] = line[line.length - 2];
    out[out.length - 1] = line[line.length - 1];
    return out;
  }

  /** Works out the slopes; to be called once all folds are pressed. */
  void finish() {
    for (int row = Math.max(1, lowest - 1); row <= Math.min(ROWS - 2, highest + 1); row++) {
      for (int column = 1; column < COLUMNS - 1; column++) {
        int at = row * COLUMNS + column;
        int out = CHANNELS * at;
        node[out] = height[at];
        if (height[at] != 0) {
          pressed[row / BLOCK * (COLUMNS / BLOCK + 1) + column / BLOCK] = true;
        }
        node[out + 1] = (height[at + 1] - height[at - 1]) * (0.5f / CELL);
        node[out + 2] = (height[at + COLUMNS] - height[at - COLUMNS]) * (0.5f / CELL);
      }
    }
  }

  private static int column(float x) {
    return Math.max(0, Math.min(COLUMNS - 1, Math.round((x - LEFT) / CELL)));
  }

  private static int row(float y) {
    return Math.max(0, Math.min(ROWS - 1, Math.round((y - BOTTOM) / CELL)));
  }

  /** Reads height and slopes at a place of the front of the head; false where it is smooth. */
  boolean read(float x, float y) {
    float u = (x - LEFT) * (1 / CELL);
    float v = (y - BOTTOM) * (1 / CELL);
    if (u < 0 || v < 0 || u >= COLUMNS - 1 || v >= ROWS - 1) {
      return false;
    }
    int column = (int) u;
    int row = (int) v;
    if (!pressed[row / BLOCK * (COLUMNS / BLOCK + 1) + column / BLOCK]) {
      return false;
    }
    int at = row * COLUMNS + column;
    u -= column;
    v -= row;
    int a = CHANNELS * at;
    int b = a + CHANNELS * COLUMNS;
    for (int c = 0; c < CHANNELS; c++) {
      float low = node[a + c] + u * (node[a + CHANNELS + c] - node[a + c]);
      float high = node[b + c] + u * (node[b + CHANNELS + c] - node[b + c]);
      here[c] = low + v * (high - low);
    }
    return true;
  }
}
