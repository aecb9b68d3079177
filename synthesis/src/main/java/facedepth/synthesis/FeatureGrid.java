package facedepth.synthesis;

/**
 * Distances to the small features of a face, worked out once a head on a frontal grid: the rims of
 * the lids and the lips. The face's sides are taken as mirror images; x is an absolute value.
 */
final class FeatureGrid {
  /** Further from a feature than this the grid says nothing. */
  static final float FAR = 9;

  private static final float CELL = 0.05f;
  private static final float BOTTOM = -9;
  private static final int COLUMNS = 142; // up to 7.1 cm
  private static final int ROWS = 360; // up to 9 cm
  private static final float LID_REACH = 2.4f;
  private static final float LIP_REACH = 0.8f;

  /** What is near: bits of a byte. */
  static final int LID = 1;

  static final int LIPS = 2;

  private static final float COARSE = 0.2f;
  private static final int COARSE_COLUMNS = 37;
  private static final int COARSE_ROWS = 91;

  private final byte[] near = new byte[COARSE_COLUMNS * COARSE_ROWS];
  private final float[] lid = new float[COLUMNS * ROWS];
  private final float[] lip = new float[COLUMNS * ROWS];
  private final float[] lipLine = new float[COLUMNS * ROWS];

  /**
   * Measures the grid.
   *
   * @param eyeRim x, y pairs round the opening of the eye at positive x
   * @param outerLip x, y pairs round the lips
   * @param innerLip x, y pairs round the line between them
   */
  FeatureGrid(float[] eyeRim, float[] outerLip, float[] innerLip) {
    for (int row = 0; row < ROWS; row++) {
      float y = BOTTOM + row * CELL;
      for (int column = 0; column < COLUMNS; column++) {
        float x = column * CELL;
        int at = row * COLUMNS + column;
        lid[at] = limit(-inside(eyeRim, x, y), LID_REACH);
        lip[at] = -limit(-inside(outerLip, x, y), LIP_REACH);
        lipLine[at] = Math.abs(inside(innerLip, x, y));
      }
    }
    for (int row = 0; row < COARSE_ROWS; row++) {
      for (int column = 0; column < COARSE_COLUMNS; column++) {
        float x = (column + 0.5f) * COARSE;
        float y = BOTTOM + (row + 0.5f) * COARSE;
        int bits = fromLid(x, y) < 1 + COARSE ? LID : 0;
        bits |= insideLips(x, y) > -0.15f - COARSE ? LIPS : 0;
        near[row * COARSE_COLUMNS + column] = (byte) bits;
      }
    }
  }

  private static float limit(float distance, float reach) {
    return distance > reach ? FAR : distance;
  }

  /** Signed distance to a closed line, positive inside. */
  private static float inside(float[] ring, float x, float y) {
    float nearest = Float.MAX_VALUE;
    boolean inside = false;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      float ax = ring[j];
      float ay = ring[j + 1];
      float bx = ring[i];
      float by = ring[i + 1];
      if ((ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) {
        inside = !inside;
      }
      float ex = bx - ax;
      float ey = by - ay;
      float t =
          FaceAtlas.clamp(((x - ax) * ex + (y - ay) * ey) / Math.max(1e-9f, ex * ex + ey * ey));
      float dx = x - ax - t * ex;
      float dy = y - ay - t * ey;
      nearest = Math.min(nearest, dx * dx + dy * dy);
    }
    float distance = (float) Math.sqrt(nearest);
    return inside ? distance : -distance;
  }

  /**
   * Which features are near a place, a sum of {@link #LID} within a centimetre and {@link #LIPS}
   * within a millimetre or two.
   */
  int near(float side, float y) {
    int column = (int) (side * (1 / COARSE));
    int row = (int) ((y - BOTTOM) * (1 / COARSE));
    return y < BOTTOM || column >= COARSE_COLUMNS || row >= COARSE_ROWS
        ? 0
        : near[row * COARSE_COLUMNS + column];
  }

  /** Distance outside the eye's opening, negative inside; {@link #FAR} away from it. */
  float fromLid(float side, float y) {
    return read(lid, side, y, FAR);
  }

  /** Distance inside the lips, negative outside; minus {@link #FAR} away from them. */
  float insideLips(float side, float y) {
    return read(lip, side, y, -FAR);
  }

  /** Distance from the line between the lips. */
  float fromLipLine(float side, float y) {
    return read(lipLine, side, y, FAR);
  }

  private static float read(float[] field, float side, float y, float outside) {
    float u = side * (1 / CELL);
    float v = (y - BOTTOM) * (1 / CELL);
    int column = (int) u;
    int row = (int) v;
    if (v < 0 || column >= COLUMNS - 1 || row >= ROWS - 1) {
      return outside;
    }
    int at = row * COLUMNS + column;
    u -= column;
    v -= row;
    float low = field[at] + u * (field[at + 1] - field[at]);
    float high = field[at + COLUMNS] + u * (field[at + COLUMNS + 1] - field[at + COLUMNS]);
    return low + v * (high - low);
  }
}
