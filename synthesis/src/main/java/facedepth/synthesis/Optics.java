package facedepth.synthesis;

/**
 * What a lens and a hand that shakes do. Lengths are in picture widths.
 *
 * @param vignette darkening of the corners, 0 none to 1 black
 * @param blur deviation of defocus, 0 for none
 * @param disc whether the defocus is a disc, as a wide open lens makes it, instead of a bell curve
 * @param motion length of motion blur, 0 for none
 * @param motionAngle its direction, radians
 * @param aberration by how much red is larger and blue smaller than green, 0 for none
 */
record Optics(
    float vignette, float blur, boolean disc, float motion, float motionAngle, float aberration) {
  static final Optics PERFECT = new Optics(0, 0, false, 0, 0, 0);

  /** Strength 0 to 1 says how poor the picture is. */
  static Optics draw(Dice dice, float strength) {
    return new Optics(
        dice.chance(0.15 + 0.3 * strength) ? dice.uniform(0.05f, 0.2f + 0.5f * strength) : 0,
        dice.chance(0.1 + 0.45 * strength)
            ? dice.logUniform(0.002f, 0.004f + 0.012f * strength)
            : 0,
        dice.chance(0.5),
        dice.chance(0.16 * strength) ? dice.logUniform(0.008f, 0.01f + 0.04f * strength) : 0,
        dice.uniform(0, 3.15f),
        dice.chance(0.1 + 0.15 * strength) ? dice.normal(0, 0.003f) : 0);
  }
}
