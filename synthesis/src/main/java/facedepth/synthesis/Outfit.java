package facedepth.synthesis;

/**
 * What a person wears.
 *
 * @param shoulders half width of the body in centimetres
 * @param chest half depth of the body in centimetres
 * @param top height at which the body begins, centimetres
 * @param collar height below which the neck is clothed, centimetres
 * @param cloth colour of the clothes, linear RGB
 * @param stripe second colour of the clothes
 * @param glasses null for none
 * @param grain seed of the weave
 */
record Outfit(
    float shoulders,
    float chest,
    float top,
    float collar,
    float[] cloth,
    float[] stripe,
    Glasses glasses,
    long grain) {

  /**
   * Glasses.
   *
   * @param half width of a lens from its middle, centimetres
   * @param height of a lens from its middle
   * @param thick of the frame
   * @param square exponent of the lens' outline: 1 round, less is squarer
   * @param stand off the bridge of the nose
   * @param frame colour
   * @param tint of the lenses, 0 clear to 1 black
   */
  record Glasses(
      float half, float height, float thick, float square, float stand, float[] frame, float tint) {
    static Glasses draw(Dice dice) {
      float half = dice.uniform(1.9f, 2.9f);
      return new Glasses(
          half,
          half * dice.uniform(0.65f, 1),
          dice.uniform(0.12f, 0.45f),
          dice.uniform(0.45f, 1),
          dice.uniform(0.4f, 0.9f),
          Appearance.colour(dice),
          dice.chance(0.3) ? dice.uniform(0.4f, 0.97f) : dice.uniform(0, 0.12f));
    }
  }

  static Outfit draw(Dice dice) {
    float[] cloth = Appearance.colour(dice);
    return new Outfit(
        dice.uniform(19, 25),
        dice.uniform(9.5f, 12),
        dice.uniform(-17.5f, -15),
        dice.uniform(-15, -10),
        cloth,
        dice.chance(0.6) ? cloth : Appearance.colour(dice),
        dice.chance(0.2) ? Glasses.draw(dice.stream("glasses")) : null,
        dice.seed());
  }
}
