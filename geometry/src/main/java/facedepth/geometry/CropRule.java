package facedepth.geometry;

/**
 * How a face crop follows from the face's mask: the one rule that training pictures are framed by
 * and that photos are cropped by.
 *
 * <p>The square is centred on the centroid of the mask; its side is a fixed multiple of the square
 * root of the mask's area, which is steadier than a bounding box when an ear or a strand of hair
 * comes and goes.
 */
public final class CropRule {
  /** Side of the crop over the square root of the mask's area. Leaves about an eighth around. */
  public static final double SIDE_PER_ROOT_AREA = 1.75;

  private CropRule() {}

  /**
   * The crop of a mask.
   *
   * @param centroidX mean x of the mask's pixels
   * @param centroidY mean y of the mask's pixels
   * @param area number of pixels (or their summed weights), positive
   * @param rollDegrees roll of the head, see {@link FaceCrop}
   */
  public static FaceCrop crop(double centroidX, double centroidY, double area, double rollDegrees) {
    return new FaceCrop(centroidX, centroidY, SIDE_PER_ROOT_AREA * Math.sqrt(area), rollDegrees);
  }
}
