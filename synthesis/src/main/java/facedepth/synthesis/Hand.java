package facedepth.synthesis;

/** A hand with fingers, wrist and forearm. */
final class Hand {
  /** Marks of the parts in the third coordinate. */
  static final float PALM = 0;

  static final float FINGER = 1;
  static final float SLEEVE = 2;

  private static final float[] FINGER_ACROSS = {-3, -1, 1.05f, 2.95f};
  private static final float[] FINGER_LENGTH = {6, 7.4f, 7.9f, 7};
  private static final float[] FINGER_RADIUS = {0.72f, 0.82f, 0.86f, 0.84f};

  private Hand() {}

  /**
   * Appends a hand.
   *
   * @param frame its wrist, the direction of its fingers, and the direction its palm faces
   * @param thumb on which side of the palm the thumb is, -1 or 1
   * @param gap how far fingers hold off the palm's plane at first, radians
   */
  static void build(
      SceneMesh scene, Frame3 frame, Obstacle obstacle, float thumb, float curl, float gap) {
    float s = obstacle.size();
    // The forearm bends a little away from what the palm touches.
    float[] arm = {0, -24 * s, -6 * s, 0, -15 * s, -2.8f * s, 0, -7 * s, -0.6f * s, 0, 0, 0};
    float[] armWide = {4.6f * s, 4.1f * s, 3.1f * s, 2.6f * s};
    float[] armThick = {4.4f * s, 3.6f * s, 2.4f * s, 1.8f * s};
    Tube.append(scene, frame, arm, armWide, armThick, PALM, Material.HAND);
    float[] palm = {
      0, -1 * s, 0, 0.2f * s * thumb, 2 * s, 0, 0.2f * s * thumb, 5.5f * s, 0, 0, 9 * s, 0
    };
    Tube.append(
        scene,
        frame,
        palm,
        new float[] {2.5f * s, 3.5f * s, 4.1f * s, 3.9f * s},
        new float[] {1.6f * s, 1.6f * s, 1.35f * s, 1.05f * s},
        PALM,
        Material.HAND);
    for (int i = 0; i < 4; i++) {
      int finger = thumb > 0 ? i : 3 - i;
      float across = FINGER_ACROSS[i] * s;
      float aside = (FINGER_ACROSS[i] / 2) * obstacle.spread();
      finger(
          scene,
          frame.at(across, 8.7f * s, 0),
          FINGER_LENGTH[finger] * s,
          FINGER_RADIUS[finger] * s,
          aside,
          gap,
          curl * (1 + 0.12f * (finger - 1.5f)));
    }
    finger(
        scene,
        frame.at(3 * s * thumb, 2.6f * s, 0.4f * s),
        6.6f * s,
        1.02f * s,
        thumb * (0.75f + obstacle.spread()),
        0.25f,
        0.3f * curl);
    if (obstacle.sleeve() < 20) {
      sleeve(scene, frame, obstacle.sleeve(), s);
    }
  }

  private static void finger(
      SceneMesh scene,
      Frame3 frame,
      float length,
      float radius,
      float aside,
      float bend,
      float curl) {
    int joints = 3;
    int points = 2 * joints + 1;
    float[] path = new float[3 * points];
    float[] size = new float[points];
    float[] share = {0.46f, 0.3f, 0.24f};
    double angle = bend;
    float a = 0;
    float b = 0;
    float c = 0;
    size[0] = radius * 1.05f;
    for (int i = 1; i < points; i++) {
      int joint = (i - 1) / 2;
      if (i > 1 && i % 2 == 1) {
        angle += curl;
      }
      float step = length * share[joint] / 2;
      float forward = step * (float) Math.cos(angle);
      a += forward * (float) Math.sin(aside);
      b += forward * (float) Math.cos(aside);
      c += step * (float) Math.sin(angle);
      path[3 * i] = a;
      path[3 * i + 1] = b;
      path[3 * i + 2] = c;
      size[i] = radius * (i % 2 == 0 ? 1 : 0.93f) * (1 - 0.22f * i / points);
    }
    float[] thick = size.clone();
    Tube.append(scene, frame, path, size, thick, FINGER, Material.HAND);
  }

  private static void sleeve(SceneMesh scene, Frame3 frame, float begin, float s) {
    float b = -Math.max(0.5f, begin);
    float[] path = {
      0,
      -26 * s,
      -6.4f * s,
      0,
      -15 * s,
      -2.8f * s,
      0,
      Math.min(-8, b - 2) * s,
      -0.9f * s,
      0,
      Math.min(-6, b) * s,
      -0.5f * s
    };
    Tube.append(
        scene,
        frame,
        path,
        new float[] {6 * s, 5.2f * s, 4.3f * s, 4.1f * s},
        new float[] {5.8f * s, 4.8f * s, 3.7f * s, 3.5f * s},
        SLEEVE,
        Material.HAND);
  }
}
