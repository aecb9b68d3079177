package facedepth.synthesis;

/**
 * What camera, file and people do to a picture; {@link Degradation} applies it. Lengths are in
 * picture widths, so that a sample looks the same at every resolution.
 *
 * @param balance factors on red, green and blue
 * @param vignette darkening towards the corners, 0 for none
 * @param blur deviation of defocus, 0 for none
 * @param motion length of motion blur, 0 for none
 * @param motionAngle its direction, radians
 * @param gamma exponent of the tone curve on linear light
 * @param contrast about the middle grey, 1 for none
 * @param black level that black is lifted to
 * @param shoulder from where highlights roll off, 1 for clipping
 * @param resolution share of the resolution that is kept, 1 for all
 * @param saturation 0 grey, 1 as it is
 * @param paper tint of the print
 * @param noise strength, 0 for none
 * @param sharedNoise share of it that is the same in all colours
 * @param coarseNoise whether it has grain larger than a pixel
 * @param jpegQuality 20 to 100, 0 for no compression
 * @param grain seed of the noise
 */
record CameraFaults(
    float[] balance,
    float vignette,
    float blur,
    float motion,
    float motionAngle,
    float gamma,
    float contrast,
    float black,
    float shoulder,
    float resolution,
    float saturation,
    float[] paper,
    float noise,
    float sharedNoise,
    boolean coarseNoise,
    int jpegQuality,
    long grain) {

  static CameraFaults draw(Dice dice) {
    boolean grey = dice.chance(0.12);
    float[] paper = {1, 1, 1};
    if (grey && dice.chance(0.4)) {
      paper = new float[] {1, dice.uniform(0.85f, 1), dice.uniform(0.65f, 0.95f)};
    }
    return new CameraFaults(
        new float[] {
          Math.max(0.2f, dice.normal(1, 0.1f)),
          Math.max(0.2f, dice.normal(1, 0.05f)),
          Math.max(0.2f, dice.normal(1, 0.13f))
        },
        dice.chance(0.3) ? dice.uniform(0.1f, 0.9f) : 0,
        dice.chance(0.45) ? dice.logUniform(0.004f, 0.018f) : 0,
        dice.chance(0.12) ? dice.uniform(0.01f, 0.05f) : 0,
        dice.uniform(0, 3.2f),
        dice.logUniform(0.75f, 1.35f) / 2.2f,
        dice.chance(0.6) ? dice.uniform(0.75f, 1.35f) : 1,
        dice.chance(0.25) ? dice.uniform(0, 0.12f) : 0,
        dice.chance(0.5) ? dice.uniform(0.6f, 1) : 1,
        dice.chance(0.35) ? dice.uniform(0.25f, 0.9f) : 1,
        grey ? 0 : dice.chance(0.55) ? dice.uniform(0.6f, 1.4f) : 1,
        paper,
        dice.chance(0.6) ? dice.logUniform(0.004f, 0.06f) : 0,
        dice.uniform(0, 1),
        dice.chance(0.3),
        dice.chance(0.55) ? dice.below(81) + 20 : 0,
        dice.seed());
  }
}
