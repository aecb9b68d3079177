package facedepth.synthesis.builtin;

/** Where straight lines meet the solid of the face, coming from outside. */
final class SurfaceRay {
  private static final double FAR = 30;

  private SurfaceRay() {}

  /** The outermost point on the ray from {@code origin} (inside) along a unit direction. */
  static double[] hit(double[] origin, double dx, double dy, double dz) {
    double t = FAR;
    for (int step = 0; step < 80 && t > 0; step++) {
      double d = FaceForm.distance(origin[0] + t * dx, origin[1] + t * dy, origin[2] + t * dz);
      if (d < 2e-4) {
        break;
      }
      t -= 0.85 * d;
    }
    t = Math.max(0, t);
    return new double[] {origin[0] + t * dx, origin[1] + t * dy, origin[2] + t * dz};
  }

  /** Height z of the surface at (x, y), seen from the front. */
  static double front(double x, double y) {
    double z = 16;
    for (int step = 0; step < 80 && z > 0; step++) {
      double d = FaceForm.distance(x, y, z);
      if (d < 2e-4) {
        break;
      }
      z -= 0.85 * d;
    }
    return z;
  }
}
