package facedepth.synthesis;

/**
 * What stands behind the person, how far behind and in what light.
 *
 * @param scene what it is
 * @param colours four of its things, linear RGB
 * @param span metres of it across the crop
 * @param slant how much nearer its right side is, -0.6 to 0.6
 * @param horizon height of the horizon in the crop, -0.5 top to 0.5 bottom, or beyond
 * @param blur deviation of its defocus in crop widths
 * @param light linear RGB that white shows there
 * @param grain seed of its details
 */
record Backdrop(
    BackdropScene scene,
    float[][] colours,
    float span,
    float slant,
    float horizon,
    float blur,
    float[] light,
    long grain) {
  private static final float FACE_CROP = 0.24f; // metres across a crop at the face

  static Backdrop draw(Dice dice, LightRig rig, Viewpoint viewpoint) {
    LightSetup.Place place = rig.setup().place();
    BackdropScene scene = BackdropScene.draw(dice, place);
    float[][] colours = new float[4][];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = dice.chance(0.6) ? wallPaint(dice) : Appearance.colour(dice);
    }
    if (dice.chance(0.1)) {
      // Walls the colour of skin are what a mask must not fall for.
      colours[0] = Appearance.anySkin(dice);
    }
    float distance = viewpoint.distance() / 100;
    float gap =
        switch (place) {
          case OUTDOORS -> dice.logUniform(1.5f, 40);
          case STUDIO -> dice.logUniform(0.6f, 3);
          case INDOORS, NIGHT -> dice.logUniform(0.4f, 5);
        };
    float far = (distance + gap) / distance;
    float diameter = viewpoint.aperture() / 1000 / FACE_CROP / viewpoint.loosen() * (1 - 1 / far);
    return new Backdrop(
        scene,
        colours,
        Math.min(60, FACE_CROP * viewpoint.loosen() * far),
        dice.chance(0.5) ? 0 : dice.uniform(-0.6f, 0.6f),
        dice.normal(0.08f, 0.22f),
        // Seen along one axis a disc deviates by a quarter of its diameter.
        Math.min(0.08f, Math.max(scene.leastBlur(), diameter / 4)),
        rig.behind(),
        dice.seed());
  }

  /** What walls are painted with: mostly pale and little coloured. */
  private static float[] wallPaint(Dice dice) {
    float value = dice.chance(0.7) ? dice.uniform(0.3f, 0.85f) : dice.logUniform(0.03f, 0.4f);
    float warmth = dice.normal(0.05f, 0.12f);
    float tint = dice.normal(0, 0.05f);
    return new float[] {
      Math.min(0.95f, value * (1 + warmth)),
      Math.min(0.95f, value * (1 + tint)),
      Math.max(0.01f, value * (1 - warmth))
    };
  }
}
