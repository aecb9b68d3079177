package facedepth.synthesis;

/**
 * How hair is coloured beyond its natural colour.
 *
 * @param dye linear RGB that the hair is dyed with; null for none
 * @param dyeFrom how far from the root the dye begins, as a share of a strand's length
 * @param grey share of strands that have lost their colour
 * @param contrast how much neighbouring strands differ in brightness, 0 to 1
 * @param warmth how much they differ in hue, 0 to 1
 * @param rootDark how much darker the roots are, 0 to 1
 * @param sheen strength of the shine
 * @param shadow how dark shaven roots show, 0 to 1
 */
record HairTint(
    float[] dye,
    float dyeFrom,
    float grey,
    float contrast,
    float warmth,
    float rootDark,
    float sheen,
    float shadow) {

  static HairTint draw(Dice dice) {
    boolean dyed = dice.chance(0.09);
    return new HairTint(
        dyed ? dye(dice) : null,
        dice.chance(0.5) ? 0 : dice.uniform(0.05f, 0.5f),
        dice.chance(0.05) ? dice.uniform(0.03f, 0.5f) : 0,
        dice.uniform(0.25f, 0.65f),
        dice.uniform(0, 0.4f),
        dice.uniform(0.1f, 0.5f),
        dice.uniform(0.15f, 0.8f),
        dice.chance(0.6) ? dice.uniform(0, 1) : 0);
  }

  /** Bleached and reddened mostly, now and then of a colour that no hair has. */
  private static float[] dye(Dice dice) {
    if (dice.chance(0.6)) {
      return natural(dice.logUniform(0.03f, 0.5f), dice.uniform(0, 1));
    }
    float value = dice.uniform(0.08f, 0.45f);
    float hue = dice.uniform(0, 3);
    float[] colour = new float[3];
    for (int c = 0; c < 3; c++) {
      float away = Math.abs(hue - c);
      colour[c] = value * (0.12f + Math.max(0, 1 - Math.min(away, 3 - away)));
    }
    return colour;
  }

  /**
   * The colour that hair's two pigments give: brown-black eumelanin and reddish pheomelanin, each
   * absorbing blue more than red (absorption after d'Eon et al. 2011).
   *
   * @param eumelanin 0.03 blond to 1.3 black
   * @param pheomelanin 0 to 1 red
   */
  static float[] natural(float eumelanin, float pheomelanin) {
    float[] dark = {0.419f, 0.697f, 1.37f};
    float[] red = {0.187f, 0.4f, 1.05f};
    float[] colour = new float[3];
    for (int c = 0; c < 3; c++) {
      double absorbed = 2.4f * eumelanin * dark[c] + 1.3f * pheomelanin * red[c];
      colour[c] = 0.006f + 0.62f * (float) Math.exp(-1.35 * Math.sqrt(absorbed) - absorbed);
    }
    return colour;
  }
}
