package facedepth.geometry;

/**
 * The two end values of a stored depth map, in crop widths.
 *
 * @param nearest the smallest depth of the face
 * @param farthest the largest depth of the face, not below {@code nearest}
 */
public record DepthRange(float nearest, float farthest) {

  /** Refuses ranges that are not finite or run backwards. */
  public DepthRange {
    if (!Float.isFinite(nearest) || !Float.isFinite(farthest) || nearest > farthest) {
      throw new IllegalArgumentException(
          "depth range from " + nearest + " to " + farthest + " is not finite and ascending");
    }
  }

  /**
   * The range of the face in a map.
   *
   * @throws IllegalArgumentException if no pixel is finite
   */
  public static DepthRange of(DepthMap depth) {
    depth.requireFace();
    float nearest = Float.POSITIVE_INFINITY;
    float farthest = Float.NEGATIVE_INFINITY;
    for (float value : depth.values()) {
      if (Float.isFinite(value)) {
        nearest = Math.min(nearest, value);
        farthest = Math.max(farthest, value);
      }
    }
    return new DepthRange(nearest, farthest);
  }

  /** How deep the face is from front to back. */
  public double relief() {
    return (double) farthest - nearest;
  }
}
