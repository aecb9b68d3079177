package facedepth.synthesis;

/** A cloth over mouth and nose with loops to the ears. */
final class FaceCloth {
  private static final int COLUMNS = 28;
  private static final int ROWS = 14;
  private static final float WIDEST = 1.12f; // radians from straight ahead

  private FaceCloth() {}

  /**
   * Appends it.
   *
   * @param nose height of its upper edge in front
   * @param chin height of its lower edge in front
   */
  static void build(SceneMesh scene, Skull skull, Obstacle obstacle, float nose, float chin) {
    Noise noise = new Noise(obstacle.grain());
    boolean pleated = obstacle.shift()[0] > -0.6f;
    int first = scene.vertexCount();
    for (int row = 0; row <= ROWS; row++) {
      float v = row / (float) ROWS;
      for (int column = 0; column <= COLUMNS; column++) {
        float u = 2f * column / COLUMNS - 1;
        float angle = WIDEST * u;
        // It narrows towards the ears.
        float top = nose - 1.6f * u * u;
        float bottom = chin + 4.2f * u * u;
        float y = top + v * (bottom - top) - Skull.centreY();
        float dx = (float) Math.sin(angle);
        float dz = (float) Math.cos(angle);
        float ring = 9;
        for (int i = 0; i < 3; i++) {
          float r = skull.radius(dx * ring, y, dz * ring);
          ring = (float) Math.sqrt(Math.max(9, r * r - y * y));
        }
        float middle = (1 - u * u) * 4 * v * (1 - v);
        float fold = pleated ? 0.12f * (float) Math.sin(v * 22) * (1 - u * u) : 0;
        float off = 0.25f + 0.7f * middle + fold + 0.12f * noise.at(3 * u, 3 * v, 0);
        scene.vertex(
            dx * (ring + off), y + Skull.centreY(), dz * (ring + off), u, v, HeldThing.CLOTH);
      }
    }
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int a = first + row * (COLUMNS + 1) + column;
        scene.quad(a, a + COLUMNS + 1, a + COLUMNS + 2, a + 1, Material.PROP);
      }
    }
    for (int end = 0; end <= COLUMNS; end += COLUMNS) {
      loop(scene, first + end);
      loop(scene, first + end + ROWS * (COLUMNS + 1));
    }
  }

  /** A string from a corner of the cloth to the ear. */
  private static void loop(SceneMesh scene, int corner) {
    float[] p = scene.position;
    float x = p[3 * corner];
    float y = p[3 * corner + 1];
    float z = p[3 * corner + 2];
    float side = Math.signum(x);
    float[] path = new float[9];
    for (int i = 0; i < 3; i++) {
      float t = i / 2f;
      path[3 * i] = x + t * (side * 8.4f - x) + (i == 1 ? side * 0.25f : 0);
      path[3 * i + 1] = y + t * (1.5f + 0.4f * (y + 3) - y);
      path[3 * i + 2] = z + t * (0.5f - z);
    }
    float[] thin = {0.13f, 0.13f, 0.13f};
    Frame3 head =
        new Frame3(
            new float[3], new float[] {1, 0, 0}, new float[] {0, 1, 0}, new float[] {0, 0, 1});
    Tube.append(scene, head, path, thin, thin, HeldThing.STRING, Material.PROP);
  }
}
