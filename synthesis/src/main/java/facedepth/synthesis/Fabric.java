package facedepth.synthesis;

/**
 * A cloth's colours and pattern.
 *
 * @param colour linear RGB
 * @param second colour of its pattern, linear RGB
 * @param pattern how the two are laid out
 * @param period of the pattern in centimetres
 * @param slant of stripes: 0 level, 1 upright
 * @param weave strength of fine relief
 * @param sheen strength of the shine
 */
record Fabric(
    float[] colour,
    float[] second,
    Pattern pattern,
    float period,
    float slant,
    float weave,
    float sheen) {

  /** Layouts of two colours. */
  enum Pattern {
    PLAIN,
    STRIPES,
    CHECKS,
    DOTS,
    PRINT,
    MELANGE
  }

  static Fabric draw(Dice dice, Outfit.Garment garment) {
    boolean sober = garment == Outfit.Garment.SUIT;
    float[] colour = Appearance.colour(dice);
    if (sober) {
      float dark = dice.chance(0.75) ? dice.uniform(0.06f, 0.35f) : 1;
      for (int c = 0; c < 3; c++) {
        colour[c] *= dark;
      }
    }
    Pattern pattern =
        dice.chance(sober ? 0.8 : 0.5)
            ? Pattern.PLAIN
            : Pattern.values()[1 + dice.below(Pattern.values().length - 1)];
    return new Fabric(
        colour,
        Appearance.colour(dice),
        sober && pattern != Pattern.PLAIN ? Pattern.STRIPES : pattern,
        sober ? dice.uniform(0.6f, 1.5f) : dice.logUniform(0.8f, 7),
        sober ? 1 : dice.chance(0.7) ? 0 : 1,
        dice.uniform(0.02f, 0.3f),
        dice.chance(0.2) ? dice.uniform(0.05f, 0.25f) : 0.01f);
  }

  /** How much of the second colour shows at a place, 0 to 1. */
  float share(float x, float y, float z) {
    float across = slant > 0.5f ? x : y;
    return switch (pattern) {
      case PLAIN -> 0;
      case STRIPES -> wave(across) > 0.25f ? 1 : 0;
      case CHECKS -> ((wave(x) > 0 ? 0.5f : 0) + (wave(y) > 0 ? 0.5f : 0));
      case DOTS -> wave(x + 0.5f * y) * wave(y - 0.5f * x) > 0.45f ? 1 : 0;
      case PRINT -> z > 3 && Math.abs(x) < 9 && y < -19 && wave(y) + wave(x * 0.6f) > 0.3f ? 1 : 0;
      case MELANGE -> 0.25f + 0.25f * wave(3.1f * x + 2.3f * y) * wave(2.7f * y - 3.3f * z);
    };
  }

  /** A triangle wave from -1 to 1. */
  private float wave(float at) {
    float t = at / period;
    t -= (float) Math.floor(t);
    return 4 * Math.abs(t - 0.5f) - 1;
  }
}
