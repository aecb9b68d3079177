package facedepth.synthesis;

/**
 * One person's hairline, told apart from the natural one that {@link FaceAtlas} knows.
 *
 * @param recede how far it stands above the natural one all along, centimetres; negative is lower
 * @param temples how much further it has gone back at the temples, centimetres
 * @param peak how far it comes down in the middle, centimetres
 * @param sideburn how far hair grows down before the ears, centimetres
 * @param crown radius of a bald crown, centimetres; 0 for none
 */
record Hairline(float recede, float temples, float peak, float sideburn, float crown) {

  static Hairline draw(Dice dice, Person person) {
    boolean man = person.masculinity() > 0.5f;
    boolean balding = dice.chance(man ? 0.45 * FaceAtlas.smoothstep(22, 60, person.age()) : 0.01);
    boolean sideburns = dice.chance(man && person.age() > 15 ? 0.75 : 0.25);
    return new Hairline(
        dice.normal(0.1f, 0.55f),
        balding ? dice.uniform(1.5f, 4) : dice.chance(0.4) ? dice.uniform(0.2f, 1.5f) : 0,
        dice.chance(0.3) ? dice.uniform(0.2f, 1.1f) : 0,
        sideburns ? dice.uniform(0.3f, man ? 3.6f : 1.8f) : 0,
        balding && dice.chance(0.4) ? dice.uniform(2.5f, 5) : 0);
  }

  /** The same with what hair there is on top gone, a wreath left. */
  Hairline tonsure(float upTo) {
    return new Hairline(recede, 0, 0, sideburn, upTo);
  }

  /** How far within the hair a place in neutral coordinates lies, centimetres; negative outside. */
  float within(float x, float y, float z) {
    float side = Math.abs(x);
    float within = FaceAtlas.aboveHairline(x, y, z) - recede;
    if (z > 2) {
      float atTemple = bump((side - 4.4f) * 0.42f);
      within += peak * bump(side * 0.8f) - temples * atTemple;
    }
    if (sideburn > 0 && side > 5) {
      within += sideburn * 1.25f * bump((z - 2.7f) * 0.75f) * (y < 6 ? 1 : 0.4f);
    }
    if (crown > 0) {
      // A round bald place about the crown, as a ball that is cut out of the hair.
      boolean wreath = crown > 7;
      float dy = y - 12.5f;
      float dz = (z - (wreath ? 2.5f : -1.5f)) * (wreath ? 0.72f : 0.8f);
      float out = (float) Math.sqrt(x * x + dy * dy + dz * dz) - crown;
      within = Math.min(within, out);
    }
    return within;
  }

  private static float bump(float t) {
    float u = Math.max(0, 1 - t * t);
    return u * u;
  }
}
