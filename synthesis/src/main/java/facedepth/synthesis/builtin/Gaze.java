package facedepth.synthesis.builtin;

/** Eyeballs turning and jaws dropping: turns about an axis, as displacements. */
final class Gaze {
  private Gaze() {}

  /** Adds the turn of an eyeball towards (right of the picture, up), degrees at full strength. */
  static void turn(WholeMesh mesh, boolean isLeft, double right, double up, float[] shape) {
    double side = isLeft ? 1 : -1;
    double yaw = StrictMath.toRadians(right);
    double pitch = StrictMath.toRadians(up);
    float[] p = mesh.positions();
    for (int i = 0; i < mesh.traits().length; i++) {
      if (mesh.traits()[i] != Trait.EYEBALL || p[3 * i] * side < 0) {
        continue;
      }
      double x = p[3 * i] - side * Eyes.X;
      double y = p[3 * i + 1] - Eyes.Y;
      double z = p[3 * i + 2] - Eyes.Z;
      double tx = x * StrictMath.cos(yaw) + z * StrictMath.sin(yaw);
      double tz = z * StrictMath.cos(yaw) - x * StrictMath.sin(yaw);
      double ty = y * StrictMath.cos(pitch) + tz * StrictMath.sin(pitch);
      double uz = tz * StrictMath.cos(pitch) - y * StrictMath.sin(pitch);
      shape[3 * i] += (float) (tx - x);
      shape[3 * i + 1] += (float) (ty - y);
      shape[3 * i + 2] += (float) (uz - z);
    }
  }
}
