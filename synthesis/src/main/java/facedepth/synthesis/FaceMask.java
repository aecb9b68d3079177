package facedepth.synthesis;

/**
 * Which part of a head is <em>face</em>: the label that networks learn. Exactly:
 *
 * <ul>
 *   <li>skin of the face: forward of a plane a little behind the ear canals (within 1.6 radians of
 *       straight ahead round the vertical axis), below the <em>natural</em> hairline, wherever hair
 *       really begins, and above the jaw's edge. On the underside the edge lies where the chin's
 *       and jaw's outer faces turn under: what faces the ground between jaw and neck is not face;
 *   <li>both ears whole, their hollows and backs included;
 *   <li>eyes with their sockets, lips, the inside of the mouth, teeth, gums and tongue;
 *   <li>brows, lashes, stubble and beard, as far as they stand on such skin, and make-up.
 * </ul>
 *
 * Not face: scalp, hair of the head, neck and throat, clothes, hats and whatever hides the face.
 * Lenses do not hide it. The edge is a pure function of the place on the neutral head, so it moves
 * with identity and expression and is the same on both sides.
 */
final class FaceMask {
  private static final float AXIS_Z = 1; // cm; the vertical axis that angles run round
  private static final float BACK = 1.6f;

  /** Angles from straight ahead, and height of the jaw's edge there. */
  private static final float[] JAW_ANGLE = {0, 0.3f, 0.6f, 0.85f, 1.05f, 1.25f, 1.45f, 1.7f};

  private static final float[] JAW_HEIGHT = {
    -8.05f, -7.75f, -6.9f, -5.6f, -4.6f, -3.7f, -2.9f, -2.3f
  };

  private static final float CHIN = -7.57f; // of the head that the heights were read from
  private static final float UNDER = 0.7f; // how steeply the edge's surface cuts the jaw
  private static final float ROUND_THE_CORNER = 0.35f; // cm
  private static final int BINS = 256;
  private static final int SMOOTH = 8; // bins to either side

  private final float[] jawHeight = new float[BINS + 1];
  private final float[] jawRadius = new float[BINS + 1];
  private final float[] hairHeight = new float[BINS + 1];
  private final float backTurn;
  private float highestJaw = -99;

  FaceMask(HeadModel head) {
    float scale = head.neutral()[3 * head.landmarks()[8] + 1] / CHIN;
    for (int i = 0; i <= BINS; i++) {
      float angle = angleOf(2f * i / BINS);
      jawHeight[i] = scale * FaceAtlas.interpolate(JAW_ANGLE, JAW_HEIGHT, angle);
      hairHeight[i] =
          -FaceAtlas.aboveHairline((float) Math.sin(angle), 0, AXIS_Z + (float) Math.cos(angle));
      highestJaw = Math.max(highestJaw, jawHeight[i]);
    }
    measureRadii(head);
    backTurn = turn((float) Math.sin(BACK), AXIS_Z + (float) Math.cos(BACK));
  }

  /** How far the skin stands from the axis along the jaw's edge: a mean of what is near. */
  private void measureRadii(HeadModel head) {
    float[] sum = new float[BINS + 1];
    float[] weight = new float[BINS + 1];
    float[] n = head.neutral();
    for (int vertex : head.trianglesOf(HeadPart.SKIN)) {
      float x = n[3 * vertex];
      float y = n[3 * vertex + 1];
      float z = n[3 * vertex + 2];
      float bin = BINS / 2f * turn(x, z);
      for (int i = Math.max(0, (int) bin - 12); i <= Math.min(BINS, (int) bin + 12); i++) {
        float away = (bin - i) / 6;
        float off = (y - jawHeight[i]) / 0.35f;
        float w = (float) Math.exp(-away * away - off * off);
        sum[i] += w * radius(x, z);
        weight[i] += w;
      }
    }
    float last = 7;
    for (int i = 0; i <= BINS; i++) {
      last = weight[i] > 1e-3f ? sum[i] / weight[i] : last;
      jawRadius[i] = last;
    }
    for (int pass = 0; pass < 3; pass++) {
      smooth(jawRadius);
    }
  }

  /** A running mean, so that the edge does not follow single vertices. */
  private static void smooth(float[] values) {
    float[] rough = values.clone();
    for (int i = 0; i < rough.length; i++) {
      float sum = 0;
      for (int k = -SMOOTH; k <= SMOOTH; k++) {
        sum += rough[Math.max(0, Math.min(rough.length - 1, i + k))];
      }
      values[i] = sum / (2 * SMOOTH + 1);
    }
  }

  private static float radius(float x, float z) {
    return (float) Math.sqrt(x * x + (z - AXIS_Z) * (z - AXIS_Z));
  }

  /** How far round a place is, 0 ahead, 1 aside, 2 behind: an angle without its arc tangent. */
  private static float turn(float x, float z) {
    float side = Math.abs(x);
    float ahead = z - AXIS_Z;
    float sum = side + Math.abs(ahead) + 1e-9f;
    return ahead >= 0 ? side / sum : 2 - side / sum;
  }

  private static float angleOf(float turn) {
    float side = turn <= 1 ? turn : 2 - turn;
    float ahead = turn <= 1 ? 1 - turn : turn - 1;
    return (float) Math.atan2(side, turn <= 1 ? ahead : -ahead);
  }

  /** Whether a place on the skin is face. */
  boolean isFace(float x, float y, float z) {
    if (isEar(x, y, z)) {
      return true;
    }
    float turn = turn(x, z);
    if (turn > backTurn) {
      return false;
    }
    float bin = BINS / 2f * turn;
    int i = (int) bin;
    float t = bin - i;
    if (y >= hairHeight[i] + t * (hairHeight[i + 1] - hairHeight[i])) {
      return false;
    }
    if (y > highestJaw + 1.5f) {
      return true;
    }
    float above = y - jawHeight[i] - t * (jawHeight[i + 1] - jawHeight[i]);
    float out = radius(x, z) - jawRadius[i] - t * (jawRadius[i + 1] - jawRadius[i]);
    return above + UNDER * out > -ROUND_THE_CORNER * UNDER;
  }

  /** Whether a place on the skin lies on an ear: its front, hollow or back. */
  static boolean isEar(float x, float y, float z) {
    float side = Math.abs(x);
    if (side < 6.3f || y < -2.2f || y > 4.2f || z > 3.6f || z < -2.6f) {
      return false;
    }
    if (z > -0.5f && z < 1.8f && y > -0.5f && y < 2.2f) {
      return true; // nothing but the hollow is so far in there
    }
    // Behind the ear the skull is wider the higher.
    return side > (z > 0.2f ? 6.9f : 7.1f + 0.2f * y);
  }
}
