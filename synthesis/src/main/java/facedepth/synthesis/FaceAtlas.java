package facedepth.synthesis;

/**
 * Where things are on a face, in the coordinates of the neutral head (centimetres): what counts as
 * face, the hairline, lips, brows, eyes. Painting and labelling ask it with interpolated neutral
 * coordinates, so they follow every identity and expression.
 *
 * <p>What counts as face is told exactly at {@link FaceMask}.
 */
final class FaceAtlas {
  /** Angle round the head from straight ahead, and the height of the natural hairline there. */
  private static final float[] HAIR_ANGLE = {0, 0.35f, 0.65f, 0.9f, 1.05f, 1.25f, 1.5f, 2.2f, 3.2f};

  private static final float[] HAIR_HEIGHT = {9.6f, 9.5f, 8.6f, 6.4f, 5.2f, 4f, 3.4f, -4f, -7f};

  private static final int OUTER_LIP = 48;
  private static final int INNER_LIP = 60;

  private final float[] landmarks = new float[68 * 3];
  private final float[] browSide = new float[5];
  private final float[] browHeight = new float[5];
  private final float[] jawSide = new float[9];
  private final float[] jawHeight = new float[9];
  private final float[] eyeCentre;
  private final float eyeRadius;
  private final FeatureGrid features;
  private final FaceZones zones;
  private final FaceMask mask;

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
    for (int i = 0; i < 9; i++) {
      jawSide[i] = FaceZones.across(landmark(8 + i, 0), landmark(8 + i, 2));
      jawHeight[i] = landmark(8 + i, 1);
    }
    features = new FeatureGrid(EyeRim.of(head, eyeCentre), ring(OUTER_LIP, 12), ring(INNER_LIP, 8));
    zones = new FaceZones(this);
    mask = new FaceMask(head);
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
    return FaceMask.isEar(x, y, z);
  }

  /** How far above the natural hairline a point is, in centimetres; negative on the face. */
  static float aboveHairline(float x, float y, float z) {
    return y - interpolate(HAIR_ANGLE, HAIR_HEIGHT, angle(x, z));
  }

  /** Whether a point of the skin or the back of the head counts as face. */
  boolean isFace(float x, float y, float z) {
    return mask.isFace(x, y, z);
  }

  /** Distances to lids and lips. */
  FeatureGrid features() {
    return features;
  }

  /** Zones of the skin that differ in colour. */
  FaceZones zones() {
    return zones;
  }

  /** Height of the jaw's edge at a column of {@link FaceZones}. */
  float jawHeight(float side) {
    return interpolate(jawSide, jawHeight, side);
  }

  /** Height of the middle line of the brow at an absolute x. */
  float browHeight(float side) {
    return interpolate(browSide, browHeight, side);
  }

  /** Centre of the eye on the side of positive x. */
  float[] eyeCentre() {
    return eyeCentre;
  }

  /** Radius of the eyeball. */
  float eyeRadius() {
    return eyeRadius;
  }

  /** Landmarks as x, y pairs, rounded by a point between each two on the curve through them. */
  private float[] ring(int first, int count) {
    float[] ring = new float[4 * count];
    for (int i = 0; i < count; i++) {
      for (int axis = 0; axis < 2; axis++) {
        float before = landmark(first + (i + count - 1) % count, axis);
        float here = landmark(first + i, axis);
        float next = landmark(first + (i + 1) % count, axis);
        float after = landmark(first + (i + 2) % count, axis);
        ring[4 * i + axis] = here;
        ring[4 * i + 2 + axis] = (9 * (here + next) - before - after) / 16;
      }
    }
    return ring;
  }

  static float clamp(float value) {
    return value < 0 ? 0 : value > 1 ? 1 : value;
  }

  /** 0 below {@code from}, 1 above {@code to}, smooth between. */
  static float smoothstep(float from, float to, float value) {
    float t = clamp((value - from) / (to - from));
    return t * t * (3 - 2 * t);
  }

  /** A broken line through points at increasing places; level beyond its ends. */
  static float interpolate(float[] at, float[] value, float where) {
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
