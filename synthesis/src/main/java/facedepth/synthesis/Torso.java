package facedepth.synthesis;

/**
 * The body below the neck as rings one under the other, in the head's axes before the head is
 * turned on it. Its coordinates are its positions, so that clothes are cut and patterned by place.
 */
final class Torso {
  private static final int COLUMNS = 48;
  private static final float[] HEIGHT = {
    -9.5f, -10.7f, -12, -13.2f, -14.5f, -16, -17.6f, -19.5f, -22, -25, -29, -34, -42
  };

  /** Half width for shoulders of half width 20 centimetres. */
  private static final float[] WIDTH = {
    5, 6.4f, 8.6f, 11, 13.6f, 16, 17.7f, 18.9f, 19.7f, 20, 20, 19.6f, 19
  };

  private static final float[] DEPTH = {
    4.6f, 6.1f, 7.1f, 7.8f, 8.3f, 8.7f, 9.1f, 9.5f, 10, 10.5f, 11, 11.4f, 11.6f
  };

  private static final float[] MIDDLE = {
    -1.4f, -1.5f, -1.8f, -2, -2.1f, -2.1f, -2, -1.9f, -1.7f, -1.5f, -1.3f, -1.2f, -1.2f
  };

  private final float wider;
  private final float deeper;

  Torso(Outfit outfit) {
    wider = outfit.shoulders() / 20;
    deeper = outfit.chest() / 11;
  }

  /** Appends the body. */
  static void build(Outfit outfit, SceneMesh scene) {
    Torso torso = new Torso(outfit);
    Noise folds = new Noise(outfit.grain());
    int first = scene.vertexCount();
    int rows = HEIGHT.length - 1;
    for (int row = 0; row <= rows; row++) {
      float y = HEIGHT[row];
      // Loose cloth folds; skin does not.
      float loose = outfit.folds() * FaceAtlas.smoothstep(-12, -16, y);
      for (int column = 0; column <= COLUMNS; column++) {
        double angle = 2 * Math.PI * column / COLUMNS;
        float sin = (float) Math.sin(angle);
        float cos = (float) Math.cos(angle);
        float x = torso.width(row) * power(sin, 0.85f);
        float z = MIDDLE[row] + torso.depth(row) * power(cos, 0.85f);
        float fold = loose * folds.octaves(x * 0.22f + 0.1f * y, y * 0.13f, z * 0.22f, 2);
        // A drop towards the arms, as shoulders slope.
        scene.vertex(x + fold * sin, y, z + fold * cos, x, y, z);
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int a = first + row * (COLUMNS + 1) + column;
        scene.quad(a, a + COLUMNS + 1, a + COLUMNS + 2, a + 1, Material.CLOTH);
      }
    }
  }

  /**
   * How far the body reaches from the plane of the arms at a place beside the neck, centimetres;
   * below zero where no body is.
   *
   * @param front whether the chest is asked for, or the back
   */
  float surface(float x, float y, boolean front) {
    if (y > HEIGHT[0]) {
      return -1;
    }
    int row = 0;
    while (row < HEIGHT.length - 2 && y < HEIGHT[row + 1]) {
      row++;
    }
    float t = Math.min(1, (y - HEIGHT[row]) / (HEIGHT[row + 1] - HEIGHT[row]));
    float width = width(row) + t * (width(row + 1) - width(row));
    float depth = depth(row) + t * (depth(row + 1) - depth(row));
    float middle = MIDDLE[row] + t * (MIDDLE[row + 1] - MIDDLE[row]);
    float out = Math.abs(x) / width;
    if (out >= 1) {
      return -1;
    }
    float reach = depth * (float) Math.sqrt(1 - out * out);
    return front ? middle + reach : reach - middle;
  }

  private float width(int row) {
    // The neck is as it is; shoulders differ.
    float share = FaceAtlas.smoothstep(0, 6, row);
    return WIDTH[row] * (1 + share * (wider - 1));
  }

  private float depth(int row) {
    float share = FaceAtlas.smoothstep(1, 6, row);
    return DEPTH[row] * (1 + share * (deeper - 1));
  }

  private static float power(float unit, float exponent) {
    return Math.signum(unit) * (float) Math.pow(Math.abs(unit), exponent);
  }
}
