package facedepth.synthesis;

/**
 * What programs do to a picture on its way: sizes it down and up, shows it on a screen that is
 * photographed again, compresses it.
 *
 * @param kept share of the resolution that is kept, 1 for all
 * @param down how it is sized down
 * @param up how it is sized up
 * @param moire strength of the interference with a screen's pixels, 0 for none
 * @param quality of JPEG, 20 to 100, 0 for none
 * @param firstQuality of an earlier JPEG, 0 for none
 */
record Storage(
    float kept, Resampling down, Resampling up, float moire, int quality, int firstQuality) {
  static final Storage LOSSLESS = new Storage(1, Resampling.BOX, Resampling.BILINEAR, 0, 0, 0);

  static Storage draw(Dice dice, float strength) {
    float kept = 1;
    if (dice.chance(0.08 + 0.5 * strength)) {
      kept = dice.uniform(1 - 0.78f * strength, 1);
    }
    int best = Math.round(100 - 20 * strength);
    int worst = Math.round(88 - 68 * strength);
    int quality = dice.chance(0.8) ? worst + dice.below(best - worst + 1) : 0;
    boolean twice = quality > 0 && dice.chance(0.1 + 0.2 * strength);
    return new Storage(
        kept,
        Resampling.draw(dice),
        Resampling.draw(dice),
        dice.chance(0.02 * strength) ? dice.uniform(0.03f, 0.12f) : 0,
        quality,
        twice ? 50 + dice.below(50) : 0);
  }
}
