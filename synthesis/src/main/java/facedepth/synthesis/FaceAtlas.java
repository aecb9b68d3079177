package facedepth.synthesis;

/**
 * Where things are on a face, in the coordinates of the neutral head (centimetres): what counts as
 * face, the hairline, lips, brows, eyes. Painting and labelling ask it with interpolated neutral
 * coordinates, so they follow every identity and expression.
 *
 * <p>Face is the skin of face and ears down to the jaw and up to the natural hairline, with eyes,
 * mouth and beard. Scalp, neck and whatever covers the face are not.
 */
final class FaceAtlas {
  /** Angle round the head from straight ahead, and the height of the jaw's edge there. */
  private static final float[] JAW_ANGLE = {0, 0.3f, 0.6f, 0.85f, 1.05f, 1.25f, 1.45f, 1.7f};

  private static final float[] JAW_HEIGHT = {
    -8.1f, -7.8f, -6.8f, -5.6f, -4.4f, -3.6f, -2.8f, -2.2f
  };

  /** The same for the natural hairline, running on round the back of the head. */
  private static final float[] HAIR_ANGLE = {0, 0.35f, 0.65f, 0.9f, 1.05f, 1.25f, 1.5f, 2.2f, 3.2f};

  private static final float[] HAIR_HEIGHT = {9.6f, 9.5f, 8.6f, 6.4f, 5.2f, 4f, 3.4f, -4f, -7f};

  private static final int OUTER_LIP = 48;
  private static final int INNER_LIP = 60;

  private final float[] landmarks = new float[68 * 3];
  private final float[] browSide = new float[5];
  private final float[] browHeight = new float[5];
  private final float[] eyeCentre;
  private final float eyeRadius;

  FaceAtlas(HeadModel head) {
    for (int i = 0; i < 68; i++) {
      System.arraycopy(head.neutral(), 3 * head.landmarks()[i], landmarks, 3 * i, 3);
    }
    for (int i = 0; i < 5; i++) {
      browSide[i] = landmarks[3 * (22 + i)];
      browHeight[i] = landmarks[3 * (22 + i) + 1];
    }
    float[] low = {1e9f, 1e9f, 1e9f};
    float[] high = {-1e9f, -1e9f, -1e9f};
    for (int vertex : head.trianglesOf(HeadPart.EYE)) {
      for (int axis = 0; axis < 3 && head.neutral()[3 * vertex] > 0; axis++) {
        low[axis] = Math.min(low[axis], head.neutral()[3 * vertex + axis]);
        high[axis] = Math.max(high[axis], head.neutral()[3 * vertex + axis]);
      }
    }
    eyeRadius = (high[1] - low[1]) / 2;
    eyeCentre = new float[] {(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2] + eyeRadius};
  }

  /** x, y or z of a landmark on the neutral head. */
  float landmark(int index, int axis) {
    return landmarks[3 * index + axis];
  }

  /** Angle round the vertical axis, 0 straight ahead, pi behind; the same on both sides. */
  static float angle(float x, float z) {
    float side = Math.abs(x);
    float ahead = z - 1;
    float along = Math.abs(ahead);
    // A polynomial arc tangent, right to a hundredth of a degree: this is asked for every pixel.
    float ratio = Math.min(side, along) / (Math.max(side, along) + 1e-9f);
    float square = ratio * ratio;
    float arc =
        ratio
            * (0.999866f
                + square
                    * (-0.3302995f
                        + square * (0.180141f + square * (-0.085133f + square * 0.0208351f))));
    if (side > along) {
      arc = (float) (Math.PI / 2) - arc;
    }
    return ahead < 0 ? (float) Math.PI - arc : arc;
  }

  /** Whether the point lies on an ear (of the skin, not of the back of the head). */
  static boolean isEar(float x, float y, float z) {
    return Math.abs(x) > (z > 0.2f ? 6.9f : 7.35f)
        && y > -2.2f
        && y < 4.2f
        && z < 3.6f
        && z > -2.6f;
  }

  /** How far above the natural hairline a point is, in centimetres; negative on the face. */
  static float aboveHairline(float x, float y, float z) {
    return y - interpolate(HAIR_ANGLE, HAIR_HEIGHT, angle(x, z));
  }

  /** Whether a point of the skin or the back of the head counts as face. */
  boolean isFace(float x, float y, float z) {
    if (isEar(x, y, z)) {
      return true;
    }
    float angle = angle(x, z);
    return angle < 1.6f
        && y > interpolate(JAW_ANGLE, JAW_HEIGHT, angle)
        && y < interpolate(HAIR_ANGLE, HAIR_HEIGHT, angle);
  }

  /** Height above the jaw's edge in centimetres. */
  static float aboveJaw(float x, float y, float z) {
    return y - interpolate(JAW_ANGLE, JAW_HEIGHT, angle(x, z));
  }

  /** How much a point belongs to the lips, 0 to 1, soft at the edge. */
  float lips(float x, float y, float z) {
    if (z < 8 || Math.abs(x) > 3 || y > -1.8f || y < -5) {
      return 0;
    }
    float distance = polygonDistance(OUTER_LIP, 12, x, y);
    return clamp(0.5f + distance / 0.25f);
  }

  /** How far outside the line between the lips a point is: 0 on it. */
  float fromLipLine(float x, float y) {
    return Math.abs(polygonDistance(INNER_LIP, 8, x, y));
  }

  /**
   * Distance in centimetres from the eyes' opening, negative inside; large away from the eyes.
   *
   * @param x either side
   */
  float fromEyeOpening(float x, float y, float z) {
    float dx = Math.abs(x) - eyeCentre[0];
    float dy = y - eyeCentre[1];
    if (z < 5 || dx * dx + dy * dy > 12) {
      return 9;
    }
    return -polygonDistance(42, 6, Math.abs(x), y);
  }

  /**
   * A point in the coordinates of a brow: how far along, 0 at the nose to 1 at the temple.
   *
   * @param side the absolute x
   */
  float alongBrow(float side) {
    float from = landmarks[3 * 22];
    float to = landmarks[3 * 26];
    return (side - from) / (to - from);
  }

  /** Height over the middle line of the brow in centimetres. */
  float aboveBrow(float side, float y) {
    return y - interpolate(browSide, browHeight, side);
  }

  /** Centre of the eye on the side of positive x. */
  float[] eyeCentre() {
    return eyeCentre;
  }

  /** Radius of the eyeball. */
  float eyeRadius() {
    return eyeRadius;
  }

  /** Signed distance to a ring of landmarks in the frontal plane, positive inside. */
  private float polygonDistance(int first, int count, float x, float y) {
    float nearest = Float.MAX_VALUE;
    boolean inside = false;
    for (int i = 0, j = count - 1; i < count; j = i++) {
      float ax = landmarks[3 * (first + j)];
      float ay = landmarks[3 * (first + j) + 1];
      float bx = landmarks[3 * (first + i)];
      float by = landmarks[3 * (first + i) + 1];
      if ((ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) {
        inside = !inside;
      }
      float ex = bx - ax;
      float ey = by - ay;
      float t = clamp(((x - ax) * ex + (y - ay) * ey) / Math.max(1e-9f, ex * ex + ey * ey));
      float dx = x - ax - t * ex;
      float dy = y - ay - t * ey;
      nearest = Math.min(nearest, dx * dx + dy * dy);
    }
    float distance = (float) Math.sqrt(nearest);
    return inside ? distance : -distance;
  }

  static float clamp(float value) {
    return value < 0 ? 0 : value > 1 ? 1 : value;
  }

  /** 0 below {@code from}, 1 above {@code to}, smooth between. */
  static float smoothstep(float from, float to, float value) {
    float t = clamp((value - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  private static float interpolate(float[] at, float[] value, float where) {
    if (where <= at[0]) {
      return value[0];
    }
    for (int i = 1; i < at.length; i++) {
      if (where <= at[i]) {
        float t = (where - at[i - 1]) / (at[i] - at[i - 1]);
        return value[i - 1] + t * (value[i] - value[i - 1]);
      }
    }
    return value[value.length - 1];
  }
}
