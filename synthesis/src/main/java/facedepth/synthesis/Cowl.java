package facedepth.synthesis;

/** Cloth that leaves only the face free: a headscarf, or a hood. */
final class Cowl {
  private static final int COLUMNS = 44;
  private static final int ROWS = 12;

  private Cowl() {}

  /** Appends it; the neck below is a collar's matter. */
  static void build(Headwear wear, Skull skull, SceneMesh scene) {
    Noise noise = new Noise(wear.grain());
    boolean hood = wear.kind() == Headwear.Kind.HOOD;
    int first = scene.vertexCount();
    for (int row = 0; row <= ROWS; row++) {
      float t = row / (float) ROWS;
      for (int column = 0; column <= COLUMNS; column++) {
        // Round the face, 0 over the forehead.
        double a = 2 * Math.PI * (column % COLUMNS) / COLUMNS;
        float down = (float) (1 - Math.cos(a)) / 2;
        float open = (hood ? 0.56f : 0.36f) + (hood ? 0.75f : 0.74f) * (float) Math.pow(down, 0.6);
        double theta = open + (Math.PI - open) * t;
        float dx = (float) (Math.sin(theta) * Math.sin(a));
        float dy = (float) (Math.sin(theta) * Math.cos(a));
        float dz = (float) Math.cos(theta);
        // Over the ears it is stretched from temple to jaw.
        float r =
            skull.radius(dx, dy, dz) + 1.7f * dx * dx * FaceAtlas.smoothstep(-0.9f, -0.2f, dy);
        float loose = wear.height() * FaceAtlas.smoothstep(0, 0.35f, t);
        float fold = noise.octaves(dx * 2.2f, dy * 2.2f + t * 2, dz * 2.2f, 2);
        float off = 0.25f + (hood ? 0.9f : 0) + loose + 0.5f * fold * Math.min(1, 4 * t);
        float reach = r + off;
        float y = Skull.centreY() + dy * reach;
        // Below the jaw it falls straight.
        float sink = Math.max(0, -9.5f - y);
        scene.vertex(dx * reach, y + 0.7f * sink, dz * reach, (float) a * 9, 20 * t, 0);
      }
    }
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int v = first + row * (COLUMNS + 1) + column;
        scene.quad(v, v + 1, v + COLUMNS + 2, v + COLUMNS + 1, Material.HAT);
      }
    }
  }
}
