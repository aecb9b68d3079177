package facedepth.synthesis.builtin;

/**
 * Distances to simple bodies, and how bodies flow into each other. A distance is negative inside;
 * that of an ellipsoid is a lower estimate, good enough to walk along a ray.
 *
 * <p>The blends are the polynomial ones Inigo Quilez describes ("smooth minimum").
 */
final class Solids {
  private Solids() {}

  /** Distance to an ellipsoid of radii (rx, ry, rz) round the origin. */
  static double ellipsoid(double x, double y, double z, double rx, double ry, double rz) {
    double ux = x / rx;
    double uy = y / ry;
    double uz = z / rz;
    double near = Math.sqrt(ux * ux + uy * uy + uz * uz);
    double vx = ux / rx;
    double vy = uy / ry;
    double vz = uz / rz;
    double steep = Math.sqrt(vx * vx + vy * vy + vz * vz);
    return steep < 1e-9 ? -Math.min(rx, Math.min(ry, rz)) : near * (near - 1) / steep;
  }

  /** Distance to a sphere of radius r round the origin. */
  static double sphere(double x, double y, double z, double r) {
    return Math.sqrt(x * x + y * y + z * z) - r;
  }

  /**
   * Distance to a rod from the origin to (bx, by, bz) whose radius goes from {@code ra} to {@code
   * rb}.
   */
  static double rod(
      double x, double y, double z, double bx, double by, double bz, double ra, double rb) {
    double t = (x * bx + y * by + z * bz) / (bx * bx + by * by + bz * bz);
    t = Math.max(0, Math.min(1, t));
    double dx = x - t * bx;
    double dy = y - t * by;
    double dz = z - t * bz;
    return Math.sqrt(dx * dx + dy * dy + dz * dz) - (ra + t * (rb - ra));
  }

  /** Union of two bodies, rounded where they meet within {@code k}. */
  static double join(double a, double b, double k) {
    double h = Math.max(0, k - Math.abs(a - b)) / k;
    return Math.min(a, b) - h * h * k / 4;
  }

  /** The first body without the second, rounded within {@code k}. */
  static double carve(double a, double b, double k) {
    return -join(-a, b, k);
  }
}
