package facedepth.synthesis;

/**
 * Eyebrows.
 *
 * @param colour linear RGB
 * @param thickness half height at the thickest in centimetres
 * @param density 0 sparse to 1 bushy
 * @param arch how much higher the middle stands than on the plain head, centimetres
 * @param lift of the whole brow, centimetres
 * @param tail how far the brow reaches, 1 to the temple
 * @param taper how much thinner the tail is than the body, 0 to 1
 * @param bridge hair between the brows, 0 to 1
 * @param unruly how much hairs stray, 0 to 1
 * @param uneven how much higher one side stands, centimetres
 */
record Brows(
    float[] colour,
    float thickness,
    float density,
    float arch,
    float lift,
    float tail,
    float taper,
    float bridge,
    float unruly,
    float uneven) {

  static Brows draw(Dice dice, Person person, float[] colour) {
    float m = person.masculinity();
    boolean plucked = m < 0.5f && dice.chance(0.5);
    return new Brows(
        colour,
        plucked ? dice.uniform(0.14f, 0.3f) : dice.uniform(0.22f, 0.42f) + 0.12f * m,
        dice.uniform(0.3f, 1),
        plucked ? dice.uniform(0, 0.35f) : dice.normal(0, 0.1f),
        dice.normal(0.05f, 0.1f),
        dice.uniform(0.8f, 1.12f),
        dice.uniform(0.4f, 0.8f),
        m > 0.5f && dice.chance(0.12) ? dice.uniform(0.2f, 0.8f) : 0,
        dice.uniform(0, 1) * (0.4f + 0.6f * m),
        dice.normal(0, 0.05f));
  }
}
