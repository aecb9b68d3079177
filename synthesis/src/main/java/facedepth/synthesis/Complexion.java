package facedepth.synthesis;

/**
 * What a person's skin is made of and how that changes over the face.
 *
 * @param melanin share of the epidermis, see {@link SkinOptics}
 * @param blood share of the dermis
 * @param reddish share of the melanin that is phaeomelanin, 0 to 0.5
 * @param blush how much more blood shows on cheeks, nose, ears and chin, 0 to 1
 * @param blotch strength of slow variations of both pigments, 0 to 1
 * @param tan how much darker the sun made forehead, nose and cheeks, 0 to 1
 * @param eyeRings darkening round the eyes, 0 to 1
 * @param freckles how many small dark spots, 0 to 1
 * @param ageSpots how many larger ones, 0 to 1
 * @param blemishes how many red spots, 0 to 1
 * @param moles x, y in centimetres, radius in centimetres and darkness 0 to 1 of each
 * @param oil strength of the shine, 0 matt to 1 wet
 * @param gloss exponent of the shine
 * @param bump strength of pores in the normals, 0 to 1
 */
record Complexion(
    float melanin,
    float blood,
    float reddish,
    float blush,
    float blotch,
    float tan,
    float eyeRings,
    float freckles,
    float ageSpots,
    float blemishes,
    float[][] moles,
    float oil,
    float gloss,
    float bump) {
  private static final float LIGHTEST = 0.008f;
  private static final float DARKEST = 1.7f;

  static Complexion draw(Dice dice, Person person) {
    float melanin =
        (float) (LIGHTEST * Math.pow(DARKEST / LIGHTEST, person.tone())) * dice.normal(1, 0.06f);
    float light = 1 - person.tone();
    float[][] moles = new float[(int) (dice.uniform(0, 1) * dice.uniform(0, 9))][];
    for (int i = 0; i < moles.length; i++) {
      moles[i] =
          new float[] {
            dice.uniform(-7, 7),
            dice.uniform(-9, 9),
            dice.logUniform(0.06f, 0.22f),
            dice.uniform(0.2f, 1)
          };
    }
    boolean freckled = dice.chance(0.1 + 0.25 * light);
    return new Complexion(
        melanin,
        dice.logUniform(0.012f, 0.042f),
        dice.uniform(0, 0.3f),
        dice.uniform(0, 1) * (0.45f + 0.55f * light),
        dice.uniform(0.1f, 0.8f),
        dice.uniform(0, 1) * dice.uniform(0.2f, 1),
        dice.uniform(0, 0.6f) + 0.4f * person.wear() * dice.uniform(0, 1),
        freckled ? dice.uniform(0.1f, 0.8f) : 0,
        person.wear() * dice.uniform(0, 0.7f),
        dice.chance(0.25) ? dice.uniform(0.05f, 0.5f) : 0,
        moles,
        dice.uniform(0.1f, 0.8f) * (1 - 0.5f * person.childhood()),
        dice.logUniform(9, 26),
        dice.uniform(0.2f, 1) * (1 - 0.8f * person.childhood()));
  }

  /** Linear RGB of plain skin. */
  float[] colour() {
    float[] rgb = new float[3];
    SkinOptics.reflectance(melanin, blood, reddish, rgb);
    return rgb;
  }

  /**
   * Linear RGB of this skin with its pigments multiplied.
   *
   * @param moreMelanin natural logarithm of the factor; likewise of blood
   */
  float[] colour(float moreMelanin, float moreBlood) {
    float[] rgb = new float[3];
    SkinOptics.reflectance(
        melanin * (float) Math.exp(moreMelanin), blood * (float) Math.exp(moreBlood), reddish, rgb);
    return rgb;
  }
}
