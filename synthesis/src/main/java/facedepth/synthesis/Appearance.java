package facedepth.synthesis;

/**
 * The colours and surface of one person. Colours are linear RGB, 0 to 1.
 *
 * @param person whom the colours belong to
 * @param complexion what the skin is made of
 * @param skin its average colour
 * @param lips colour of the bare lips
 * @param makeup paint on the face
 * @param eyes colours of the eyes
 * @param brows the eyebrows
 * @param stubble darkness of a shaved beard, 0 to 1
 * @param beard density of a grown beard, 0 to 1
 * @param beardLength of a grown beard in centimetres
 * @param beardCut where stubble and beard stand
 * @param hair colour of the hair
 * @param lashes strength of the lashes, 0 unseen to 1
 * @param teeth colour of the teeth
 * @param grain seed of the surface's noise
 */
record Appearance(
    Person person,
    Complexion complexion,
    float[] skin,
    float[] lips,
    Makeup makeup,
    Eyes eyes,
    Brows brows,
    float stubble,
    float beard,
    float beardLength,
    BeardCut beardCut,
    float[] hair,
    float lashes,
    float[] teeth,
    long grain) {

  /** Natural hair, sRGB 0..255: blacks and browns, then blondes and reds, then dyed. */
  private static final float[][] HAIR = {
    {16, 13, 12}, {24, 18, 16}, {34, 25, 20}, {48, 33, 24}, {66, 45, 31}, {84, 58, 38},
    {110, 78, 50}, {142, 106, 68}, {178, 144, 98}, {204, 176, 130}, {122, 58, 30}, {92, 38, 22},
    {160, 84, 42}
  };

  private static final float[][] DYED = {
    {150, 40, 60}, {70, 60, 120}, {60, 110, 110}, {190, 120, 150}, {220, 200, 160}, {110, 24, 28}
  };

  private static final float[] GREY = {150, 147, 143};
  private static final float[] WHITE = {206, 204, 199};

  static Appearance draw(Dice dice, Person person) {
    Complexion complexion = Complexion.draw(dice.stream("complexion"), person);
    float[] natural = natural(dice, person);
    float grey = grey(dice, person);
    float[] silver = linear(dice.chance(0.5) ? GREY : WHITE);
    float[] hair = mix(natural, silver, grey);
    float[] browHair = mix(natural, silver, 0.6f * grey);
    float[] beardHair = mix(natural, silver, Math.min(1, 1.2f * grey));
    for (int c = 0; c < 3; c++) {
      beardHair[c] *= c == 0 ? 1.15f : 1;
      browHair[c] = Math.min(browHair[c], 0.7f * complexion.colour()[c]);
    }
    if (dice.chance(0.04)) {
      hair = linear(DYED[dice.below(DYED.length)]);
    }
    float mouthBlood = dice.uniform(0.7f, 1.7f);
    float[] lips = complexion.colour(dice.uniform(-0.5f, 0.1f), mouthBlood - 0.5f * person.wear());
    boolean bearded = person.canGrowBeard() && dice.chance(0.5);
    boolean shadowed = person.canGrowBeard() && dice.chance(0.7);
    float yellow = dice.uniform(0, 1) * (0.6f + 0.8f * person.wear());
    return new Appearance(
        person,
        complexion,
        complexion.colour(),
        lips,
        Makeup.draw(dice.stream("makeup"), person),
        Eyes.draw(dice.stream("eyes"), person),
        Brows.draw(dice.stream("brows"), person, browHair),
        shadowed ? dice.uniform(0.1f, 0.9f) : 0,
        bearded ? dice.uniform(0.35f, 1) : 0,
        dice.chance(0.5) ? dice.uniform(0.05f, 0.4f) : dice.uniform(0.3f, 1.6f),
        BeardCut.draw(dice.stream("beard"), beardHair),
        hair,
        dice.uniform(0.3f, 0.8f) * (1.1f - 0.35f * person.masculinity()),
        new float[] {0.6f, 0.56f - 0.05f * yellow, 0.5f - 0.17f * yellow},
        dice.seed());
  }

  private static float[] natural(Dice dice, Person person) {
    float tone = person.tone();
    int count = tone > 0.65f ? 3 : tone > 0.4f ? 6 : HAIR.length;
    boolean dark = tone < 0.4f && dice.chance(0.35);
    return linear(HAIR[dark ? dice.below(4) : dice.below(count)]);
  }

  /** Share of the hair that is grey. */
  private static float grey(Dice dice, Person person) {
    float from = dice.normal(48, 9);
    float grey = FaceAtlas.smoothstep(from - 12, from + 25, person.age());
    return person.masculinity() < 0.5f && dice.chance(0.45) ? 0 : grey;
  }

  private static float[] mix(float[] a, float[] b, float share) {
    float[] mixed = new float[3];
    for (int c = 0; c < 3; c++) {
      mixed[c] = a[c] + share * (b[c] - a[c]);
    }
    return mixed;
  }

  /** Strength of the shine of skin and hair, 0 to 1. */
  float oil() {
    return complexion.oil();
  }

  /** Exponent of the shine. */
  float gloss() {
    return complexion.gloss();
  }

  /** The colour of anybody's skin, linear RGB. */
  static float[] anySkin(Dice dice) {
    return Complexion.draw(dice, Person.draw(dice)).colour();
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

  static float[] linear(float[] srgb255) {
    float[] linear = new float[3];
    for (int c = 0; c < 3; c++) {
      linear[c] = (float) Math.pow(srgb255[c] / 255, 2.2);
    }
    return linear;
  }
}
