package facedepth.synthesis;

/**
 * What stands behind the person: plain, graded, cloudy, striped, shapes.
 *
 * @param kind which of them
 * @param colours four, linear RGB
 * @param shapes six numbers each: centre x and y, half width, half height, colour, strength
 * @param scale of clouds and stripes, per crop width
 * @param softness of edges
 * @param angle of stripes and grades, radians
 * @param grain seed of its noise
 */
record Backdrop(
    int kind,
    float[][] colours,
    float[] shapes,
    float scale,
    float softness,
    float angle,
    long grain) {

  static Backdrop draw(Dice dice) {
    float[][] colours = new float[4][];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = Appearance.colour(dice);
    }
    if (dice.chance(0.15)) {
      // Walls the colour of skin are what a mask must not fall for.
      colours[0] = Appearance.anySkin(dice);
    }
    float[] shapes = new float[6 * (3 + dice.below(12))];
    for (int i = 0; i < shapes.length; i += 6) {
      shapes[i] = dice.uniform(-0.7f, 0.7f);
      shapes[i + 1] = dice.uniform(-0.7f, 0.7f);
      shapes[i + 2] = dice.logUniform(0.04f, 0.6f);
      shapes[i + 3] = dice.logUniform(0.04f, 0.6f);
      shapes[i + 4] = dice.below(4);
      shapes[i + 5] = dice.uniform(0.3f, 1);
    }
    return new Backdrop(
        dice.below(6),
        colours,
        shapes,
        dice.logUniform(1.5f, 14),
        dice.logUniform(0.02f, 0.6f),
        dice.uniform(0, (float) Math.PI),
        dice.seed());
  }
}
