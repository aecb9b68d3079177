package facedepth.synthesis.builtin;

/** The jaw's own movements: it swings about its joints before the ears and slides along them. */
final class Jaw {
  private static final double JOINT_Y = 0.8;
  private static final double JOINT_Z = 1.2;

  private Jaw() {}

  /** Adds a swing by so many degrees and a slide in centimetres. */
  static void add(
      Moves moves, double degrees, double slideX, double slideY, double slideZ, float[] shape) {
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    float[] p = moves.mesh().positions();
    for (int i = 0; i < p.length / 3; i++) {
      double weight = moves.regions().jaw(i);
      double y = p[3 * i + 1] - JOINT_Y;
      double z = p[3 * i + 2] - JOINT_Z;
      shape[3 * i] += (float) (weight * slideX);
      shape[3 * i + 1] += (float) (weight * (y * cos - z * sin - y + slideY));
      shape[3 * i + 2] += (float) (weight * (z * cos + y * sin - z + slideZ));
    }
  }
}
