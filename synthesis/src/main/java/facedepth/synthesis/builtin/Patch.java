package facedepth.synthesis.builtin;

/**
 * A smooth pull on a part of the head: strongest at a centre, nothing beyond an ellipsoid round it.
 * Pairs act on the side of positive x and, mirrored, on the other one.
 *
 * @param centre x, y, z in centimetres; x is 0 for a pull that acts once, on the middle
 * @param reach radii of the ellipsoid
 * @param push displacement at the centre
 * @param stretch displacement for each centimetre away from the centre, by axis
 * @param hold what the pull takes hold of
 * @param left strength on the side of positive x, the head's own left
 * @param right strength on the other side
 */
record Patch(
    double[] centre,
    double[] reach,
    double[] push,
    double[] stretch,
    Hold hold,
    double left,
    double right) {
  private static final double[] NONE = {0, 0, 0};

  /** What a pull takes hold of. */
  enum Hold {
    ALL,
    /** What stays with the skull when the mouth opens. */
    UPPER,
    /** What goes with the jaw. */
    LOWER,
    EARS
  }

  /** A pull centred on the middle plane or, if x is not 0, on both sides alike. */
  static Patch at(double x, double y, double z, double rx, double ry, double rz) {
    return new Patch(new double[] {x, y, z}, new double[] {rx, ry, rz}, NONE, NONE, Hold.ALL, 1, 1);
  }

  Patch push(double x, double y, double z) {
    return new Patch(centre, reach, new double[] {x, y, z}, stretch, hold, left, right);
  }

  Patch stretch(double x, double y, double z) {
    return new Patch(centre, reach, push, new double[] {x, y, z}, hold, left, right);
  }

  Patch on(Hold what) {
    return new Patch(centre, reach, push, stretch, what, left, right);
  }

  Patch sides(double newLeft, double newRight) {
    return new Patch(centre, reach, push, stretch, hold, newLeft, newRight);
  }

  /** Adds the displacement at a point of the half of positive or negative x, times a factor. */
  void add(double x, double y, double z, double factor, double[] to) {
    if (centre[0] == 0) {
      addOnce(x, y, z, factor, 1, to);
      return;
    }
    if (left != 0) {
      addOnce(x, y, z, factor * left, 1, to);
    }
    if (right != 0) {
      addOnce(-x, y, z, factor * right, -1, to);
    }
  }

  private void addOnce(double x, double y, double z, double factor, double mirror, double[] to) {
    double dx = x - centre[0];
    double dy = y - centre[1];
    double dz = z - centre[2];
    double ux = dx / reach[0];
    double uy = dy / reach[1];
    double uz = dz / reach[2];
    double inside = 1 - ux * ux - uy * uy - uz * uz;
    if (inside <= 0) {
      return;
    }
    double weight = factor * inside * inside * inside;
    to[0] += mirror * weight * (push[0] + stretch[0] * dx);
    to[1] += weight * (push[1] + stretch[1] * dy);
    to[2] += weight * (push[2] + stretch[2] * dz);
  }
}
