package facedepth.synthesis;

/**
 * Spoils finished pictures as rendered ones are spoiled: a random lens, sensor, developing, print
 * and file of the same kinds and frequencies. A third of pictures stay nearly as they are, a third
 * become a little poor, a third poor. Nothing moves, so depth and masks stay true.
 *
 * <p>An instance holds scratch memory and belongs to one thread.
 */
public final class RandomFaults {
  private static final float GAMMA = 2.2f;

  private Degradation degradation;
  private int size; // of the last picture, which the degradation is made for

  /**
   * A copy of a picture with the faults of a number: the same ones for the same picture, seed and
   * number.
   *
   * @param rgb planar displayed values, 0 to 255, row-major, {@code 3 * size * size} of them
   * @param side in pixels, even
   * @return whole numbers 0 to 255
   */
  public float[] apply(float[] rgb, int side, long seed, long number) {
    if (side < 2 || side % 2 != 0 || rgb.length != 3 * side * side) {
      throw new IllegalArgumentException(
          "a picture of " + rgb.length + " values is not one of even side " + side);
    }
    if (side != size) {
      degradation = new Degradation(side);
      size = side;
    }
    float[] linear = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      linear[i] = (float) Math.pow(rgb[i] / 255, GAMMA);
    }
    degradation.apply(linear, CameraFaults.draw(new Dice(seed, number).stream("faults")));
    return linear;
  }
}
