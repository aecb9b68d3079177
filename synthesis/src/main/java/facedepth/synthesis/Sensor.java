package facedepth.synthesis;

/**
 * What a sensor makes of light.
 *
 * @param balance factors on red, green and blue: a camera's error about the colour of the light
 * @param noise deviation that noise has at middle grey when displayed, of 1
 * @param read share of it that does not grow with the light, 0 to 1
 * @param shared share of it that is alike in all colours, 0 to 1
 * @param coarse whether its grain is larger than a pixel
 * @param grain seed of the noise
 */
record Sensor(float[] balance, float noise, float read, float shared, boolean coarse, long grain) {
  static final Sensor PERFECT = new Sensor(new float[] {1, 1, 1}, 0, 0, 0, false, 0);

  static Sensor draw(Dice dice, float strength) {
    float warm = dice.normal(0, 0.03f + 0.09f * strength);
    float green = dice.normal(0, 0.012f + 0.03f * strength);
    return new Sensor(
        new float[] {
          (float) Math.exp(warm), (float) Math.exp(green), (float) Math.exp(-1.1 * warm)
        },
        dice.chance(0.35 + 0.55 * strength)
            ? dice.logUniform(0.003f, 0.006f + 0.036f * strength)
            : 0,
        dice.uniform(0.01f, 0.12f),
        dice.uniform(0.2f, 0.95f),
        dice.chance(0.5),
        dice.seed());
  }
}
