package facedepth.synthesis;

/**
 * A chain of rings, as wide across as told and as thick, with round ends. Coordinates of its
 * vertices are how far along (0 to 1), the turn round it (radians, 0 on the side of {@code out}),
 * and a mark.
 */
final class Tube {
  private static final int AROUND = 12;

  private Tube() {}

  /**
   * Appends a tube.
   *
   * @param path points in the frame, three floats each
   * @param wide half width at each point
   * @param thick half thickness at each point
   */
  static void append(
      SceneMesh scene,
      Frame3 frame,
      float[] path,
      float[] wide,
      float[] thick,
      float mark,
      Material material) {
    int count = wide.length;
    int first = scene.vertexCount();
    for (int i = -1; i <= count; i++) {
      int at = Math.max(0, Math.min(count - 1, i));
      int from = 3 * Math.max(0, at - 1);
      int to = 3 * Math.min(count - 1, at + 1);
      float db = path[to + 1] - path[from + 1];
      float dc = path[to + 2] - path[from + 2];
      float da = path[to] - path[from];
      float length = (float) Math.sqrt(da * da + db * db + dc * dc) + 1e-6f;
      da /= length;
      db /= length;
      dc /= length;
      // Ends are drawn in to a narrow ring a little further on.
      float end = i < 0 ? -1 : i == count ? 1 : 0;
      float narrow = end == 0 ? 1 : 0.45f;
      float beyond = end * 0.75f * thick[at];
      // Axes of the ring: across as it is, the other at right angles to it and the path.
      float na = -dc * da;
      float nb = -dc * db;
      float nc = 1 - dc * dc;
      float n = (float) Math.sqrt(na * na + nb * nb + nc * nc) + 1e-6f;
      float sa = db * nc / n - dc * nb / n;
      float sb = dc * na / n - da * nc / n;
      float sc = da * nb / n - db * na / n;
      for (int k = 0; k <= AROUND; k++) {
        double turn = 2 * Math.PI * (k % AROUND) / AROUND;
        float w = wide[at] * narrow * (float) Math.sin(turn);
        float h = thick[at] * narrow * (float) Math.cos(turn) / n;
        float[] p =
            frame.point(
                path[3 * at] + beyond * da + w * sa + h * na,
                path[3 * at + 1] + beyond * db + w * sb + h * nb,
                path[3 * at + 2] + beyond * dc + w * sc + h * nc);
        scene.vertex(p[0], p[1], p[2], at / (count - 1f), (float) turn, mark);
      }
    }
    for (int i = 0; i <= count; i++) {
      for (int k = 0; k < AROUND; k++) {
        int a = first + i * (AROUND + 1) + k;
        scene.quad(a, a + 1, a + AROUND + 2, a + AROUND + 1, material);
      }
    }
  }
}
