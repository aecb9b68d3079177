package facedepth.geometry;

/**
 * An affine map of the plane, {@code x' = a x + b y + c}, {@code y' = d x + e y + f}, between pixel
 * coordinates with pixel centres at integers, x right, y down.
 *
 * @param a x to x
 * @param b y to x
 * @param c offset of x
 * @param d x to y
 * @param e y to y
 * @param f offset of y
 */
public record AffineMap(double a, double b, double c, double d, double e, double f) {

  /** The x coordinate of the image of (x, y). */
  public double applyX(double x, double y) {
    return a * x + b * y + c;
  }

  /** The y coordinate of the image of (x, y). */
  public double applyY(double x, double y) {
    return d * x + e * y + f;
  }

  /** The map that undoes this one. */
  public AffineMap inverse() {
    double determinant = a * e - b * d;
    if (determinant == 0 || !Double.isFinite(determinant)) {
      throw new IllegalStateException("the map is singular: " + this);
    }
    double ia = e / determinant;
    double ib = -b / determinant;
    double id = -d / determinant;
    double ie = a / determinant;
    return new AffineMap(ia, ib, -(ia * c + ib * f), id, ie, -(id * c + ie * f));
  }

  /** First {@code first}, then this map. */
  public AffineMap after(AffineMap first) {
    return new AffineMap(
        a * first.a + b * first.d,
        a * first.b + b * first.e,
        a * first.c + b * first.f + c,
        d * first.a + e * first.d,
        d * first.b + e * first.e,
        d * first.c + e * first.f + f);
  }
}
