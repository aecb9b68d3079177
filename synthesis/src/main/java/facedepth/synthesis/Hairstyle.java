package facedepth.synthesis;

/**
 * A scalp of hair as a shell over the head and, when long, a curtain round it.
 *
 * @param present false for the bald
 * @param thickness of the shell over the skin, centimetres
 * @param recede how far the hairline stands above the natural one, centimetres; negative grows down
 * @param fringe how far hair hangs over the forehead below the hairline, centimetres; 0 for none
 * @param parting side of a fringe's opening, -1 to 1 in head widths
 * @param curl strength of lumps in the outline
 * @param strand how much neighbouring strands differ in colour, 0 to 1
 * @param ragged how ragged the edges are, centimetres
 * @param curtain whether long hair falls at the sides
 * @param curtainEnd height at which it ends, centimetres
 * @param opening angle round the head at which the curtain begins, radians from straight ahead
 * @param volume how far the curtain stands off the head, centimetres
 * @param grain seed of its noise
 */
record Hairstyle(
    boolean present,
    float thickness,
    float recede,
    float fringe,
    float parting,
    float curl,
    float strand,
    float ragged,
    boolean curtain,
    float curtainEnd,
    float opening,
    float volume,
    long grain) {

  static Hairstyle draw(Dice dice) {
    boolean present = dice.chance(0.9);
    boolean curtain = present && dice.chance(0.42);
    boolean fringe = present && dice.chance(0.35);
    return new Hairstyle(
        present,
        dice.chance(0.3) ? dice.uniform(0.1f, 0.5f) : dice.logUniform(0.5f, 3.2f),
        dice.chance(0.2) ? dice.uniform(0.5f, 4) : dice.normal(0, 0.5f),
        fringe ? dice.uniform(1, 4.6f) : 0,
        dice.normal(0, 0.5f),
        dice.uniform(0, 1),
        dice.uniform(0.15f, 0.7f),
        dice.uniform(0.15f, 0.9f),
        curtain,
        dice.uniform(-17, 0),
        dice.uniform(0.95f, 1.6f),
        dice.uniform(0.1f, 1.8f),
        dice.seed());
  }
}
