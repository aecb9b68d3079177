package facedepth.synthesis;

/** What goes round the neck: turtlenecks, shirt collars, hoods, scarves and the rims of shirts. */
final class Collar {
  /** Added to the first coordinate of what stands off the body. */
  static final float MARK = 1000;

  private static final int COLUMNS = 32;

  private final SceneMesh scene;
  private final float[] reach = new float[COLUMNS + 1];
  private Material cloth = Material.CLOTH;

  private Collar(SceneMesh scene, int headVertices) {
    this.scene = scene;
    measure(headVertices);
  }

  /**
   * Appends it to a scene that holds the head's vertices.
   *
   * @param headVertices how many of the scene's first vertices are the head's
   */
  static void build(Outfit outfit, SceneMesh scene, int headVertices) {
    Collar collar = new Collar(scene, headVertices);
    float thick = outfit.collarThickness();
    switch (outfit.garment()) {
      case TURTLENECK ->
          collar.band(
              new float[] {-12.6f, -11, outfit.collar() - 0.6f, outfit.collar(), outfit.collar()},
              new float[] {1.6f, 0.7f + thick, 0.6f + thick, 0.35f + thick, -0.4f},
              0,
              outfit);
      case SHIRT, SUIT -> collar.flaps(outfit);
      case HOODIE -> collar.roll(-11.2f, 3.1f, 1.9f + thick, 2.4f, outfit);
      case JACKET ->
          collar.band(
              new float[] {-13.5f, -11, -9.4f, -8.7f, -9.2f},
              new float[] {2.4f, 1.7f, 1.6f + thick, 1.2f + thick, 0.7f},
              0.5f,
              outfit);
      case SCARF -> {
        collar.roll(-11.6f, 2.6f, 1.8f + thick, 0.4f, outfit);
        collar.roll(-9.3f + outfit.collarRise(), 1.5f, 1.3f + thick, 0.2f, outfit);
      }
      case TEE, SWEATER, V_NECK, BARE -> {}
    }
    if (outfit.headwear() != null && outfit.headwear().framesFace()) {
      boolean hood = outfit.headwear().kind() == Headwear.Kind.HOOD;
      collar.cloth = Material.HAT;
      collar.roll(-10.2f, 3, 1.2f + thick, hood ? 1.5f : 0, outfit);
    }
  }

  /** How far the neck reaches from its axis in every direction a little above the shoulders. */
  private void measure(int headVertices) {
    float[] p = scene.position;
    float[] c = scene.coordinate;
    for (int i = 0; i < 3 * headVertices; i += 3) {
      if (c[i + 1] < -8.6f && c[i + 1] > -10.4f && c[i + 2] < 7) {
        double turn = Math.atan2(p[i], p[i + 2] - axis());
        int column = Math.floorMod((int) Math.round(turn / (2 * Math.PI) * COLUMNS), COLUMNS);
        reach[column] = Math.max(reach[column], (float) Math.hypot(p[i], p[i + 2] - axis()));
      }
    }
    for (int i = 0; i < COLUMNS; i++) {
      reach[i] = Math.max(4.6f, Math.min(7.5f, reach[i]));
    }
    reach[COLUMNS] = reach[0];
  }

  private static float axis() {
    return -1;
  }

  /**
   * A band round the neck.
   *
   * @param heights of its rings
   * @param off the neck, for each ring
   * @param open half the gap in front, radians
   */
  private void band(float[] heights, float[] off, float open, Outfit outfit) {
    Noise noise = new Noise(outfit.grain() + 3);
    int first = scene.vertexCount();
    for (int ring = 0; ring < heights.length; ring++) {
      for (int column = 0; column <= COLUMNS; column++) {
        double angle = open + (2 * Math.PI - 2 * open) * column / COLUMNS;
        float front = (float) Math.max(0, Math.cos(angle));
        float uneven = 0.18f * noise.at(column * 0.5f, ring, 0);
        ring(angle, heights[ring] - 1.1f * front, off[ring] + uneven, MARK);
      }
    }
    quads(first, heights.length - 1, false);
  }

  /** A thick roll of cloth round the neck, open or hanging in front. */
  private void roll(float height, float radius, float off, float drop, Outfit outfit) {
    Noise noise = new Noise(outfit.grain() + (long) (height * 10));
    int around = 10;
    int first = scene.vertexCount();
    for (int ring = 0; ring <= around; ring++) {
      double turn = 2 * Math.PI * ring / around;
      for (int column = 0; column <= COLUMNS; column++) {
        double angle = 2 * Math.PI * column / COLUMNS;
        float front = FaceAtlas.smoothstep(0.2f, 1, (float) Math.cos(angle));
        float fold = 1 + 0.3f * noise.octaves(column % COLUMNS * 0.45f, ring % around * 0.9f, 2, 2);
        float y = height - drop * front + radius * 0.8f * fold * (float) Math.sin(turn);
        float away = off + 0.45f * radius * fold * (float) Math.cos(turn) - 0.2f * radius;
        ring(angle, y, away, MARK);
      }
    }
    quads(first, around, false);
  }

  /** A shirt's collar: it stands behind and falls over in two points in front. */
  private void flaps(Outfit outfit) {
    float point = outfit.collarThickness();
    int first = scene.vertexCount();
    int rings = 4;
    for (int ring = 0; ring <= rings; ring++) {
      float t = ring / (float) rings;
      for (int column = 0; column <= COLUMNS; column++) {
        double angle = 0.22 + (2 * Math.PI - 0.44) * column / COLUMNS;
        float front = FaceAtlas.smoothstep(0.1f, 0.95f, (float) Math.cos(angle));
        float crest = -9.2f - 2.4f * front;
        float fall = 1.7f + (1.6f + 1.4f * point) * front * front;
        // The first ring is the stand inside, the second the crest, the rest falls outside.
        float y = ring == 0 ? crest - 2.5f : crest - fall * (t - 0.25f) / 0.75f;
        float off = ring == 0 ? 0.35f : 0.45f + 1.2f * (t - 0.25f) + 0.6f * front * (t - 0.25f);
        ring(angle, y, off, MARK);
      }
    }
    quads(first, rings, true);
  }

  private void ring(double angle, float y, float off, float mark) {
    double turn = angle / (2 * Math.PI) * COLUMNS;
    int column = Math.min(COLUMNS - 1, (int) turn);
    float t = (float) turn - column;
    // Lower down the neck grows into the shoulders.
    float grow = Math.max(0, -10 - y) * (0.25f + 0.75f * Math.abs((float) Math.sin(angle)));
    float r = reach[column] + t * (reach[column + 1] - reach[column]) + off + grow;
    float x = r * (float) Math.sin(angle);
    float z = axis() + r * (float) Math.cos(angle);
    scene.vertex(x, y, z, x + mark, y, z);
  }

  private void quads(int first, int rings, boolean down) {
    for (int ring = 0; ring < rings; ring++) {
      for (int column = 0; column < COLUMNS; column++) {
        int a = first + ring * (COLUMNS + 1) + column;
        int b = a + COLUMNS + 1;
        scene.quad(a, down ? b : a + 1, b + 1, down ? a + 1 : b, cloth);
      }
    }
  }
}
