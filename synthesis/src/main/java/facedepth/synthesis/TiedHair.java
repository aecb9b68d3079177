package facedepth.synthesis;

/** What tied hair ends in: a bun, a ponytail, braids. */
final class TiedHair {
  private static final int AROUND = 14;

  private final Hairstyle style;
  private final SceneMesh scene;
  private final Torso torso;
  private final Noise noise;

  TiedHair(Hairstyle style, SceneMesh scene, Torso torso) {
    this.style = style;
    this.scene = scene;
    this.torso = torso;
    noise = new Noise(style.grain() + 7);
  }

  /** Appends it. */
  void build() {
    float[] tie = CombField.tie(style);
    switch (style.cut()) {
      case BUN -> bun(tie);
      case PONYTAIL -> tail(tie[0], tie[1], tie[2], 0.25f, -1, 2.1f, 0);
      case BRAIDS -> {
        tail(7.4f, -1.5f, -1.5f, 0.8f, 0.5f, 1.25f, 1);
        tail(-7.4f, -1.5f, -1.5f, -0.8f, 0.5f, 1.25f, 1);
      }
      default -> {}
    }
  }

  private void bun(float[] tie) {
    float size = 2.2f + 0.25f * Math.min(6, Math.abs(style.parting()));
    float length = (float) Math.hypot(tie[1] - Skull.centreY(), tie[2]);
    float outY = (tie[1] - Skull.centreY()) / length;
    float outZ = tie[2] / length;
    int rows = 12;
    int first = scene.vertexCount();
    for (int row = 0; row <= rows; row++) {
      double polar = Math.PI * row / rows;
      for (int column = 0; column <= AROUND; column++) {
        double turn = 2 * Math.PI * (column % AROUND) / AROUND;
        float lump = 1 + 0.16f * noise.octaves((float) polar * 2, (float) turn * 1.5f, 0, 2);
        float r = size * lump * (float) Math.sin(polar);
        float up = 0.75f * size * (float) Math.cos(polar) + 0.35f * size;
        float sx = r * (float) Math.cos(turn);
        float sy = r * (float) Math.sin(turn);
        // Strands wind round the bun.
        scene.vertex(
            tie[0] + sx,
            tie[1] + outY * up - outZ * sy,
            tie[2] + outZ * up + outY * sy,
            30 * (float) polar + 3 * (float) turn,
            0.6f,
            0.9f);
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < AROUND; column++) {
        int a = first + row * (AROUND + 1) + column;
        strip(a, a + 1, a + AROUND + 1, a + AROUND + 2);
      }
    }
  }

  /**
   * Hair that hangs in one piece.
   *
   * @param awayX horizontal direction in which it leaves the head, likewise {@code awayZ}
   * @param thick its radius, centimetres
   * @param braided 1 for a braid, 0 for loose hair
   */
  private void tail(float x, float y, float z, float awayX, float awayZ, float thick, int braided) {
    int rows = 26;
    int first = scene.vertexCount();
    float length = Math.max(4, y - style.end() + 3);
    float step = length / rows;
    float vx = awayX;
    float vy = braided == 1 ? -0.4f : 0.35f;
    float vz = awayZ;
    for (int row = 0; row <= rows; row++) {
      float t = row / (float) rows;
      float radius = thick * (0.55f + 0.9f * t) * Math.min(1, (1 - t) * 4 + 0.05f);
      if (braided == 1) {
        radius =
            thick * (0.75f + 0.3f * Math.abs((float) Math.sin(row * 0.9f))) * (1.05f - 0.5f * t);
      }
      for (int column = 0; column <= AROUND; column++) {
        double turn = 2 * Math.PI * (column % AROUND) / AROUND;
        float rough = 1 + 0.2f * noise.at(row * 0.2f, 3 * (float) Math.cos(turn), (float) turn);
        float across = 60 * column / (float) AROUND + braided * 12 * Math.abs(row % 7 - 3);
        scene.vertex(
            x + radius * rough * (float) Math.sin(turn),
            y,
            z + radius * rough * (float) Math.cos(turn),
            across,
            0.3f + 0.7f * t,
            0.85f);
      }
      float speed = (float) Math.sqrt(vx * vx + vy * vy + vz * vz);
      x += vx / speed * step;
      y += vy / speed * step;
      z += vz / speed * step;
      vx *= 0.75f;
      vz *= 0.75f;
      vy = Math.max(-1, vy - 0.3f);
      boolean front = z > 0;
      float surface = torso.surface(x, y, front) + 0.7f * thick;
      if (front && z < surface || !front && -z < surface) {
        z = front ? surface : -surface;
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < AROUND; column++) {
        int a = first + row * (AROUND + 1) + column;
        strip(a, a + AROUND + 1, a + 1, a + AROUND + 2);
      }
    }
  }

  /** Two triangles whose first edges, a to b and c to d, lie along the strands. */
  private void strip(int a, int b, int c, int d) {
    scene.triangle(a, b, d, Material.HAIR);
    scene.triangle(d, c, a, Material.HAIR);
  }
}
