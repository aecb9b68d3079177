package facedepth.synthesis;

import java.util.Arrays;

/**
 * How far one person's head reaches from a centre within the cranium in every direction, so that
 * hair and hats can lie on it. Filled for one person after another: one a thread.
 */
final class Skull {
  private static final int AROUND = 64;
  private static final int UP = 32;
  private static final float LOWEST = -9.5f; // neutral height of the lowest vertices that count
  private static final float CENTRE_Y = 4.5f;

  private final int[] vertices;
  private final int[] withEars;
  private final float[] radius = new float[AROUND * UP];
  private final float[] blurred = new float[AROUND * UP];

  Skull(HeadModel head) {
    withEars =
        Arrays.stream(head.trianglesOf(HeadPart.SKIN, HeadPart.BACK))
            .distinct()
            .filter(v -> head.neutral()[3 * v + 1] > LOWEST)
            .toArray();
    vertices =
        Arrays.stream(withEars)
            .filter(
                v ->
                    !FaceAtlas.isEar(
                        head.neutral()[3 * v],
                        head.neutral()[3 * v + 1],
                        head.neutral()[3 * v + 2]))
            .toArray();
  }

  /** Height of the centre over the head's origin, centimetres. */
  static float centreY() {
    return CENTRE_Y;
  }

  /**
   * Measures a head, whose positions are in its own axes.
   *
   * @param ears whether what lies on the head lies over the ears
   */
  void measure(float[] position, boolean ears) {
    Arrays.fill(radius, 0);
    for (int v : ears ? withEars : vertices) {
      float x = position[3 * v];
      float y = position[3 * v + 1] - CENTRE_Y;
      float z = position[3 * v + 2];
      float r = (float) Math.sqrt(x * x + y * y + z * z);
      int column = Math.floorMod(Math.round(around(x, z)), AROUND);
      int row = Math.round(Math.min(UP - 1, Math.max(0, up(y, r))));
      radius[row * AROUND + column] = Math.max(radius[row * AROUND + column], r);
    }
    fillHoles();
    for (int row = 0; row < UP; row++) {
      for (int column = 0; column < AROUND; column++) {
        float here = radius[row * AROUND + column];
        float beside =
            radius[row * AROUND + (column + 1) % AROUND]
                + radius[row * AROUND + (column + AROUND - 1) % AROUND];
        float over =
            radius[Math.min(UP - 1, row + 1) * AROUND + column]
                + radius[Math.max(0, row - 1) * AROUND + column];
        blurred[row * AROUND + column] = Math.max(here, (2 * here + beside + over) / 6);
      }
    }
  }

  /** Distance from the centre to the skin along a vector from the centre, centimetres. */
  float radius(float x, float y, float z) {
    float r = (float) Math.sqrt(x * x + y * y + z * z) + 1e-6f;
    float column = around(x, z);
    float row = Math.min(UP - 1.001f, Math.max(0, up(y, r)));
    int c0 = (int) column;
    int r0 = (int) row;
    float tc = column - c0;
    float tr = row - r0;
    int c1 = (c0 + 1) % AROUND;
    c0 %= AROUND;
    float low = blurred[r0 * AROUND + c0] * (1 - tc) + blurred[r0 * AROUND + c1] * tc;
    float high = blurred[(r0 + 1) * AROUND + c0] * (1 - tc) + blurred[(r0 + 1) * AROUND + c1] * tc;
    return low + tr * (high - low);
  }

  /** Column of a direction, 0 to AROUND, straight ahead in the middle. */
  private static float around(float x, float z) {
    float turn = FaceAtlas.angle(x, z + 1) * (float) (AROUND / (2 * Math.PI));
    return x < 0 ? AROUND / 2f - turn : Math.min(AROUND - 1e-3f, AROUND / 2f + turn);
  }

  private static float up(float y, float r) {
    return (y / (r + 1e-6f) + 1) * 0.5f * (UP - 1);
  }

  private void fillHoles() {
    for (int row = 0; row < UP; row++) {
      float sum = 0;
      int count = 0;
      for (int column = 0; column < AROUND; column++) {
        float r = radius[row * AROUND + column];
        sum += r;
        count += r > 0 ? 1 : 0;
      }
      float mean = count > 0 ? sum / count : row > 0 ? radius[(row - 1) * AROUND] : 8;
      for (int column = 0; column < AROUND; column++) {
        int at = row * AROUND + column;
        if (radius[at] == 0) {
          float before = radius[row * AROUND + (column + AROUND - 1) % AROUND];
          radius[at] = before > 0 ? before : mean;
        }
      }
    }
  }
}
