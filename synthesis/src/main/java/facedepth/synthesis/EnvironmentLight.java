package facedepth.synthesis;

/**
 * Light from all around, as spherical harmonics up to the second order, in camera axes: all that a
 * matt surface can tell of it (Ramamoorthi and Hanrahan 2001, An Efficient Representation for
 * Irradiance Environment Maps).
 *
 * @param coefficients nine of radiance for red, green and blue: [3][9] in the order 1, y, z, x, xy,
 *     yz, 3z²-1, xz, x²-y²
 */
record EnvironmentLight(float[][] coefficients) {
  private static final float Y0 = 0.282095f;
  private static final float Y1 = 0.488603f;
  private static final float Y2 = 1.092548f;
  private static final float Y20 = 0.315392f;
  private static final float Y22 = 0.546274f;

  /** Normalisations of the nine functions. */
  private static final float[] NORM = {Y0, Y1, Y1, Y1, Y2, Y2, Y20, Y2, Y22};

  /** The cosine's share of each order, over pi: what turns radiance into irradiance / pi. */
  private static final float[] COSINE = {
    1, 2f / 3, 2f / 3, 2f / 3, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f
  };

  /** Darkness. */
  EnvironmentLight() {
    this(new float[3][9]);
  }

  /**
   * Adds a round patch of light, a window or half the sky.
   *
   * @param direction unit vector towards its middle
   * @param halfAngle radians, pi for light from everywhere
   * @param radiance linear RGB
   */
  void add(float[] direction, double halfAngle, float[] radiance) {
    double cos = Math.cos(halfAngle);
    // Coefficients of a cap about z by order, times what turns them to the direction.
    double[] zonal = {
      Y0 * 2 * Math.PI * (1 - cos) * Math.sqrt(4 * Math.PI),
      Y1 * Math.PI * (1 - cos * cos) * Math.sqrt(4 * Math.PI / 3),
      Y20 * 2 * Math.PI * (cos - cos * cos * cos) * Math.sqrt(4 * Math.PI / 5)
    };
    float[] basis = basis(direction[0], direction[1], direction[2]);
    for (int i = 0; i < 9; i++) {
      double weight = zonal[i == 0 ? 0 : i < 4 ? 1 : 2] * NORM[i] * basis[i];
      for (int c = 0; c < 3; c++) {
        coefficients[c][i] += (float) (weight * radiance[c]);
      }
    }
  }

  /**
   * Factors of the polynomial in 1, y, z, x, xy, yz, 3z²-1, xz, x²-y² of a unit normal that gives
   * irradiance / pi: what a white matt surface shows. Red's nine, green's, blue's.
   */
  float[] irradiance() {
    float[] polynomial = new float[27];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < 9; i++) {
        polynomial[9 * c + i] = COSINE[i] * NORM[i] * coefficients[c][i];
      }
    }
    return polynomial;
  }

  /** The nine functions of a unit vector without their norms. */
  static float[] basis(float x, float y, float z) {
    return new float[] {1, y, z, x, x * y, y * z, 3 * z * z - 1, x * z, x * x - y * y};
  }
}
