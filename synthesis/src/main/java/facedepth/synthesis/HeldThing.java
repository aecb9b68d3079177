package facedepth.synthesis;

/** Phones, cups, microphones and other things in a hand. */
final class HeldThing {
  /** Marks of the parts in the third coordinate. */
  static final float BODY = 0;

  static final float CLOTH = 1;
  static final float STRING = 2;
  static final float SCREEN = 3;
  static final float MESH = 4;

  private HeldThing() {}

  /** A flat box with its back to the camera: across, along and out of the frame. */
  static void phone(SceneMesh scene, Frame3 frame, float size) {
    float w = 3.7f * size;
    float h = 7.6f * size;
    float t = 0.45f;
    int steps = 24;
    for (int face = -1; face <= 1; face += 2) {
      int centre = corner(scene, frame, 0, 0, face * t, 0, 0, face > 0 ? BODY : SCREEN);
      for (int i = 0; i < steps; i++) {
        rim(scene, frame, i, steps, w, h, face * t, face > 0 ? BODY : SCREEN);
      }
      for (int i = 0; i < steps; i++) {
        scene.triangle(centre, centre + 1 + i, centre + 1 + (i + 1) % steps, Material.PROP);
      }
    }
    int edge = scene.vertexCount();
    for (int i = 0; i < steps; i++) {
      rim(scene, frame, i, steps, w, h, t, BODY);
      rim(scene, frame, i, steps, w, h, -t, BODY);
    }
    for (int i = 0; i < steps; i++) {
      int a = edge + 2 * i;
      int b = edge + 2 * ((i + 1) % steps);
      scene.quad(a, b, b + 1, a + 1, Material.PROP);
    }
  }

  private static void rim(
      SceneMesh scene, Frame3 frame, int i, int steps, float w, float h, float c, float mark) {
    double angle = 2 * Math.PI * i / steps;
    float u = (float) (Math.signum(Math.cos(angle)) * Math.pow(Math.abs(Math.cos(angle)), 0.25));
    float v = (float) (Math.signum(Math.sin(angle)) * Math.pow(Math.abs(Math.sin(angle)), 0.25));
    corner(scene, frame, w * u, h * v, c, u, v, mark);
  }

  private static int corner(
      SceneMesh scene, Frame3 frame, float a, float b, float c, float u, float v, float mark) {
    float[] p = frame.point(a, b, c);
    return scene.vertex(p[0], p[1], p[2], u, v, mark);
  }

  /** A cup or a drinking glass. */
  static void cup(SceneMesh scene, Frame3 frame, float size) {
    float[] path = {0, -4.6f, 0, 0, -4.2f, 0, 0, 0, 0, 0, 4.4f, 0, 0, 4.5f, 0, 0, 3.5f, 0};
    float[] radius = {1.5f, 2.9f, 3.5f, 4, 3.6f, 0.3f};
    scale(path, size);
    scale(radius, size);
    Tube.append(scene, frame, path, radius, radius, BODY, Material.PROP);
  }

  /** A microphone, its head at the frame's origin. */
  static void microphone(SceneMesh scene, Frame3 frame, float size) {
    float[] ball = {0, -1.9f, 0, 0, -1.1f, 0, 0, 0, 0, 0, 1.1f, 0, 0, 1.9f, 0};
    float[] round = {1.3f, 2.1f, 2.5f, 2.1f, 1.3f};
    float[] stick = {0, -2, 0, 0, -8, 0, 0, -17, 0};
    float[] thin = {1.5f, 1.2f, 1};
    scale(ball, size);
    scale(round, size);
    Tube.append(scene, frame, ball, round, round, MESH, Material.PROP);
    Tube.append(scene, frame, stick, thin, thin, BODY, Material.PROP);
  }

  /** Anything: rounded, long, of one colour. */
  static void thing(SceneMesh scene, Frame3 frame, Obstacle obstacle) {
    float wide = 1.5f + 4 * obstacle.curl();
    float[] path = {0, -8, 0, 0, -4, 0.8f, 0, 0, 1, 0, 5, 0.4f, 0, 9, -0.6f};
    float[] width = {wide, 1.2f * wide, 1.3f * wide, 1.1f * wide, 0.7f * wide};
    float[] thick = width.clone();
    scale(thick, 0.4f + 4 * obstacle.spread());
    Tube.append(scene, frame, path, width, thick, BODY, Material.PROP);
  }

  private static void scale(float[] values, float by) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= by;
    }
  }
}
