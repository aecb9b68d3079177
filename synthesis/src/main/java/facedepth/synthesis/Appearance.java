package facedepth.synthesis;

/**
 * The colours and surface of one person. Colours are linear RGB, 0 to 1.
 *
 * @param skin base colour of the skin
 * @param blush how strongly blood shows on cheeks, nose, ears and chin
 * @param blotch strength of slow variations of the skin
 * @param freckles strength of small dark spots
 * @param oil strength of the shine
 * @param gloss exponent of the shine
 * @param bump strength of fine relief in the normals
 * @param lips colour of the lips
 * @param eyeShade darkening round the eyes, 0 to 1
 * @param liner darkening of the lids' edge, 0 to 1
 * @param iris colour of the iris
 * @param brow colour of the brows
 * @param browThickness half height of the brows in centimetres
 * @param browDensity 0 to 1
 * @param stubble darkness of the beard's shadow, 0 to 1
 * @param beard density of a grown beard, 0 to 1
 * @param beardLength of a grown beard in centimetres
 * @param moustacheOnly whether the beard is only above the mouth
 * @param hair colour of the hair
 * @param lashes whether lashes are seen
 * @param grain seed of the surface's noise
 */
record Appearance(
    float[] skin,
    float blush,
    float blotch,
    float freckles,
    float oil,
    float gloss,
    float bump,
    float[] lips,
    float eyeShade,
    float liner,
    float[] iris,
    float[] brow,
    float browThickness,
    float browDensity,
    float stubble,
    float beard,
    float beardLength,
    boolean moustacheOnly,
    float[] hair,
    boolean lashes,
    long grain) {

  /** Skin of all human tones from light to dark, as measured colours are printed: sRGB 0..255. */
  private static final float[][] TONES = {
    {247, 218, 200},
    {240, 203, 178},
    {226, 182, 150},
    {205, 155, 120},
    {178, 128, 94},
    {145, 98, 70},
    {110, 72, 52},
    {78, 51, 39},
    {56, 37, 31}
  };

  private static final float[][] HAIR = {
    {18, 14, 12},
    {30, 22, 18},
    {48, 33, 24},
    {72, 48, 32},
    {104, 72, 46},
    {150, 112, 70},
    {196, 160, 105},
    {120, 52, 28},
    {128, 126, 124},
    {205, 203, 200}
  };

  private static final float[][] IRIS = {
    {58, 36, 22}, {84, 54, 30}, {110, 84, 44}, {86, 100, 66}, {94, 120, 140}, {120, 140, 150}
  };

  static Appearance draw(Dice dice) {
    float tone = dice.uniform(0, TONES.length - 1.01f);
    float[] skin = between(TONES, tone);
    for (int c = 0; c < 3; c++) {
      skin[c] = Math.max(0.005f, skin[c] * dice.normal(1, 0.05f));
    }
    boolean dark = tone > 4;
    float[] hair = linear(HAIR[dice.below(dark ? 4 : HAIR.length)]);
    if (dark && dice.chance(0.15)) {
      hair = linear(HAIR[8 + dice.below(2)]);
    }
    float[] brow = hair.clone();
    for (int c = 0; c < 3; c++) {
      brow[c] = Math.min(brow[c], skin[c] * 0.6f);
    }
    float[] lips = {
      skin[0] * dice.uniform(0.75f, 1.05f),
      skin[1] * dice.uniform(0.45f, 0.85f),
      skin[2] * dice.uniform(0.45f, 0.9f)
    };
    if (dice.chance(0.15)) {
      float red = dice.uniform(0.1f, 0.55f);
      lips = new float[] {red, red * dice.uniform(0.03f, 0.3f), red * dice.uniform(0.1f, 0.4f)};
    }
    boolean bearded = dice.chance(0.22);
    boolean shaven = dice.chance(0.3);
    return new Appearance(
        skin,
        dice.uniform(0, 0.35f),
        dice.uniform(0, 0.16f),
        dice.chance(0.2) ? dice.uniform(0.1f, 0.5f) : 0,
        dice.uniform(0.02f, 0.35f),
        dice.logUniform(8, 70),
        dice.uniform(0, 0.15f),
        lips,
        dice.uniform(0, 0.45f),
        dice.chance(0.35) ? dice.uniform(0.3f, 0.9f) : dice.uniform(0, 0.3f),
        linear(IRIS[dice.below(dark ? 2 : IRIS.length)]),
        brow,
        dice.uniform(0.22f, 0.6f),
        dice.uniform(0.2f, 1),
        shaven ? dice.uniform(0.1f, 0.6f) : 0,
        bearded ? dice.uniform(0.5f, 1) : 0,
        dice.uniform(0.1f, 1.4f),
        dice.chance(0.25),
        hair,
        dice.chance(0.6),
        dice.seed());
  }

  /** Any colour of cloth or paint, linear. */
  static float[] colour(Dice dice) {
    float value = dice.uniform(0.01f, 0.8f);
    value *= value;
    float saturation = dice.uniform(0, 0.8f);
    float[] colour = new float[3];
    for (int c = 0; c < 3; c++) {
      colour[c] = value * (1 - saturation * dice.uniform(0, 1)) + 0.005f;
    }
    return colour;
  }

  private static float[] between(float[][] table, float at) {
    int i = (int) at;
    float[] low = linear(table[i]);
    float[] high = linear(table[i + 1]);
    for (int c = 0; c < 3; c++) {
      low[c] += (at - i) * (high[c] - low[c]);
    }
    return low;
  }

  static float[] linear(float[] srgb255) {
    float[] linear = new float[3];
    for (int c = 0; c < 3; c++) {
      linear[c] = (float) Math.pow(srgb255[c] / 255, 2.2);
    }
    return linear;
  }
}
