package facedepth.synthesis;

/**
 * Where a pair of eyes looks and how far its lids are open. Both eyes look the same way, lids
 * follow the ball, and what narrows an eye from outside leaves less for the lids to close.
 *
 * @param aside -1 to the face's right, 1 to its left
 * @param up -1 to 1
 * @param cross how far both turn in to look at something near, 0 to 1
 * @param lids how far they are shut, negative for wide open
 * @param uneven how much further the left one is shut than the right
 */
record Gaze(float aside, float up, float cross, float lids, float uneven) {

  static Gaze draw(Dice dice, Mood mood) {
    boolean astray = dice.chance(0.35);
    float aside = dice.normal(0, astray ? 0.4f : 0.1f);
    float up = dice.normal(-0.02f, astray ? 0.3f : 0.08f);
    float cross = dice.uniform(0, 0.12f);
    float uneven = dice.normal(0, 0.04f);
    float lids;
    if (dice.chance(0.05)) {
      lids = 1;
      uneven = 0;
    } else if (mood.isWideEyed()) {
      lids = -dice.uniform(0.1f, 0.7f);
    } else {
      lids = dice.normal(0.17f, 0.1f);
    }
    return new Gaze(
        Math.max(-0.9f, Math.min(0.9f, aside)),
        Math.max(-0.8f, Math.min(0.7f, up)),
        cross,
        lids,
        uneven);
  }

  void pull(FaceMuscles m) {
    float left = aside - cross;
    float right = -aside - cross;
    m.side("eyeLookOut", true, left);
    m.side("eyeLookIn", true, -left);
    m.side("eyeLookOut", false, right);
    m.side("eyeLookIn", false, -right);
    for (boolean side : new boolean[] {true, false}) {
      m.side("eyeLookUp", side, up);
      m.side("eyeLookDown", side, -up);
      lids(m, side, lids + (side ? 0.5f : -0.5f) * uneven);
    }
  }

  private static void lids(FaceMuscles m, boolean left, float shut) {
    String side = left ? "_L" : "_R";
    float blink = m.strength("eyeBlink" + side);
    if (shut >= 0.95f || blink > 0.85f) {
      // Shut: squinting on top of it would push the ball through the lid.
      m.hold("eyeBlink" + side, 1);
      m.hold("eyeSquint" + side, Math.min(0.25f, m.strength("eyeSquint" + side)));
      m.hold("eyeLookDown" + side, 0);
      m.hold("eyeLookUp" + side, 0);
      return;
    }
    float narrowed =
        0.45f * m.strength("eyeSquint" + side)
            + 0.25f * m.strength("cheekSquint" + side)
            + 0.35f * m.strength("eyeLookDown" + side);
    float most = Math.max(0, 0.55f - narrowed);
    m.hold("eyeBlink" + side, Math.min(most, Math.max(0, blink + shut)));
    m.hold("eyeWide" + side, Math.max(0, -shut));
  }
}
