package facedepth.synthesis;

/**
 * Glasses.
 *
 * @param shape outline of the lenses
 * @param half width of a lens from its middle, centimetres
 * @param height of a lens from its middle
 * @param thick of the frame, centimetres
 * @param rimless whether the lower half of the lenses has no frame
 * @param stand off the bridge of the nose, centimetres
 * @param frame colour, linear RGB
 * @param second colour of the frame below, linear RGB
 * @param metal whether the frame shines
 * @param tint of the lenses, 0 clear to 1 black
 * @param tintColour linear RGB that the lenses let through
 * @param fade how much less the lenses are tinted below, 0 to 1
 * @param mirror how much the lenses reflect what is before them, 0 to 1
 * @param slide where reflected windows stand on the lenses, -1 to 1
 */
record Glasses(
    Shape shape,
    float half,
    float height,
    float thick,
    boolean rimless,
    float stand,
    float[] frame,
    float[] second,
    boolean metal,
    float tint,
    float[] tintColour,
    float fade,
    float mirror,
    float slide) {

  /** Outlines of lenses. */
  enum Shape {
    ROUND,
    SQUARE,
    OVAL,
    AVIATOR,
    CAT_EYE
  }

  static Glasses draw(Dice dice) {
    Shape shape = Shape.values()[dice.below(Shape.values().length)];
    boolean sun = dice.chance(0.28);
    float half = dice.uniform(2.05f, sun ? 3 : 2.7f);
    float flat =
        switch (shape) {
          case ROUND -> dice.uniform(0.92f, 1);
          case SQUARE -> dice.uniform(0.6f, 0.85f);
          case OVAL -> dice.uniform(0.6f, 0.75f);
          case AVIATOR -> dice.uniform(0.8f, 0.95f);
          case CAT_EYE -> dice.uniform(0.65f, 0.85f);
        };
    boolean metal = dice.chance(0.4);
    float[] frame = metal ? metal(dice) : plastic(dice);
    float[] glass = {1, 1, 1};
    if (sun && dice.chance(0.5)) {
      glass = new float[] {1, dice.uniform(0.6f, 1), dice.uniform(0.3f, 1)};
    }
    return new Glasses(
        shape,
        half,
        half * flat,
        metal ? dice.uniform(0.09f, 0.16f) : dice.uniform(0.16f, 0.48f),
        dice.chance(0.15),
        dice.uniform(0.1f, 0.5f),
        frame,
        dice.chance(0.8) ? frame : plastic(dice),
        metal,
        sun ? dice.uniform(0.5f, 0.97f) : dice.chance(0.1) ? dice.uniform(0.1f, 0.35f) : 0.02f,
        glass,
        sun && dice.chance(0.5) ? dice.uniform(0.2f, 0.8f) : 0,
        dice.chance(0.45) ? dice.uniform(0.04f, sun ? 0.5f : 0.35f) : 0.02f,
        dice.uniform(-1, 1));
  }

  private static float[] metal(Dice dice) {
    float grey = dice.uniform(0.15f, 0.6f);
    float gold = dice.chance(0.5) ? dice.uniform(0.2f, 0.6f) : 0;
    return new float[] {grey, grey * (1 - 0.35f * gold), grey * (1 - gold)};
  }

  /** Black and tortoise-shell mostly. */
  private static float[] plastic(Dice dice) {
    float kind = dice.uniform(0, 1);
    if (kind < 0.5f) {
      float black = dice.uniform(0.008f, 0.03f);
      return new float[] {black, black, black};
    } else if (kind < 0.75f) {
      float brown = dice.uniform(0.04f, 0.14f);
      return new float[] {brown, 0.45f * brown, 0.18f * brown};
    }
    return Appearance.colour(dice);
  }
}
