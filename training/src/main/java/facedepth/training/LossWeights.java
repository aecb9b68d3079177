package facedepth.training;

/**
 * How much each part of the loss counts. In YAML what {@code losses} does not name counts nothing;
 * without {@code losses} the default stands.
 *
 * <p>All but {@code minMax} teach depth that grows away from the camera. {@code minMax} teaches the
 * origin's, which is larger the nearer, over all of the picture: it goes with no other part.
 *
 * @param depth mean absolute error of depth in crop widths, inside the face
 * @param gradient mean absolute error of depth differences over 1, 2, 4, 8, 16 and 32 pixels: the
 *     long ones see how the head is turned
 * @param normals one minus the cosine between predicted and true surface normals
 * @param mask binary cross-entropy of the face mask
 * @param dice one minus the overlap (Dice) of the face mask
 * @param minMax the origin's loss: mean absolute error over all pixels against depth that is
 *     stretched picture by picture to [-1, 1], 1 the nearest
 * @param aligned mean absolute error inside the face after each prediction has been scaled and
 *     shifted to fit the truth best by least squares (Ranftl et al. 2020, MiDaS): for depth without
 *     a unit
 */
public record LossWeights(
    double depth,
    double gradient,
    double normals,
    double mask,
    double dice,
    double minMax,
    double aligned) {
  /**
   * Chosen so that each part contributes a like share once training has settled: depth errors are
   * hundredths of a crop width, cross-entropy is tenths. With normals at 0.2 eyes and lips were
   * never learned.
   */
  public static final LossWeights DEFAULT = new LossWeights(1, 0.5, 1, 0.1, 0.05, 0, 0);

  /** The origin's. */
  public static final LossWeights ORIGIN = new LossWeights(0, 0, 0, 0, 0, 1, 0);

  /** Checks that they can be learned together. */
  public LossWeights {
    Defaults.atLeast("losses.depth", depth, 0);
    Defaults.atLeast("losses.gradient", gradient, 0);
    Defaults.atLeast("losses.normals", normals, 0);
    Defaults.atLeast("losses.mask", mask, 0);
    Defaults.atLeast("losses.dice", dice, 0);
    Defaults.atLeast("losses.minMax", minMax, 0);
    Defaults.atLeast("losses.aligned", aligned, 0);
    double others = depth + gradient + normals + aligned;
    if (minMax == 0 && others == 0) {
      throw new IllegalArgumentException(
          "losses: none of depth, gradient, normals, aligned and minMax counts, so that no depth"
              + " would be learned");
    }
    if (minMax > 0 && others + mask + dice > 0) {
      throw new IllegalArgumentException(
          "losses: minMax teaches depth that grows towards the camera, over all of the picture; it"
              + " goes with no other part");
    }
  }

  /** Whether depth must have a unit. */
  boolean wantsCropWidths() {
    return depth + gradient + normals > 0;
  }

  /** Whether the face mask is learned. */
  boolean wantsMask() {
    return mask + dice > 0;
  }

  /** Whether the network is to answer as the origin's. */
  boolean isOrigins() {
    return minMax > 0;
  }
}
