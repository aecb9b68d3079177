package facedepth.synthesis;

/**
 * How a camera's or a phone's software turns light into a picture.
 *
 * @param gamma exponent on linear light, 1 / 2.2 as displays expect it
 * @param contrast of an S-shaped curve, 0 for none, negative for flat
 * @param black level that black is lifted to
 * @param shoulder displayed value from where highlights roll off, 1 for clipping
 * @param saturation 0 grey, 1 as it is
 * @param sharpening amount of an unsharp mask, 0 for none: halos
 * @param smoothing how much of the skin's texture is smoothed away, 0 none to 1
 */
record Development(
    float gamma,
    float contrast,
    float black,
    float shoulder,
    float saturation,
    float sharpening,
    float smoothing) {
  static final Development PLAIN = new Development(1 / 2.2f, 0, 0, 1, 1, 0, 0);

  /** A good camera's, for portraits. */
  static final Development FILM = new Development(1 / 2.2f, 0.15f, 0, 0.7f, 0.88f, 0, 0);

  static Development draw(Dice dice, float strength) {
    return new Development(
        (float) Math.exp(dice.normal(0, 0.03f + 0.13f * strength)) / 2.2f,
        dice.normal(0.15f, 0.12f + 0.4f * strength),
        dice.chance(0.1 + 0.25 * strength) ? dice.uniform(0, 0.03f + 0.1f * strength) : 0,
        dice.chance(0.85) ? dice.uniform(0.55f, 0.9f) : 1,
        Math.max(0, dice.normal(0.9f, 0.08f + 0.22f * strength)),
        dice.chance(0.35) ? dice.uniform(0.1f, 0.4f + 0.8f * strength) : 0,
        dice.chance(0.12) ? dice.uniform(0.3f, 0.9f) : 0);
  }
}
