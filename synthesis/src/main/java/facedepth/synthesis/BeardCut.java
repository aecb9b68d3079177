package facedepth.synthesis;

/**
 * Where a beard is left to stand, each 0 shaved to 1 full.
 *
 * @param colour linear RGB
 * @param moustache over the mouth
 * @param chin under it
 * @param jaw along the jaw from chin to ear
 * @param cheeks how far up the cheeks
 * @param sideburns before the ears
 * @param soulPatch the tuft below the lower lip
 * @param patchy how unevenly it grows
 * @param droop how far a moustache hangs past the corners of the mouth, 0 to 1
 */
record BeardCut(
    float[] colour,
    float moustache,
    float chin,
    float jaw,
    float cheeks,
    float sideburns,
    float soulPatch,
    float patchy,
    float droop) {

  static BeardCut draw(Dice dice, float[] colour) {
    float patchy = dice.uniform(0, 1) * dice.uniform(0, 1);
    float cheeks = dice.uniform(0.2f, 1);
    float droop = dice.uniform(0, 1);
    int kind = dice.below(100);
    if (kind < 50) {
      return new BeardCut(colour, 1, 1, 1, cheeks, 1, 1, patchy, 1);
    } else if (kind < 65) { // round the mouth
      return new BeardCut(colour, 1, 1, 0, 0, 0, 1, patchy, 1);
    } else if (kind < 70) {
      return new BeardCut(colour, 0, 1, 0, 0, 0, 1, patchy, 0);
    } else if (kind < 86) {
      return new BeardCut(colour, 1, 0, 0, 0, 0, 0, 0.5f * patchy, droop);
    } else if (kind < 92) { // along the jaw, lip bare
      return new BeardCut(colour, 0, 1, 1, 0.2f, 1, 0, patchy, 0);
    } else if (kind < 97) { // whiskers, chin bare
      return new BeardCut(colour, 1, 0, 0.8f, 0.8f, 1, 0, patchy, 1);
    }
    return new BeardCut(colour, 0.5f, 0.3f, 0, 0, 1, 1, patchy, 0);
  }
}
