package facedepth.synthesis;

/** Builds the hair of a person into a scene: the shell over the scalp and the curtain round it. */
final class HairBuilder {
  /**
   * How far below the hairline the shell goes on, so that fringes have something to be cut from.
   */
  private static final float SKIRT = 5.5f;

  private final HeadModel head;
  private final int[] shellTriangles;
  private final int[] shellIndex;

  HairBuilder(HeadModel head) {
    this.head = head;
    int[] all = head.trianglesOf(HeadPart.SKIN, HeadPart.BACK);
    int[] kept = new int[all.length];
    int count = 0;
    for (int t = 0; t < all.length; t += 3) {
      if (isScalp(all[t]) && isScalp(all[t + 1]) && isScalp(all[t + 2])) {
        System.arraycopy(all, t, kept, count, 3);
        count += 3;
      }
    }
    shellTriangles = java.util.Arrays.copyOf(kept, count);
    shellIndex = new int[head.vertexCount()];
  }

  private boolean isScalp(int vertex) {
    float x = head.neutral()[3 * vertex];
    float y = head.neutral()[3 * vertex + 1];
    float z = head.neutral()[3 * vertex + 2];
    float above = FaceAtlas.aboveHairline(x, y, z);
    // The shell of the forehead may hang down as a fringe; elsewhere it ends near the hairline.
    float skirt = FaceAtlas.angle(x, z) < 1.2f && y > 2 ? SKIRT : 1;
    return !FaceAtlas.isEar(x, y, z) && above > -skirt && y > -9;
  }

  /** Appends the hair; the scene already holds the head's vertices and normals, unposed. */
  void build(Hairstyle style, SceneMesh scene) {
    if (!style.present()) {
      return;
    }
    shell(style, scene);
    if (style.curtain()) {
      curtain(style, scene);
    }
  }

  private void shell(Hairstyle style, SceneMesh scene) {
    Noise noise = new Noise(style.grain());
    java.util.Arrays.fill(shellIndex, -1);
    float[] neutral = head.neutral();
    for (int t = 0; t < shellTriangles.length; t += 3) {
      int[] corner = new int[3];
      for (int k = 0; k < 3; k++) {
        int v = shellTriangles[t + k];
        if (shellIndex[v] < 0) {
          float x = neutral[3 * v];
          float y = neutral[3 * v + 1];
          float z = neutral[3 * v + 2];
          float above = FaceAtlas.aboveHairline(x, y, z) - style.recede();
          float rise = FaceAtlas.smoothstep(-style.fringe() - 1.5f, 2.5f, above);
          float lump = 1 + style.curl() * 0.7f * noise.octaves(x * 0.35f, y * 0.35f, z * 0.35f, 2);
          float thick = 0.12f + style.thickness() * rise * lump;
          float up = 0.35f * style.thickness() * rise;
          shellIndex[v] =
              scene.vertex(
                  scene.position[3 * v] + thick * scene.normal[3 * v],
                  scene.position[3 * v + 1] + thick * scene.normal[3 * v + 1] + up,
                  scene.position[3 * v + 2] + thick * scene.normal[3 * v + 2],
                  x,
                  y,
                  z);
        }
        corner[k] = shellIndex[v];
      }
      scene.triangle(corner[0], corner[1], corner[2], Material.HAIR);
    }
  }

  /** A sheet from one temple round the back to the other, hanging down. */
  private static void curtain(Hairstyle style, SceneMesh scene) {
    Noise noise = new Noise(style.grain() + 1);
    int columns = 40;
    int rows = 14;
    float top = 8.5f;
    int first = scene.vertexCount();
    for (int row = 0; row <= rows; row++) {
      float down = row / (float) rows;
      float y = top + down * (style.curtainEnd() - top);
      for (int column = 0; column <= columns; column++) {
        float around = column / (float) columns;
        float angle = style.opening() + around * (2 * (float) Math.PI - 2 * style.opening());
        float wave = noise.octaves(4 * around * 3, y * 0.15f, 3, 2) * (0.4f + style.curl() * 1.2f);
        float out = style.volume() + 0.5f + wave + down * style.volume() * 0.5f;
        float narrow = 1 - 0.16f * FaceAtlas.smoothstep(-2, -9, y);
        float x = (float) Math.sin(angle) * (7.9f * narrow + out);
        float z = 0.8f + (float) Math.cos(angle) * (8.7f * narrow + out);
        scene.vertex(x, y, z, 12 * (angle - (float) Math.PI), y, 100 + down);
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int a = first + row * (columns + 1) + column;
        scene.quad(a, a + 1, a + columns + 2, a + columns + 1, Material.HAIR);
      }
    }
  }
}
