package facedepth.synthesis;

/**
 * Colours of a pair of eyes.
 *
 * @param iris linear RGB of its body
 * @param collar linear RGB round the pupil
 * @param irisRadius in radii of the eyeball
 * @param pupil radius in radii of the iris
 * @param limbal darkness of the ring at the iris' edge, 0 to 1
 * @param fibres contrast of the iris' rays, 0 to 1
 * @param veins redness of the white, 0 to 1
 * @param yellow how yellow the white is, 0 to 1
 */
record Eyes(
    float[] iris,
    float[] collar,
    float irisRadius,
    float pupil,
    float limbal,
    float fibres,
    float veins,
    float yellow) {

  /** Bodies and collars from darkest brown to light grey, sRGB 0..255. */
  private static final float[][][] COLOURS = {
    {{36, 22, 16}, {44, 27, 18}},
    {{52, 31, 20}, {62, 36, 22}},
    {{74, 44, 24}, {88, 52, 26}},
    {{96, 62, 32}, {112, 74, 36}},
    {{98, 82, 46}, {118, 78, 38}},
    {{84, 92, 62}, {120, 88, 46}},
    {{86, 108, 106}, {120, 106, 70}},
    {{86, 112, 136}, {112, 124, 124}},
    {{106, 136, 162}, {130, 146, 156}},
    {{120, 134, 142}, {138, 144, 142}}
  };

  static Eyes draw(Dice dice, Person person) {
    boolean anyColour = person.tone() < 0.4f && dice.chance(0.75);
    float[][] pick =
        COLOURS[anyColour ? dice.below(COLOURS.length) : dice.below(person.tone() > 0.6f ? 2 : 4)];
    float bright = dice.logUniform(0.6f, 1.15f);
    float[][] both = {Appearance.linear(pick[0]), Appearance.linear(pick[1])};
    for (float[] colour : both) {
      for (int c = 0; c < 3; c++) {
        colour[c] *= bright * dice.normal(1, 0.05f);
      }
    }
    return new Eyes(
        both[0],
        both[1],
        dice.uniform(0.465f, 0.5f) * (1 + 0.03f * person.childhood()),
        dice.uniform(0.28f, 0.52f),
        dice.uniform(0.2f, 0.75f) * (1 - 0.5f * person.wear()),
        dice.uniform(0.2f, 0.8f),
        dice.uniform(0, 0.5f) + 0.4f * person.wear() * dice.uniform(0, 1),
        dice.uniform(0, 0.5f) + 0.4f * person.tone() * dice.uniform(0, 1));
  }
}
