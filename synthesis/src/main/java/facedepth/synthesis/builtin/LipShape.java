package facedepth.synthesis.builtin;

/**
 * How lips are cut, centimetres.
 *
 * @param half half the width of the mouth
 * @param upper height of the red of the upper lip over the corner's level
 * @param lower height of the red of the lower lip under it
 * @param bow how deep the middle of the upper edge dips
 * @param upperFull how far the upper lip stands out
 * @param lowerFull how far the lower lip stands out
 */
record LipShape(
    double half, double upper, double lower, double bow, double upperFull, double lowerFull) {
  static final LipShape NEUTRAL = new LipShape(2.5, 1.02, 1.08, 0.2, 0.33, 0.4);

  /** Height of the corners of the mouth. */
  static final double CORNER = -3.47;

  LipShape wide(double newHalf) {
    return new LipShape(newHalf, upper, lower, bow, upperFull, lowerFull);
  }

  LipShape bowed(double newBow) {
    return new LipShape(half, upper, lower, newBow, upperFull, lowerFull);
  }

  LipShape above(double height, double full) {
    return new LipShape(half, height, lower, bow, full, lowerFull);
  }

  LipShape below(double height, double full) {
    return new LipShape(half, upper, height, bow, upperFull, full);
  }

  /** Height of the red's edge at {@code u}, 0 in the middle to 1 at the corner. */
  double edge(double u, boolean isUpper) {
    if (isUpper) {
      double dip = u * half / 0.42;
      return CORNER + upper * (1 - StrictMath.pow(u, 1.5)) - bow * StrictMath.exp(-dip * dip);
    }
    return CORNER - lower * (1 - StrictMath.pow(u, 2.3));
  }

  /** Height of the line where the lips touch. */
  double line(double u) {
    double pearl = u * half / 0.6;
    return CORNER + 0.1 * (1 - u * u) - 0.05 * StrictMath.exp(-pearl * pearl);
  }

  /**
   * How far the red stands out before the muzzle, {@code t} from 0 at its edge to 1 at the line.
   */
  double rise(double u, double t, boolean isUpper) {
    double middle = StrictMath.pow(Math.max(0, 1 - u * u), 0.6);
    double full = isUpper ? upperFull : lowerFull;
    double swell = 4 * t * (1 - t) * full + 0.1 * (1 - t) * (1 - t);
    return middle * (swell + 0.12 * t) - 0.3 * (1 - middle) * t;
  }
}
