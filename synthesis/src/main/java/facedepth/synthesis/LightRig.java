package facedepth.synthesis;

/**
 * The light on a scene: a soft environment and one to three far lights, the first two of which cast
 * shadows. Directions are in camera axes (y down, z forward) and point towards the light.
 *
 * @param ambient environment light from all sides, linear RGB
 * @param gradient for each colour how the environment grows along x, y, z
 * @param directions unit vectors
 * @param colours linear RGB, intensity included
 * @param wrap how far light creeps round edges for red, green, blue: a cheap stand-in for light
 *     scattered in skin
 */
record LightRig(
    float[] ambient, float[][] gradient, float[][] directions, float[][] colours, float[] wrap) {

  static LightRig draw(Dice dice) {
    float[] tint = warmth(dice.uniform(-1, 1));
    float level = dice.chance(0.25) ? dice.uniform(0.6f, 1.2f) : dice.logUniform(0.06f, 0.7f);
    float[] ambient = new float[3];
    float[][] gradient = new float[3][3];
    float[] slope = direction(dice.uniform(-180, 180), dice.normal(35, 40));
    float strength = dice.uniform(0, 0.8f);
    for (int c = 0; c < 3; c++) {
      ambient[c] = level * tint[c];
      for (int axis = 0; axis < 3; axis++) {
        gradient[c][axis] = ambient[c] * (slope[axis] * strength + dice.normal(0, 0.06f));
      }
    }
    int count = dice.chance(0.08) ? 0 : 1 + (dice.chance(0.5) ? 1 : 0) + (dice.chance(0.2) ? 1 : 0);
    float[][] directions = new float[count][];
    float[][] colours = new float[count][];
    for (int i = 0; i < count; i++) {
      boolean key = i == 0;
      float azimuth = key ? dice.normal(0, 55) : dice.uniform(-160, 160);
      float elevation = key ? dice.normal(32, 24) : dice.normal(20, 30);
      directions[i] = direction(azimuth, Math.max(-40, Math.min(85, elevation)));
      float power = key ? dice.uniform(0.4f, 1.4f) : dice.logUniform(0.08f, 0.8f);
      float[] colour = warmth(dice.normal(0, 0.6f));
      for (int c = 0; c < 3; c++) {
        colour[c] *= power;
      }
      colours[i] = colour;
    }
    float scatter = dice.uniform(0.3f, 1);
    return new LightRig(
        ambient,
        gradient,
        directions,
        colours,
        new float[] {0.35f * scatter, 0.15f * scatter, 0.1f * scatter});
  }

  /** A direction by degrees: azimuth 0 from the camera, 90 from the picture's right. */
  private static float[] direction(float azimuth, float elevation) {
    double a = Math.toRadians(azimuth);
    double e = Math.toRadians(elevation);
    return new float[] {
      (float) (Math.sin(a) * Math.cos(e)),
      (float) -Math.sin(e),
      (float) (-Math.cos(a) * Math.cos(e))
    };
  }

  /** White shifted to orange (positive) or blue (negative). */
  private static float[] warmth(float warm) {
    return new float[] {(float) Math.exp(0.25 * warm), 1, (float) Math.exp(-0.35 * warm)};
  }
}
