package facedepth.synthesis;

/** Builds what is worn on the head over the skull. */
final class Hat {
  private static final int COLUMNS = 40;
  private static final int ROWS = 10;

  private final Headwear wear;
  private final Skull skull;
  private final SceneMesh scene;
  private final Noise noise;

  private Hat(Headwear wear, Skull skull, SceneMesh scene) {
    this.wear = wear;
    this.skull = skull;
    this.scene = scene;
    noise = new Noise(wear.grain());
  }

  /** Appends it; the skull is measured with what lies under it. */
  static void build(Headwear wear, Skull skull, SceneMesh scene) {
    Hat hat = new Hat(wear, skull, scene);
    switch (wear.kind()) {
      case CAP -> {
        hat.dome(1);
        hat.brim(wear.turned() ? Math.PI : 0, 0.95, wear.brim());
      }
      case HAT -> {
        hat.dome(1);
        hat.brim(0, Math.PI, wear.brim());
      }
      case HELMET -> {
        hat.dome(1);
        hat.brim(0, 0.9, 1.5f);
      }
      case BEANIE, TURBAN -> hat.dome(1);
      case HEADBAND -> hat.dome(0.3f);
      case HEADSCARF, HOOD -> Cowl.build(wear, skull, scene);
    }
  }

  /** The neutral height above which hair is pressed down by it. */
  static float limit(Headwear wear) {
    return switch (wear.kind()) {
      case HEADBAND -> 99;
      case HEADSCARF, HOOD -> -99;
      default -> wear.rim() - 0.5f * wear.tilt();
    };
  }

  /**
   * Covers the skull from the rim up.
   *
   * @param share of the way to the top
   */
  private void dome(float share) {
    int first = scene.vertexCount();
    for (int row = 0; row <= ROWS; row++) {
      for (int column = 0; column <= COLUMNS; column++) {
        double angle = 2 * Math.PI * (column % COLUMNS) / COLUMNS;
        double low = rimElevation(angle);
        double elevation = low + share * (Math.PI / 2 - low) * row / ROWS;
        domeVertex(angle, elevation, row / (float) ROWS, column / (float) COLUMNS);
      }
    }
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        int a = first + row * (COLUMNS + 1) + column;
        scene.quad(a, a + 1, a + COLUMNS + 2, a + COLUMNS + 1, Material.HAT);
      }
    }
  }

  private void domeVertex(double angle, double elevation, float up, float around) {
    float dx = (float) (Math.sin(angle) * Math.cos(elevation));
    float dy = (float) Math.sin(elevation);
    float dz = (float) (Math.cos(angle) * Math.cos(elevation));
    float r = skull.radius(dx, dy, dz);
    float off = 0.45f + wear.height() * rise(up);
    float fold = 0;
    switch (wear.kind()) {
      case BEANIE -> off += (up < 0.3f ? 0.35f : 0) + 0.5f * noise.at(dx * 3, dy * 3, dz * 3) * up;
      case TURBAN -> {
        fold = (float) Math.sin(9 * up * (around < 0.5f ? 1 + around : 2 - around) * 2);
        off += 0.4f * fold + 0.9f * (float) Math.sin(Math.PI * Math.min(1, up * 1.2f));
      }
      case HAT -> {
        // Upright walls and a dent on top.
        float wall = Math.min(1, up * 2.2f);
        off += 1.6f * wall * (1 - up) + (up > 0.8f ? -1.4f * (up - 0.8f) * 5 : 0);
      }
      default -> {}
    }
    scene.vertex(
        dx * (r + off),
        Skull.centreY() + dy * (r + off) + 0.4f * wear.height() * up,
        dz * (r + off),
        (float) (angle * 8),
        14 * up,
        up < 0.22f ? 1 : 0);
  }

  private float rise(float up) {
    return FaceAtlas.smoothstep(0, wear.kind() == Headwear.Kind.HAT ? 0.5f : 0.9f, up);
  }

  /** The elevation seen from the skull's centre at which the rim runs. */
  private double rimElevation(double angle) {
    double back = (1 - Math.cos(angle)) / 2;
    double wanted = wear.rim() - wear.tilt() * back - Skull.centreY();
    double elevation = 0.35;
    for (int i = 0; i < 4; i++) {
      float r =
          skull.radius(
              (float) (Math.sin(angle) * Math.cos(elevation)),
              (float) Math.sin(elevation),
              (float) (Math.cos(angle) * Math.cos(elevation)));
      elevation = Math.asin(Math.max(-0.9, Math.min(0.9, wanted / r)));
    }
    return elevation;
  }

  /**
   * A brim or peak.
   *
   * @param middle direction of its middle
   * @param half how far it reaches to both sides, radians
   */
  private void brim(double middle, double half, float reach) {
    int rings = 4;
    for (int face = 0; face < 2; face++) {
      int first = scene.vertexCount();
      for (int ring = 0; ring <= rings; ring++) {
        for (int column = 0; column <= COLUMNS; column++) {
          double aside = 2.0 * column / COLUMNS - 1;
          double angle = middle + half * aside;
          double e = rimElevation(angle);
          float dx = (float) Math.sin(angle);
          float dz = (float) Math.cos(angle);
          float r =
              skull.radius(dx * (float) Math.cos(e), (float) Math.sin(e), dz * (float) Math.cos(e))
                  + 0.4f;
          float width = half > 3 ? reach : reach * (float) Math.sqrt(1 - aside * aside * 0.98);
          float t = ring / (float) rings;
          float out = r * (float) Math.cos(e) + t * width;
          // A peak is curved across, a brim waves.
          float bend =
              half > 3 ? 0.5f * (float) Math.cos(2 * angle) : -1.1f * (float) (aside * aside);
          float y = Skull.centreY() + r * (float) Math.sin(e) + 0.25f - t * wear.droop() + t * bend;
          scene.vertex(dx * out, y - 0.18f * face, dz * out, (float) angle * 8, -3 * t, 0);
        }
      }
      for (int ring = 0; ring < rings; ring++) {
        for (int column = 0; column < COLUMNS; column++) {
          int a = first + ring * (COLUMNS + 1) + column;
          int b = a + COLUMNS + 1;
          scene.quad(a, face == 0 ? b : a + 1, b + 1, face == 0 ? a + 1 : b, Material.HAT);
        }
      }
    }
  }
}
