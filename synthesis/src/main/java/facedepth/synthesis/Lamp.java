package facedepth.synthesis;

/**
 * A light that is far enough to come from one direction: the sun, a flash, a soft box.
 *
 * @param direction unit vector towards it, camera axes (x right, y down, z forward)
 * @param colour linear RGB that it gives a white matt surface that faces it
 * @param size half the angle it is seen under, radians: 0 casts hard shadows
 */
record Lamp(float[] direction, float[] colour, float size) {

  /** A direction by degrees: azimuth 0 from the camera, 90 from the picture's right. */
  static float[] direction(float azimuth, float elevation) {
    double a = Math.toRadians(azimuth);
    double e = Math.toRadians(elevation);
    return new float[] {
      (float) (Math.sin(a) * Math.cos(e)),
      (float) -Math.sin(e),
      (float) (-Math.cos(a) * Math.cos(e))
    };
  }
}
