package facedepth.geometry;

/**
 * The pinhole camera of a square face crop, measured in crop widths.
 *
 * <p>Axes as in OpenCV: x right, y down, z forward. One crop width is the length that the crop
 * spans at the median depth of the face, so the camera stands {@code focalLength} crop widths in
 * front of that depth.
 *
 * @param focalLength {@code phi = f / s}: focal length in pixels over the crop's side in pixels;
 *     positive, {@link Double#POSITIVE_INFINITY} for the orthographic camera
 */
public record CropCamera(double focalLength) {
  /** Parallel rays: x and y do not depend on depth. */
  public static final CropCamera ORTHOGRAPHIC = new CropCamera(Double.POSITIVE_INFINITY);

  /** Refuses focal lengths that are not positive. */
  public CropCamera {
    if (!(focalLength > 0)) {
      throw new IllegalArgumentException("focal length " + focalLength + " is not positive");
    }
  }

  /** Whether rays are parallel. */
  public boolean isOrthographic() {
    return Double.isInfinite(focalLength);
  }

  /**
   * How much wider than at the median a pixel's ray bundle is at depth {@code d}: {@code 1 + d /
   * phi}. A vertex is {@code (u, v) * spread(d)}.
   *
   * @param d depth in crop widths relative to the median
   */
  public double spread(double d) {
    return isOrthographic() ? 1.0 : 1.0 + d / focalLength;
  }
}
