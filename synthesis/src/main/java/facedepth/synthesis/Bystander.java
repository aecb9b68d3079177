package facedepth.synthesis;

/**
 * Another person behind the one that the picture is of: a face that a mask must leave out.
 *
 * @param seed who it is
 * @param u middle of the square that the person fills, crop widths to the right of the crop's
 *     middle
 * @param v the same downwards
 * @param size side of that square in crop widths
 * @param blur deviation of the defocus as a share of the square's side, 0 for none
 */
record Bystander(long seed, float u, float v, float size, float blur) {
  private static final double SHARE = 0.07;

  /** Null for most samples. */
  static Bystander draw(Dice dice) {
    if (!dice.chance(SHARE)) {
      return null;
    }
    float size = dice.uniform(0.4f, 1.05f);
    float side = dice.chance(0.5) ? 1 : -1;
    return new Bystander(
        dice.seed(),
        side * dice.uniform(0.36f, 0.62f),
        dice.uniform(-0.32f, 0.15f),
        size,
        dice.chance(0.4) ? 0 : dice.uniform(0.005f, 0.05f));
  }

  /** How the person is rendered: in the light of the scene that they stand in. */
  FaceRecipe recipe(LightRig light) {
    FaceRecipe drawn = FaceRecipe.draw(seed, 0, 0);
    return drawn.asBystander(light);
  }
}
