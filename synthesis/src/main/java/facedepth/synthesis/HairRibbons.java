package facedepth.synthesis;

/**
 * Turns the ways of strands into flat ribbons that taper to their tips. A ribbon's coordinates are
 * across (in single strands, another range for each ribbon), along (0 root to 1 tip) and how much
 * light reaches it among its neighbours (0 to 1). The first two corners of each triangle lie along
 * the strand.
 */
final class HairRibbons {
  private static final float STRANDS_PER_CM = 14;

  private HairRibbons() {}

  /**
   * Appends a ribbon.
   *
   * @param width in its middle, centimetres
   * @param taper share of its length over which it narrows to its tip
   * @param number of the ribbon
   */
  static void append(
      SceneMesh scene, StrandPath path, float width, float taper, int number, float light) {
    int count = path.count();
    if (count < 2) {
      return;
    }
    float[] p = path.point;
    int before = 0;
    float u0 = 31f * number;
    float u1 = u0 + Math.max(1.5f, width * STRANDS_PER_CM);
    for (int s = 0; s < count; s++) {
      int from = 3 * Math.max(0, s - 1);
      int to = 3 * Math.min(count - 1, s + 1);
      float dx = p[to] - p[from];
      float dy = p[to + 1] - p[from + 1];
      float dz = p[to + 2] - p[from + 2];
      float x = p[3 * s];
      float y = p[3 * s + 1];
      float z = p[3 * s + 2];
      // Outwards from the skull above, from the neck's axis below.
      float oy = 0.5f * Math.max(0, y - Skull.centreY());
      float sx = dy * z - dz * oy;
      float sy = dz * x - dx * z;
      float sz = dx * oy - dy * x;
      float length = (float) Math.sqrt(sx * sx + sy * sy + sz * sz) + 1e-5f;
      float t = s / (count - 1f);
      float narrow = Math.min(1, (1 - t) / taper);
      float half = 0.5f * width * (0.04f + 0.96f * narrow) * (s == 0 ? 0.7f : 1) / length;
      int a = scene.vertex(x - half * sx, y - half * sy, z - half * sz, u0, t, light);
      int b = scene.vertex(x + half * sx, y + half * sy, z + half * sz, u1, t, light);
      if (s > 0) {
        scene.triangle(before, a, b, Material.HAIR);
        scene.triangle(b, before + 1, before, Material.HAIR);
      }
      before = a;
    }
  }
}
