package facedepth.geometry;

/**
 * What a depth map's grid of triangles leaves out.
 *
 * @param maximumSlope a triangle whose depth range exceeds this many pixel spacings (the distance
 *     of neighbouring pixels' rays at the triangle's depth) is dropped: it bridges a jump in depth,
 *     the nose over a cheek say, and no surface. Positive; infinity keeps all.
 * @param minimumShare a connected part of the mesh is kept if it has at least this share of the
 *     triangles of the largest part, 0 to 1: 0 keeps all, 1 only the largest
 * @param rimSlope as {@code maximumSlope}, for what is steep all the way from the edge of the face:
 *     there a surface turns out of sight, and what lies behind it is seen no more. The surface ends
 *     at the mean depth at which such flanks begin nearby. Not above {@code maximumSlope}; looked
 *     at by {@link SurfaceMesher} alone
 */
public record MeshOptions(double maximumSlope, double minimumShare, double rimSlope) {
  /**
   * Slope 5, share 0.02. A surface of slope 5 is seen at 79 degrees from its normal: its texture is
   * stretched more than five times and its depth is little better than a guess, while the flanks of
   * a nose seen from the front stay below 3. An ear cut off from the face by its jump is about 3 to
   * 5 per cent of it and stays; specks go.
   */
  public static final MeshOptions DEFAULT = new MeshOptions(5, 0.02);

  /** Keeps every triangle between valid pixels. */
  public static final MeshOptions KEEP_ALL = new MeshOptions(Double.POSITIVE_INFINITY, 0);

  /** The same slope everywhere. */
  public MeshOptions(double maximumSlope, double minimumShare) {
    this(maximumSlope, minimumShare, maximumSlope);
  }

  /** Refuses slopes that are not positive and shares outside 0 to 1. */
  public MeshOptions {
    if (!(maximumSlope > 0)) {
      throw new IllegalArgumentException("maximum slope " + maximumSlope + " is not positive");
    }
    if (!(rimSlope > 0 && rimSlope <= maximumSlope)) {
      throw new IllegalArgumentException(
          "rim slope " + rimSlope + " is not between 0 and " + maximumSlope);
    }
    if (!(minimumShare >= 0 && minimumShare <= 1)) {
      throw new IllegalArgumentException("minimum share " + minimumShare + " is not in 0 to 1");
    }
  }
}
