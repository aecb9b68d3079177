package facedepth.geometry;

import java.util.Arrays;

/**
 * A face as a relief on a plate, to be printed or cast: the depth of the face pressed flat to a
 * given height, the plate around it, both as one depth map without gaps.
 *
 * <p>The farthest twentieth of the face, ears mostly, lies on the plate and the nearest point
 * stands {@code height} above it. Along its silhouette the face rises from the plate within about
 * two pixels, its steps smoothed. Seen by parallel rays, so the relief hides nothing of itself.
 *
 * @param depth crop widths, z = 0 at the plate's surface, negative towards the viewer; no NaN
 * @param outline the edge of the plate
 */
public record ReliefPlate(DepthMap depth, FaceOutline outline) {
  /** What the plate looks like from above. */
  public enum Shape {
    /** The whole map: a tile. */
    TILE,
    /** A disc as wide as the map: a medal. */
    MEDAL
  }

  /** Share of the face that is nearer than the plate's surface. */
  private static final double LYING = 0.95;

  /** Field values between which the face rises out of the plate. */
  private static final float FOOT = -0.6f;

  private static final float TOP = 0.6f;

  /**
   * Presses a face.
   *
   * @param face crop widths, NaN outside the face
   * @param outline its silhouette, or null for the edge of the finite pixels
   * @param height crop widths from the plate to the nearest point, positive
   * @throws IllegalArgumentException if no pixel is finite
   */
  public static ReliefPlate of(DepthMap face, FaceOutline outline, double height, Shape shape) {
    if (!(height > 0) || Double.isInfinite(height)) {
      throw new IllegalArgumentException("relief of " + height + " crop widths is not positive");
    }
    DepthMap mended = DepthRepair.mended(face);
    DepthRange range = DepthRange.of(mended);
    float[] field = (outline == null ? FaceOutline.of(mended) : outline).values().clone();
    int width = face.width();
    FaceParts.clean(field, width, face.height(), 1);
    float[] depth = DepthRepair.extended(mended);
    float[] sorted = mended.finiteValues();
    Arrays.sort(sorted);
    double farthest = sorted[(int) (LYING * (sorted.length - 1))];
    double scale = farthest > range.nearest() ? height / (farthest - range.nearest()) : 0;
    float[] plate = new float[depth.length];
    for (int i = 0; i < plate.length; i++) {
      if (field[i] > FOOT && Float.isFinite(depth[i])) {
        double rise = Math.min(1, (field[i] - FOOT) / (TOP - FOOT));
        double above = Math.min(height, Math.max(0, (farthest - depth[i]) * scale));
        plate[i] = (float) -(above * rise * rise * (3 - 2 * rise)); // smoothstep
      }
    }
    DepthMap pressed = new DepthMap(width, face.height(), plate);
    return new ReliefPlate(
        pressed,
        shape == Shape.TILE ? FaceOutline.of(pressed) : FaceOutline.disc(width, face.height()));
  }
}
