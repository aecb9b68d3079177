package facedepth.synthesis.builtin;

/**
 * How an eye is cut and how far it is open, centimetres.
 *
 * @param upper height of the upper lid's edge over the line between the corners
 * @param lower height of the lower lid's edge over it, usually negative
 * @param half half the distance between the corners
 * @param tilt how much higher than the middle the outer corner stands
 * @param crease depth of the fold of the upper lid
 */
record EyeShape(double upper, double lower, double half, double tilt, double crease) {
  /** An eye that looks ahead, open as people hold it. */
  static final EyeShape NEUTRAL = new EyeShape(0.5, -0.45, 1.45, 0.1, 0.09);

  EyeShape opened(double newUpper, double newLower) {
    return new EyeShape(newUpper, newLower, half, tilt, crease);
  }

  EyeShape wide(double newHalf) {
    return new EyeShape(upper, lower, newHalf, tilt, crease);
  }

  EyeShape tilted(double newTilt) {
    return new EyeShape(upper, lower, half, newTilt, crease);
  }

  EyeShape creased(double newCrease) {
    return new EyeShape(upper, lower, half, tilt, newCrease);
  }

  /** Height of the lid's edge at {@code u}, -1 at the inner corner to 1 at the outer one. */
  double edge(double u, boolean isUpper) {
    // The upper lid is highest nearer the nose, the lower one lowest nearer the temple.
    double lean = isUpper ? 0.16 : -0.12;
    double v = Math.max(-1, Math.min(1, u + lean * (1 - u * u)));
    double arc = StrictMath.pow(Math.max(0, 1 - v * v), 0.72);
    return tilt * u + (isUpper ? upper : lower) * arc;
  }
}
