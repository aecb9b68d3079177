package facedepth.training;

/**
 * How much each part of the loss counts.
 *
 * @param depth mean absolute error of depth in crop widths, inside the face
 * @param gradient mean absolute error of depth differences over 1, 2, 4, 8, 16 and 32 pixels: the
 *     long ones see how the head is turned
 * @param normals one minus the cosine between predicted and true surface normals
 * @param mask binary cross-entropy of the face mask
 * @param dice one minus the overlap (Dice) of the face mask
 */
public record LossWeights(double depth, double gradient, double normals, double mask, double dice) {
  /**
   * Chosen so that each part contributes a like share once training has settled: depth errors are
   * hundredths of a crop width, cross-entropy is tenths.
   */
  public static final LossWeights DEFAULT = new LossWeights(1, 0.5, 0.2, 0.1, 0.05);
}
