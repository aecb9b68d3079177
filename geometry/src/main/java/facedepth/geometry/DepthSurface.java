package facedepth.geometry;

/**
 * The surface that a depth map and a camera describe: where a pixel's point lies and which way it
 * faces.
 *
 * <p>Pixel (x, y) of a W x H map has the normalised coordinates {@code u = (x + 0.5 - W/2) / n} and
 * {@code v = (y + 0.5 - H/2) / n} with {@code n = max(W, H)}: one crop width is the longer side, so
 * pixels are square whatever the shape of the map. Its point is {@code (u s, v s, d)}, {@code s = 1
 * + d / phi}: z is relative to the median of the face, and the camera stands at z = -phi.
 */
final class DepthSurface {
  private final float[] depth;
  private final int width;
  private final int height;
  private final double spacing;
  private final double inverseFocalLength;
  private final double maximumStep;

  DepthSurface(DepthMap map, CropCamera camera, double maximumSlope) {
    this.depth = map.values();
    this.width = map.width();
    this.height = map.height();
    this.spacing = 1.0 / Math.max(width, height);
    this.inverseFocalLength = 1 / camera.focalLength();
    this.maximumStep = maximumSlope * spacing;
    requireBeforeCamera(camera);
  }

  private void requireBeforeCamera(CropCamera camera) {
    float nearest = Float.POSITIVE_INFINITY;
    for (float d : depth) {
      if (d < nearest && d != Float.NEGATIVE_INFINITY) {
        nearest = d;
      }
    }
    if (!(spread(nearest) > 0)) {
      throw new IllegalArgumentException(
          "depth "
              + nearest
              + " lies behind the camera, which stands at -"
              + camera.focalLength()
              + " crop widths");
    }
  }

  double spread(double d) {
    return 1 + d * inverseFocalLength;
  }

  /** The largest step in depth between neighbours at depth {@code d} that is no jump. */
  double maximumStep(double d) {
    return maximumStep * spread(d);
  }

  /** Writes x, y, z of a pixel's point at {@code out[at]}. */
  void point(int x, int y, float[] out, int at) {
    float d = depth[y * width + x];
    double s = spread(d);
    out[at] = (float) (u(x) * s);
    out[at + 1] = (float) (v(y) * s);
    out[at + 2] = d;
  }

  /**
   * Writes the unit normal of a pixel's point at {@code out[at]}, pointing to the viewer.
   *
   * <p>The cross product of the two tangents, which are central differences of back-projected
   * points; one-sided where a neighbour is missing or lies across a jump; those of a plane facing
   * the camera where both are.
   */
  void normal(int x, int y, float[] out, int at) {
    int i = y * width + x;
    double d = depth[i];
    double step = maximumStep(d);
    double west = x > 0 ? depth[i - 1] : Double.NaN;
    double east = x < width - 1 ? depth[i + 1] : Double.NaN;
    double north = y > 0 ? depth[i - width] : Double.NaN;
    double south = y < height - 1 ? depth[i + width] : Double.NaN;
    boolean hasWest = isNear(west, d, step);
    boolean hasEast = isNear(east, d, step);
    boolean hasNorth = isNear(north, d, step);
    boolean hasSouth = isNear(south, d, step);

    double u = u(x);
    double v = v(y);
    double s = spread(d);
    double s0 = hasWest ? spread(west) : s;
    double s1 = hasEast ? spread(east) : s;
    double acrossX = spacing * s;
    double acrossY = 0;
    double acrossZ = 0;
    if (hasWest || hasEast) {
      double u0 = hasWest ? u - spacing : u;
      double u1 = hasEast ? u + spacing : u;
      acrossX = u1 * s1 - u0 * s0;
      acrossY = v * (s1 - s0);
      acrossZ = (hasEast ? east : d) - (hasWest ? west : d);
    }
    double t0 = hasNorth ? spread(north) : s;
    double t1 = hasSouth ? spread(south) : s;
    double downX = 0;
    double downY = spacing * s;
    double downZ = 0;
    if (hasNorth || hasSouth) {
      double v0 = hasNorth ? v - spacing : v;
      double v1 = hasSouth ? v + spacing : v;
      downX = u * (t1 - t0);
      downY = v1 * t1 - v0 * t0;
      downZ = (hasSouth ? south : d) - (hasNorth ? north : d);
    }
    // down x across, in this order, points towards the camera (x right, y down, z forward).
    double nx = downY * acrossZ - downZ * acrossY;
    double ny = downZ * acrossX - downX * acrossZ;
    double nz = downX * acrossY - downY * acrossX;
    double scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    out[at] = (float) (nx * scale);
    out[at + 1] = (float) (ny * scale);
    out[at + 2] = (float) (nz * scale);
  }

  /** False for NaN, and for infinities even when every finite step is allowed. */
  private static boolean isNear(double neighbour, double d, double step) {
    double difference = Math.abs(neighbour - d);
    return difference <= step && difference < Double.POSITIVE_INFINITY;
  }

  private double u(int x) {
    return (x + 0.5 - width * 0.5) * spacing;
  }

  private double v(int y) {
    return (y + 0.5 - height * 0.5) * spacing;
  }
}
