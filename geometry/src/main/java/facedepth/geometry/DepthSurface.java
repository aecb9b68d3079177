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
  /** Larger steps are reckoned in double, where their squares cannot overflow. */
  private static final float LARGEST_FLOAT_STEP = 1e6f;

  private final float[] depth;
  private final int width;
  private final int height;
  private final double spacing;
  private final double inverseFocalLength;
  private final double maximumStep;

  DepthSurface(DepthMap map, CropCamera camera, double maximumSlope) {
    this(map, camera, maximumSlope, 1.0 / Math.max(map.width(), map.height()));
  }

  /** For a lattice whose points lie {@code spacing} crop widths apart, about the same middle. */
  DepthSurface(DepthMap map, CropCamera camera, double maximumSlope, double spacing) {
    this.depth = map.values();
    this.width = map.width();
    this.height = map.height();
    this.spacing = spacing;
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

  /** Writes the point at a place that may lie between pixels. */
  void point(float x, float y, float d, float[] out, int at) {
    double spread = spread(d);
    out[at] = (float) ((x + 0.5 - width * 0.5) * spacing * spread);
    out[at + 1] = (float) ((y + 0.5 - height * 0.5) * spacing * spread);
    out[at + 2] = d;
  }

  /**
   * Writes the points and unit normals of the numbered pixels, 3 floats a vertex.
   *
   * <p>This loop is most of the time that a mesh takes, so it does pixels with four near neighbours
   * itself, in float and with each value read once.
   *
   * @param vertexOf the vertex of each pixel, or a negative number for none
   */
  void vertices(int[] vertexOf, float[] positions, float[] normals) {
    float[] z = depth; // locals stay in registers across the call below
    int columns = width;
    float middle = 0.5f - columns * 0.5f;
    float p = (float) inverseFocalLength;
    float h = (float) spacing;
    float stepAtMedian = (float) Math.min(maximumStep, LARGEST_FLOAT_STEP);
    for (int y = 0; y < height; y++) {
      boolean inside = y > 0 && y < height - 1;
      float v = (float) v(y);
      int row = y * columns;
      int up = inside ? columns : 0;
      float west = Float.NaN;
      float d = z[row];
      for (int x = 0; x < columns; x++) {
        int i = row + x;
        float east = x < columns - 1 ? z[i + 1] : Float.NaN;
        int at = 3 * vertexOf[i];
        if (at >= 0) {
          float u = (x + middle) * h;
          float s = 1 + d * p;
          positions[at] = u * s;
          positions[at + 1] = v * s;
          positions[at + 2] = d;
          float north = z[i - up];
          float south = z[i + up];
          float step = stepAtMedian * s;
          if (inside
              && Math.abs(west - d) <= step
              && Math.abs(east - d) <= step
              && Math.abs(north - d) <= step
              && Math.abs(south - d) <= step) {
            float a = h * (2 + p * (west + east));
            float b = h * (2 + p * (north + south));
            float nx = b * (east - west);
            float ny = a * (south - north);
            float nz = -a * b - p * (u * nx + v * ny);
            float scale = 1 / (float) Math.sqrt(nx * nx + ny * ny + nz * nz);
            normals[at] = nx * scale;
            normals[at + 1] = ny * scale;
            normals[at + 2] = nz * scale;
          } else {
            normal(x, y, normals, at);
          }
        }
        west = d;
        d = east;
      }
    }
  }

  /**
   * Writes the unit normal of a pixel's point at {@code out[at]}, pointing to the viewer.
   *
   * <p>The cross product of the two tangents, which are central differences of back-projected
   * points; one-sided where a neighbour is missing or lies across a jump; those of a plane facing
   * the camera where both are.
   *
   * <p>With p = 1/phi, h the pixel spacing, s the spread, and west and east the two points (one of
   * them may be the pixel itself), the tangent along x is {@code (u p dx + A, v p dx, dx)} with
   * {@code dx = d_east - d_west} and {@code A = u_east s_east - u_west s_west - u p dx}, that is h
   * times the spreads of those neighbours that were taken; likewise along y with dy and B. The
   * product (down x across, which points towards the camera) then shrinks to {@code (B dx, A dy, -A
   * B - p (u B dx + v A dy))}.
   */
  void normal(int x, int y, float[] out, int at) {
    int i = y * width + x;
    double d = depth[i];
    double step = Math.min(maximumStep(d), Double.MAX_VALUE); // so that infinity is no neighbour
    double west = x > 0 ? depth[i - 1] : Double.NaN;
    double east = x < width - 1 ? depth[i + 1] : Double.NaN;
    double north = y > 0 ? depth[i - width] : Double.NaN;
    double south = y < height - 1 ? depth[i + width] : Double.NaN;
    double a = 0;
    double b = 0;
    double dx = 0;
    double dy = 0;
    if (Math.abs(west - d) <= step) {
      a += spread(west);
      dx += d - west;
    }
    if (Math.abs(east - d) <= step) {
      a += spread(east);
      dx += east - d;
    }
    if (Math.abs(north - d) <= step) {
      b += spread(north);
      dy += d - north;
    }
    if (Math.abs(south - d) <= step) {
      b += spread(south);
      dy += south - d;
    }
    a = spacing * (a == 0 ? spread(d) : a);
    b = spacing * (b == 0 ? spread(d) : b);
    double nx = b * dx;
    double ny = a * dy;
    double nz = -a * b - inverseFocalLength * (u(x) * nx + v(y) * ny);
    double scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    out[at] = (float) (nx * scale);
    out[at + 1] = (float) (ny * scale);
    out[at + 2] = (float) (nz * scale);
  }

  private double u(int x) {
    return (x + 0.5 - width * 0.5) * spacing;
  }

  private double v(int y) {
    return (y + 0.5 - height * 0.5) * spacing;
  }
}
