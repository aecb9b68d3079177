package facedepth.synthesis;

/**
 * Paint on a face. Colours are linear RGB; amounts run from 0 for none to 1 for opaque.
 *
 * @param lipstick its colour
 * @param lips amount of it
 * @param shadow colour on the upper lids
 * @param lids amount of it
 * @param liner amount along the rims of the lids
 * @param rouge amount on the cheeks
 * @param foundation how far unevenness is covered
 * @param mascara how much fuller and darker the lashes are
 */
record Makeup(
    float[] lipstick,
    float lips,
    float[] shadow,
    float lids,
    float liner,
    float rouge,
    float foundation,
    float mascara) {

  /** sRGB 0..255. */
  private static final float[][] LIPSTICKS = {
    {176, 22, 36}, {140, 16, 40}, {200, 60, 72}, {206, 110, 112}, {168, 92, 84}, {120, 54, 50},
    {210, 60, 110}, {226, 130, 150}, {110, 24, 56}, {84, 26, 40}, {214, 92, 70}, {60, 24, 34}
  };

  private static final float[][] SHADOWS = {
    {90, 62, 52},
    {60, 48, 46},
    {150, 110, 90},
    {120, 80, 96},
    {70, 84, 110},
    {84, 66, 104},
    {176, 140, 110},
    {60, 84, 72},
    {40, 38, 42}
  };

  static Makeup draw(Dice dice, Person person) {
    boolean likely = person.masculinity() < 0.5f;
    boolean made = person.age() > 14 && dice.chance(likely ? 0.55 : 0.02);
    float some = made ? 1 : 0;
    return new Makeup(
        Appearance.linear(LIPSTICKS[dice.below(LIPSTICKS.length)]),
        some * (dice.chance(0.7) ? dice.uniform(0.3f, 0.95f) : 0),
        Appearance.linear(SHADOWS[dice.below(SHADOWS.length)]),
        some * (dice.chance(0.5) ? dice.uniform(0.15f, 0.75f) : 0),
        some * (dice.chance(0.6) ? dice.uniform(0.3f, 1) : 0),
        some * (dice.chance(0.5) ? dice.uniform(0.1f, 0.6f) : 0),
        some * dice.uniform(0, 0.6f),
        some * dice.uniform(0, 1));
  }
}
