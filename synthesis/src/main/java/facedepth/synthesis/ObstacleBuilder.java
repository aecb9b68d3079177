package facedepth.synthesis;

/** Puts what stands before a face where people hold it. */
final class ObstacleBuilder {
  private final HeadModel head;
  private final Skull skull;

  ObstacleBuilder(HeadModel head, Skull skull) {
    this.head = head;
    this.skull = skull;
  }

  /** Appends it to a scene that holds the head's vertices, not yet posed. */
  void build(Obstacle obstacle, HeadPose pose, SceneMesh scene) {
    float side = obstacle.side();
    float dx = obstacle.shift()[0];
    float dy = obstacle.shift()[1];
    switch (obstacle.kind()) {
      case HAND_ON_CHEEK -> {
        float[] cheek = mark(scene, side > 0 ? 13 : 3);
        cheek[1] += 0.6f * dy;
        float[] into = {-0.9f * side, 0, -0.45f};
        float[] up = {side * (0.25f + 0.2f * obstacle.turn()), 1, -0.5f};
        hand(scene, obstacle, cheek, up, into, 5.5f, 0.25f * obstacle.curl(), 0.12f);
      }
      case HAND_ON_CHIN -> {
        float[] chin = mark(scene, 8);
        chin[0] += side * 1.2f + 0.5f * dx;
        chin[1] -= 0.6f;
        float[] into = {-0.25f * side, 0.55f, -0.85f};
        float[] up = {-side * (0.6f + 0.4f * obstacle.curl()), 0.8f, 0.1f};
        hand(scene, obstacle, chin, up, into, 7.5f, 0.5f + 0.6f * obstacle.curl(), 0.1f);
      }
      case HAND_OVER_MOUTH -> {
        float[] mouth = mark(scene, 51);
        mouth[0] += side * (0.8f + 0.5f * dx);
        mouth[1] += 0.5f * dy;
        float[] into = {-0.1f * side, 0.05f, -1};
        float[] up = {-side, 0.45f + obstacle.turn(), -0.2f};
        hand(scene, obstacle, mouth, up, into, 7, 0.22f + 0.2f * obstacle.curl(), 0.05f);
      }
      case HAND_OVER_EYES -> {
        float[] brow = mark(scene, 27);
        brow[0] += side * (1.5f + dx);
        brow[1] += 0.8f * dy;
        float[] into = {-0.1f * side, 0, -1};
        float[] up = {-side, 0.6f + obstacle.turn(), -0.2f};
        hand(scene, obstacle, brow, up, into, 8, 0.2f, 0.05f);
      }
      case FACE_MASK -> {
        float nose = mark(scene, 28)[1] - 0.4f + 0.35f * dy - (dx < -1.2f ? 3 : 0);
        FaceCloth.build(scene, skull, obstacle, nose, mark(scene, 8)[1] - 1.1f);
      }
      case HAND_BEFORE, PHONE, CUP, MICROPHONE, THING -> held(obstacle, pose, scene);
    }
  }

  /** Things between the face and the camera, wherever the face looks. */
  private void held(Obstacle obstacle, HeadPose pose, SceneMesh scene) {
    float side = obstacle.side();
    float dx = obstacle.shift()[0];
    float dy = obstacle.shift()[1];
    float[] m = pose.toCamera();
    float[] right = {m[0], m[1], m[2]};
    float[] up = {-m[3], -m[4], -m[5]};
    float[] near = {-m[6], -m[7], -m[8]};
    float sin = (float) Math.sin(obstacle.turn());
    float cos = (float) Math.cos(obstacle.turn());
    float[] axis = new float[3];
    for (int i = 0; i < 3; i++) {
      axis[i] = sin * right[i] + cos * up[i];
    }
    switch (obstacle.kind()) {
      case HAND_BEFORE -> {
        float[] at = shifted(middle(scene), right, up, near, side * 4 + 3 * dx, 3 * dy - 2, 0);
        at = shifted(at, right, up, near, 0, 0, 12 + obstacle.before());
        float[] facing = shifted(new float[3], right, up, near, 0.5f * dx, 0, dy > -0.5f ? 1 : -1);
        hand(scene, obstacle, at, axis, facing, 8, 0.35f * obstacle.curl(), 0.1f);
      }
      case PHONE -> {
        float[] at = shifted(middle(scene), right, up, near, side * 3 + 3 * dx, 2.5f * dy - 2, 0);
        at = shifted(at, right, up, near, 0, 0, 13 + obstacle.before());
        HeldThing.phone(scene, Frame3.of(at, axis, near), obstacle.size());
        // The fingers come round its edge from below.
        float[] palm = shifted(at, right, up, near, side * 1.5f, -3.5f, -2.4f);
        float[] across = new float[3];
        for (int i = 0; i < 3; i++) {
          across[i] = -side * right[i] + 0.55f * up[i];
        }
        hand(scene, obstacle, palm, across, near, 6, 0.3f, 0.05f);
      }
      case CUP -> {
        float[] at = mark(scene, 57);
        at =
            shifted(
                at,
                new float[] {1, 0, 0},
                new float[] {0, 1, 0},
                new float[] {0, 0, 1},
                side * 0.5f,
                -3.6f,
                4.2f);
        float[] tilt = {0.15f * dx, 1, 0.35f};
        HeldThing.cup(scene, Frame3.of(at, tilt, new float[] {0, 0, 1}), obstacle.size());
        float[] grip = {at[0] + side * 4.6f, at[1] - 0.6f, at[2] + 0.8f};
        float[] fingers = {-side * 0.55f, 0.35f, 1};
        hand(scene, obstacle, grip, fingers, new float[] {-side, 0, -0.3f}, 6.5f, 0.75f, 0.2f);
      }
      case MICROPHONE -> {
        float[] at = mark(scene, 57);
        at = new float[] {at[0] + side, at[1] - 1.2f + 0.4f * dy, at[2] + 3.2f + 0.6f * dx};
        float[] stick = {-0.35f * side, 1, -0.55f};
        Frame3 frame = Frame3.of(at, stick, new float[] {0, 0, 1});
        HeldThing.microphone(scene, frame, obstacle.size());
        float[] grip = frame.point(side * 1.9f, -9.5f, 0);
        hand(
            scene,
            obstacle,
            grip,
            new float[] {0, 0.4f, 1},
            new float[] {-side, 0, 0.2f},
            6,
            1.1f,
            0.5f);
      }
      default -> {
        float[] at = shifted(middle(scene), right, up, near, side * 5 + 2 * dx, 4 * dy, 0);
        at = shifted(at, right, up, near, 0, 0, 13 + obstacle.before());
        HeldThing.thing(scene, Frame3.of(at, axis, near), obstacle);
      }
    }
  }

  /**
   * A hand whose palm lies on a place.
   *
   * @param reach from the wrist to what lies on the place, centimetres
   */
  private static void hand(
      SceneMesh scene,
      Obstacle obstacle,
      float[] place,
      float[] fingers,
      float[] into,
      float reach,
      float curl,
      float gap) {
    Frame3 frame = Frame3.of(place, fingers, into);
    Frame3 wrist = frame.at(0, -reach * obstacle.size(), -1.35f * obstacle.size());
    Hand.build(scene, wrist, obstacle, obstacle.side(), curl, gap);
  }

  private float[] middle(SceneMesh scene) {
    float[] eyes = mark(scene, 27);
    float[] mouth = mark(scene, 51);
    return new float[] {0, (eyes[1] + mouth[1]) / 2, 0};
  }

  private float[] mark(SceneMesh scene, int landmark) {
    int at = 3 * head.landmarks()[landmark];
    return new float[] {scene.position[at], scene.position[at + 1], scene.position[at + 2]};
  }

  private static float[] shifted(
      float[] p, float[] right, float[] up, float[] near, float x, float y, float z) {
    float[] q = new float[3];
    for (int i = 0; i < 3; i++) {
      q[i] = p[i] + x * right[i] + y * up[i] + z * near[i];
    }
    return q;
  }
}
