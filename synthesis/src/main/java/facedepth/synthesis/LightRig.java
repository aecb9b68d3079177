package facedepth.synthesis;

/**
 * The light on a scene: an environment and up to three lamps, the first two of which cast shadows.
 *
 * @param setup what kind of light it is
 * @param environment light from all around
 * @param lamps brightest first as a rule; none under a grey sky
 * @param behind linear RGB that a white surface behind the person shows
 * @param exposure how brightly the face comes out, 1 as a meter would have it
 */
record LightRig(
    LightSetup setup, EnvironmentLight environment, Lamp[] lamps, float[] behind, float exposure) {

  static LightRig draw(Dice dice) {
    LightSetup setup = LightSetup.draw(dice);
    RigBuilder builder = new RigBuilder(dice);
    setup.light(dice, builder);
    return builder.rig(setup);
  }
}
