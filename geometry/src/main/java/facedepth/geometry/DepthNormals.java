package facedepth.geometry;

import java.util.Arrays;

/** The normals of a depth map. */
public final class DepthNormals {
  private DepthNormals() {}

  /** Normals over all steps in depth, jumps included; what the metrics compare. */
  public static float[] of(DepthMap depth, CropCamera camera) {
    return of(depth, camera, Double.POSITIVE_INFINITY);
  }

  /**
   * Unit normals of the back-projected points, camera axes (x right, y down, z forward), pointing
   * to the viewer: central differences, one-sided at the edge of the face and at jumps.
   *
   * @param depth crop widths, NaN outside the face; a side of W or H pixels, the longer one being
   *     one crop width
   * @param maximumSlope steps of more than this many pixel spacings are jumps; see {@link
   *     MeshOptions}
   * @return 3 floats a pixel, row-major, NaN outside the face
   * @throws IllegalArgumentException if a depth lies behind the camera
   */
  public static float[] of(DepthMap depth, CropCamera camera, double maximumSlope) {
    DepthSurface surface = new DepthSurface(depth, camera, maximumSlope);
    int width = depth.width();
    float[] normals = new float[Math.multiplyExact(3, depth.values().length)];
    for (int y = 0; y < depth.height(); y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        if (depth.isFace(x, y)) {
          surface.normal(x, y, normals, at);
        } else {
          Arrays.fill(normals, at, at + 3, Float.NaN);
        }
      }
    }
    return normals;
  }
}
