package facedepth.synthesis;

/**
 * Photographs on film and paper, and pictures made to look like them.
 *
 * @param grey whether there are no colours
 * @param paper tint of the lights
 * @param ink tint of the shadows, added
 * @param filmGrain deviation of the grain of film, of 1
 * @param scratches number of scratches and hairs
 * @param grain seed of both
 */
record Print(boolean grey, float[] paper, float[] ink, float filmGrain, int scratches, long grain) {
  private static final double OLD = 0.05;
  private static final double GREY = 0.07;

  /** Null for most pictures, which are neither grey nor old. */
  static Print draw(Dice dice) {
    if (dice.chance(OLD)) {
      boolean grey = dice.chance(0.5);
      float fade = dice.uniform(0.02f, 0.16f);
      return new Print(
          grey,
          new float[] {1, dice.uniform(0.86f, 1), dice.uniform(0.62f, 0.95f)},
          new float[] {fade, fade * dice.uniform(0.5f, 1), fade * dice.uniform(0.3f, 1.2f)},
          dice.uniform(0.01f, 0.05f),
          dice.chance(0.4) ? 1 + dice.below(6) : 0,
          dice.seed());
    }
    if (dice.chance(GREY)) {
      return new Print(true, new float[] {1, 1, 1}, new float[3], 0, 0, 0);
    }
    return null;
  }
}
