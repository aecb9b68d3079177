package facedepth.synthesis;

/**
 * How a head is turned towards the camera, degrees.
 *
 * @param yaw positive turns the face to the right of the picture
 * @param pitch positive looks down
 * @param roll positive leans clockwise on the screen
 */
public record HeadPose(double yaw, double pitch, double roll) {

  private static final double STEEPEST = 35; // pitch
  private static final double MOST_ROLL = 32;

  /**
   * A pose for a kind of picture. Yaw stays mostly within 35 degrees where faces look at the
   * camera, runs to 70 where they are turned and to 100 beyond the profile; pitch and roll vary
   * everywhere: without heads that are turned and tilted a network takes every head to look ahead.
   */
  static HeadPose draw(Dice dice, Shot shot) {
    double yaw =
        switch (shot) {
          case FRONTAL_TIGHT -> dice.normal(0, 18);
          case NECK_AND_SHOULDERS -> dice.normal(0, 26);
          case TURNED -> side(dice) * dice.uniform(25, 70);
          case BEYOND_PROFILE -> side(dice) * dice.uniform(65, 100);
        };
    double pitch = dice.chance(0.6) ? dice.normal(0, 10) : dice.uniform(-30, 30);
    double roll = dice.chance(0.7) ? dice.normal(0, 7) : dice.uniform(-28, 28);
    return new HeadPose(yaw, within(STEEPEST, pitch), within(MOST_ROLL, roll));
  }

  /** The same pose seen from behind. */
  HeadPose fromBehind() {
    return new HeadPose(180 + 0.6 * yaw, pitch, roll);
  }

  /** Turned little, for a portrait. */
  HeadPose forPortrait() {
    return new HeadPose(yaw % 90 / 4, pitch / 4, roll / 4);
  }

  private static int side(Dice dice) {
    return dice.chance(0.5) ? 1 : -1;
  }

  private static double within(double limit, double value) {
    return Math.max(-limit, Math.min(limit, value));
  }

  /**
   * Rotation from the head's axes (y up, z to the viewer) to the camera's (y down, z forward), row
   * by row: first yaw, then pitch, then roll.
   */
  public float[] toCamera() {
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
