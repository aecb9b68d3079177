package facedepth.geometry;

/**
 * A depth map as read from a file, and what its numbers were.
 *
 * @param map crop widths relative to the median, growing away from the camera, NaN outside the face
 * @param kind where the crop widths come from
 */
public record DepthFile(DepthMap map, Kind kind) {

  /** What the numbers in a depth file mean. */
  public enum Kind {
    /** True crop widths: the mesh has true proportions. */
    CROP_WIDTHS("depth in crop widths"),
    /** Brighter or larger = nearer, per image; the relief was assumed. */
    RELATIVE("relative depth, larger = nearer, stretched to the assumed relief");

    private final String note;

    Kind(String note) {
      this.note = note;
    }

    /** A line for the user. */
    public String note() {
      return note;
    }
  }
}
