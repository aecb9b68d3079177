package facedepth.synthesis;

/** Things that are not the head: shoulders under clothes, and glasses. */
final class Wardrobe {
  private Wardrobe() {}

  /** A rounded body below the neck, so that loose crops do not show a bust without a chest. */
  static void torso(SceneMesh scene, Outfit outfit) {
    int columns = 28;
    int rows = 10;
    float width = outfit.shoulders();
    float depth = outfit.chest();
    float top = outfit.top();
    int first = scene.vertexCount();
    for (int row = 0; row <= rows; row++) {
      double elevation = Math.PI / 2 * (1 - row / (double) rows);
      float ring = (float) Math.pow(Math.cos(elevation), 0.7);
      float y = top - 22 + 22 * (float) Math.sin(elevation);
      for (int column = 0; column <= columns; column++) {
        double angle = 2 * Math.PI * column / columns;
        float x = (float) Math.sin(angle) * ring * width;
        float z = -1.5f + (float) Math.cos(angle) * ring * depth;
        scene.vertex(x, y, z, x, y - 10, z);
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int a = first + row * (columns + 1) + column;
        scene.quad(a, a + columns + 1, a + columns + 2, a + 1, Material.CLOTH);
      }
    }
  }

  /**
   * Glasses on a face whose vertices the scene already holds.
   *
   * @param landmarks vertex indices of the 68 points
   */
  static void glasses(SceneMesh scene, int[] landmarks, Outfit.Glasses glasses) {
    float[] p = scene.position;
    float half = glasses.half();
    float height = glasses.height();
    float thick = glasses.thick();
    float square = glasses.square();
    int bridge = 3 * landmarks[27];
    float front = p[bridge + 2] + glasses.stand();
    for (int side = -1; side <= 1; side += 2) {
      int inner = 3 * landmarks[side < 0 ? 39 : 42];
      int outer = 3 * landmarks[side < 0 ? 36 : 45];
      float cx = (p[inner] + p[outer]) / 2 + side * 0.25f;
      float cy = (p[inner + 1] + p[outer + 1]) / 2 - 0.25f;
      int steps = 28;
      int centre = scene.vertex(cx, cy, front + 0.15f, cx, cy, front);
      int first = scene.vertexCount();
      for (int i = 0; i < steps; i++) {
        double angle = 2 * Math.PI * i / steps;
        float ux = superellipse(Math.cos(angle), square);
        float uy = superellipse(Math.sin(angle), square);
        for (int ring = 0; ring < 2; ring++) {
          float grow = ring * thick;
          float x = cx + ux * (half + grow);
          float y = cy + uy * (height + grow);
          // Frames wrap round the face a little.
          float z = front - 0.025f * (x * x) + 0.2f * ring;
          scene.vertex(x, y, z, x, y, z);
        }
      }
      for (int i = 0; i < steps; i++) {
        int a = first + 2 * i;
        int b = first + 2 * ((i + 1) % steps);
        scene.quad(a, a + 1, b + 1, b, Material.FRAME);
        scene.triangle(centre, a, b, Material.LENS);
      }
      temple(scene, cx + side * (half + thick), cy + 0.5f * height, front, side, thick);
    }
    bar(scene, p[bridge], p[bridge + 1] - 0.2f, front + 0.1f, 1.1f, thick);
  }

  private static float superellipse(double unit, float exponent) {
    return (float) (Math.signum(unit) * Math.pow(Math.abs(unit), exponent));
  }

  private static void temple(
      SceneMesh scene, float x, float y, float front, int side, float thick) {
    float startZ = front - 0.025f * x * x;
    float endX = side * 8.1f;
    int a = scene.vertex(x, y + thick, startZ, x, y, startZ);
    int b = scene.vertex(x, y - thick, startZ, x, y, startZ);
    int c = scene.vertex(endX, y - thick, 0.5f, endX, y, 0.5f);
    int d = scene.vertex(endX, y + thick, 0.5f, endX, y, 0.5f);
    scene.quad(a, b, c, d, Material.FRAME);
  }

  private static void bar(SceneMesh scene, float x, float y, float z, float half, float thick) {
    int a = scene.vertex(x - half, y + thick, z, x, y, z);
    int b = scene.vertex(x - half, y - thick * 0.5f, z, x, y, z);
    int c = scene.vertex(x + half, y - thick * 0.5f, z, x, y, z);
    int d = scene.vertex(x + half, y + thick, z, x, y, z);
    scene.quad(a, b, c, d, Material.FRAME);
  }
}
