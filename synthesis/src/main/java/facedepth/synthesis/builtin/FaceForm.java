package facedepth.synthesis.builtin;

/**
 * The solid of head, neck and shoulders without ears, lips and the opening of the eyes. It is the
 * same on both sides; every method takes the distance from the middle as x.
 */
final class FaceForm {
  private static final double MIDDLE = 0.25;

  private FaceForm() {}

  /** Signed distance, a little less than the true one, in centimetres. */
  static double distance(double signedX, double y, double z) {
    // Rounded at the middle, so that bodies of both sides meet there without a crease.
    double x = Math.sqrt(signedX * signedX + MIDDLE * MIDDLE) - MIDDLE;
    double head = SkullForm.distance(x, y, z);
    if (z > 5 && y > -9 && y < 8) {
      head = OrbitForm.shape(head, x, y, z);
      head = NoseForm.shape(head, x, y, z);
      head = MuzzleForm.shape(head, x, y, z);
    }
    return head;
  }
}
