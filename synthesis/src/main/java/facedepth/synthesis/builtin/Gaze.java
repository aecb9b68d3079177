package facedepth.synthesis.builtin;

/** The turn of an eyeball about its centre, as displacements. */
final class Gaze {
  private Gaze() {}

  /** Adds a turn of the left eyeball, degrees to the right of the picture and up. */
  static void turn(WholeMesh mesh, double right, double up, float[] shape) {
    double yaw = StrictMath.toRadians(right);
    double pitch = StrictMath.toRadians(up);
    float[] p = mesh.positions();
    for (int i = 0; i < mesh.traits().length; i++) {
      if (mesh.traits()[i] != Trait.EYEBALL || p[3 * i] < 0) {
        continue;
      }
      double x = p[3 * i] - EyeSeat.X;
      double y = p[3 * i + 1] - EyeSeat.Y;
      double z = p[3 * i + 2] - EyeSeat.Z;
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
