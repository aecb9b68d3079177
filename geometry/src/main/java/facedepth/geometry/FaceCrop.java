package facedepth.geometry;

/**
 * A square of a photo, possibly rotated, that holds one face.
 *
 * @param centerX centre in photo pixels, pixel centres at integers
 * @param centerY centre in photo pixels
 * @param size side of the square in photo pixels, positive
 * @param rollDegrees clockwise rotation on the screen of the square against the photo: 0 for an
 *     upright face, positive when the head leans to the right of the picture
 */
public record FaceCrop(double centerX, double centerY, double size, double rollDegrees) {

  /** Refuses sizes that are not positive. */
  public FaceCrop {
    if (!(size > 0) || !Double.isFinite(size)) {
      throw new IllegalArgumentException("crop size " + size + " is not positive");
    }
  }

  /**
   * The crop of which {@link #toPhoto} is this map: one that turns and stretches alike in all
   * directions.
   */
  public static FaceCrop of(AffineMap toPhoto, int resolution) {
    double middle = (resolution - 1) / 2.0;
    return new FaceCrop(
        toPhoto.applyX(middle, middle),
        toPhoto.applyY(middle, middle),
        Math.hypot(toPhoto.a(), toPhoto.d()) * resolution,
        Math.toDegrees(Math.atan2(toPhoto.d(), toPhoto.a())));
  }

  /**
   * The map from pixels of a {@code resolution x resolution} picture of the crop to pixels of the
   * photo, pixel centres at integers in both.
   */
  public AffineMap toPhoto(int resolution) {
    double scale = size / resolution;
    double cos = Math.cos(Math.toRadians(rollDegrees)) * scale;
    double sin = Math.sin(Math.toRadians(rollDegrees)) * scale;
    double middle = (resolution - 1) / 2.0;
    return new AffineMap(
        cos,
        -sin,
        centerX - cos * middle + sin * middle,
        sin,
        cos,
        centerY - sin * middle - cos * middle);
  }
}
