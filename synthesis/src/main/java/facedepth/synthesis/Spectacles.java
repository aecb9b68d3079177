package facedepth.synthesis;

/** Puts glasses on a face: on the nose, clear of eyes and cheeks, with temples to the ears. */
final class Spectacles {
  private static final int STEPS = 32;
  private static final float WRAP = 0.018f; // how the front curves round the face, 1/cm
  private static final float CLEAR = 0.12f; // of the skin, centimetres
  private static final float BEFORE_EYE = 0.9f; // centimetres from eyeball to lens at least
  private static final float FARTHEST = 2.2f; // centimetres from eyeball to lens at most

  private final SceneMesh scene;
  private final HeadModel head;
  private final Glasses glasses;
  private final float[] middle = new float[2]; // x of the right lens, y of both
  private final float[] outline = new float[2 * STEPS];
  private float front;

  private Spectacles(SceneMesh scene, HeadModel head, Glasses glasses) {
    this.scene = scene;
    this.head = head;
    this.glasses = glasses;
  }

  /** Appends glasses to a scene that holds the head's vertices, not yet posed. */
  static void build(SceneMesh scene, HeadModel head, Glasses glasses) {
    Spectacles spectacles = new Spectacles(scene, head, glasses);
    spectacles.seat();
    spectacles.lens(1);
    spectacles.lens(-1);
    spectacles.bridge();
    spectacles.temple(1);
    spectacles.temple(-1);
  }

  private void seat() {
    int[] marks = head.landmarks();
    float[] p = scene.position;
    float eyes = 0;
    float apart = 0;
    for (int mark : new int[] {36, 39, 42, 45}) {
      eyes += p[3 * marks[mark] + 1] / 4;
      apart += Math.abs(p[3 * marks[mark]]) / 4;
    }
    // Lenses may not meet over the nose.
    middle[0] = Math.max(apart + 0.1f, glasses.half() + glasses.thick() + 0.55f);
    middle[1] = eyes - 0.18f * glasses.height();
    for (int i = 0; i < STEPS; i++) {
      double angle = 2 * Math.PI * i / STEPS;
      shape(i, Math.cos(angle), Math.sin(angle));
    }
    float ball = 0;
    for (int corner : head.trianglesOf(HeadPart.EYE)) {
      ball = Math.max(ball, p[3 * corner + 2] + WRAP * p[3 * corner] * p[3 * corner]);
    }
    front = ball + BEFORE_EYE;
    for (int v = 0; v < head.vertexCount(); v++) {
      float x = Math.abs(p[3 * v]);
      float y = p[3 * v + 1] - middle[1];
      if (p[3 * v + 2] > ball - 3 && Math.abs(y) < 3.6f && x < 7 && isUnderRim(x - middle[0], y)) {
        front = Math.max(front, p[3 * v + 2] + CLEAR + WRAP * x * x);
      }
    }
    front = Math.min(front + glasses.stand() * 0.5f, ball + FARTHEST);
  }

  private boolean isUnderRim(float x, float y) {
    float reach = glasses.thick() + 0.25f;
    for (int i = 0; i < STEPS; i++) {
      float dx = x - outline[2 * i];
      float dy = y - outline[2 * i + 1];
      if (dx * dx + dy * dy < reach * reach) {
        return true;
      }
    }
    return false;
  }

  /** One point of the outline of a lens, x away from the nose. */
  private void shape(int i, double cos, double sin) {
    double x = cos;
    double y = sin;
    switch (glasses.shape()) {
      case ROUND, OVAL -> {}
      case SQUARE -> {
        x = Math.signum(cos) * Math.pow(Math.abs(cos), 0.5);
        y = Math.signum(sin) * Math.pow(Math.abs(sin), 0.5);
      }
      case AVIATOR -> {
        x = Math.signum(cos) * Math.pow(Math.abs(cos), 0.75) + (sin < 0 ? -0.18 * sin * sin : 0);
        y = sin > 0 ? 0.75 * Math.pow(sin, 0.6) : 1.1 * sin;
      }
      case CAT_EYE -> {
        x = Math.signum(cos) * Math.pow(Math.abs(cos), 0.7);
        y = Math.signum(sin) * Math.pow(Math.abs(sin), 0.75) + 0.32 * Math.max(0, x) * (sin + 0.4);
      }
    }
    outline[2 * i] = (float) x * glasses.half();
    outline[2 * i + 1] = (float) y * glasses.height();
  }

  private float depth(float x) {
    return front - WRAP * x * x;
  }

  private void lens(int side) {
    float cx = side * middle[0];
    float cy = middle[1];
    int centre = scene.vertex(cx, cy, depth(cx) + 0.1f, 0, 0, side);
    int rim = scene.vertexCount();
    for (int i = 0; i < STEPS; i++) {
      float x = cx + side * outline[2 * i];
      float y = cy + outline[2 * i + 1];
      float u = outline[2 * i] / glasses.half();
      scene.vertex(x, y, depth(x), side * u, outline[2 * i + 1] / glasses.height(), side);
    }
    int frame = scene.vertexCount();
    for (int i = 0; i < STEPS; i++) {
      boolean thin = glasses.rimless() && outline[2 * i + 1] < 0.1f * glasses.height();
      float half = (thin ? 0.2f : 1) * glasses.thick() / 2;
      float length = (float) Math.hypot(outline[2 * i], outline[2 * i + 1]);
      for (int k = 0; k < 4; k++) {
        float out = k == 0 || k == 3 ? -half : half;
        float x = cx + side * outline[2 * i] * (1 + out / length);
        float y = cy + outline[2 * i + 1] * (1 + out / length);
        float z = depth(x) + (k < 2 ? half : -half);
        scene.vertex(x, y, z, x, y, 0);
      }
    }
    for (int i = 0; i < STEPS; i++) {
      int j = (i + 1) % STEPS;
      scene.triangle(centre, rim + i, rim + j, Material.LENS);
      for (int k = 0; k < 4; k++) {
        int l = (k + 1) % 4;
        scene.quad(
            frame + 4 * i + k,
            frame + 4 * i + l,
            frame + 4 * j + l,
            frame + 4 * j + k,
            Material.FRAME);
      }
    }
  }

  /** An arch over the nose. */
  private void bridge() {
    float inner = middle[0] - glasses.half();
    float y = middle[1] + 0.3f * glasses.height();
    int first = scene.vertexCount();
    int steps = 6;
    float half = Math.max(0.06f, glasses.thick() * 0.4f);
    for (int i = 0; i <= steps; i++) {
      float t = 2f * i / steps - 1;
      bar(t * inner * 1.05f, y + 0.3f * (1 - t * t), depth(0) + 0.35f * (1 - t * t), half, half);
    }
    join(first, steps);
  }

  private void temple(int side) {
    float x0 = side * (middle[0] + glasses.half() + 0.3f * glasses.thick());
    float y0 = middle[1] + 0.45f * glasses.height();
    float z0 = depth(x0);
    float[] ear = ear(side);
    int first = scene.vertexCount();
    int steps = 8;
    float half = Math.max(0.07f, glasses.thick() * 0.45f);
    for (int i = 0; i <= steps; i++) {
      float t = i / (float) steps;
      float bow = side * 0.55f * (float) Math.sin(Math.PI * t);
      float x = x0 + t * (ear[0] + side * 0.15f - x0) + bow;
      float y = y0 + t * (ear[1] - y0) - (t > 0.9f ? 0.5f : 0);
      bar(x, y, z0 + t * (ear[2] - z0), 0.09f, half);
    }
    join(first, steps);
  }

  /** Where the ear meets the head above, found by its place on the neutral head. */
  private float[] ear(int side) {
    int best = 0;
    float least = Float.MAX_VALUE;
    float[] n = head.neutral();
    for (int v = 0; v < head.vertexCount(); v++) {
      float dx = n[3 * v] - side * 7.7f;
      float dy = n[3 * v + 1] - 4.4f;
      float dz = n[3 * v + 2] - 1;
      float distance = dx * dx + dy * dy + dz * dz;
      if (distance < least) {
        least = distance;
        best = v;
      }
    }
    float[] p = scene.position;
    return new float[] {p[3 * best], p[3 * best + 1], p[3 * best + 2]};
  }

  private void bar(float x, float y, float z, float halfAcross, float halfUp) {
    scene.vertex(x - halfAcross, y - halfUp, z, x, y, 1);
    scene.vertex(x + halfAcross, y - halfUp, z, x, y, 1);
    scene.vertex(x + halfAcross, y + halfUp, z, x, y, 1);
    scene.vertex(x - halfAcross, y + halfUp, z, x, y, 1);
  }

  private void join(int first, int steps) {
    for (int i = 0; i < steps; i++) {
      for (int k = 0; k < 4; k++) {
        int a = first + 4 * i + k;
        int b = first + 4 * i + (k + 1) % 4;
        scene.quad(a, b, b + 4, a + 4, Material.FRAME);
      }
    }
  }
}
