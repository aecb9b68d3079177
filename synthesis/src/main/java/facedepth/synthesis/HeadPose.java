package facedepth.synthesis;

/**
 * How a head is turned towards the camera, degrees.
 *
 * @param yaw positive turns the face to the right of the picture
 * @param pitch positive looks down
 * @param roll positive leans clockwise on the screen
 */
public record HeadPose(double yaw, double pitch, double roll) {

  static HeadPose draw(Dice dice) {
    int kind = dice.below(100);
    double yaw;
    if (kind < 42) {
      yaw = dice.normal(0, 14);
    } else if (kind < 82) {
      yaw = dice.uniform(-62, 62);
    } else {
      yaw = dice.uniform(-95, 95);
    }
    double pitch = dice.chance(0.65) ? dice.normal(0, 9) : dice.uniform(-35, 35);
    double roll = dice.chance(0.7) ? dice.normal(0, 6) : dice.uniform(-28, 28);
    return new HeadPose(yaw, pitch, roll);
  }

  /**
   * Rotation from the head's axes (y up, z to the viewer) to the camera's (y down, z forward), row
   * by row: first yaw, then pitch, then roll.
   */
  float[] toCamera() {
    double sy = Math.sin(Math.toRadians(yaw));
    double cy = Math.cos(Math.toRadians(yaw));
    double sp = Math.sin(Math.toRadians(pitch));
    double cp = Math.cos(Math.toRadians(pitch));
    double sr = Math.sin(Math.toRadians(roll));
    double cr = Math.cos(Math.toRadians(roll));
    // Yaw about y: x' = cy x + sy z, z' = -sy x + cy z.
    // Pitch about x, looking down: y'' = cp y' - sp z', z'' = sp y' + cp z'.
    double[] row0 = {cy, 0, sy};
    double[] row1 = {sp * sy, cp, -sp * cy};
    double[] row2 = {-cp * sy, sp, cp * cy};
    float[] m = new float[9];
    for (int i = 0; i < 3; i++) {
      // To the camera: y and z change sign; then roll clockwise on the screen (y down).
      double x = row0[i];
      double y = -row1[i];
      m[i] = (float) (cr * x - sr * y);
      m[3 + i] = (float) (sr * x + cr * y);
      m[6 + i] = (float) -row2[i];
    }
    return m;
  }
}
