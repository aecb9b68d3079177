package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;

/**
 * The skin round an eye: loops from the border of the block in the grid to the edge of the lids,
 * over the lids' rim to the eyeball, and behind it as a socket.
 */
final class EyeOpening {
  /** Share of the way from the block's border to the lid's edge. */
  private static final double[] LOOPS = {
    0.16, 0.32, 0.46, 0.56, 0.63, 0.69, 0.76, 0.84, 0.92, 0.97, 1
  };

  private static final int RIM = LOOPS.length;
  private static final int ALL = LOOPS.length + 3;

  private final double[][] border;
  private final double[] angle;
  private final int first;
  private final int[][] ring = new int[ALL][];

  /**
   * Adds the loops to a mesh.
   *
   * @param borderVertices counter-clockwise seen from the front
   */
  EyeOpening(HalfMesh mesh, int[] borderVertices) {
    int count = borderVertices.length;
    border = new double[count][];
    angle = new double[count];
    double width = 0;
    double height = 0;
    for (int i = 0; i < count; i++) {
      border[i] = mesh.at(borderVertices[i]);
      width = Math.max(width, Math.abs(border[i][0] - EyeSeat.X));
      height = Math.max(height, Math.abs(border[i][1] - EyeSeat.Y));
    }
    for (int i = 0; i < count; i++) {
      angle[i] =
          StrictMath.atan2((border[i][1] - EyeSeat.Y) / height, (border[i][0] - EyeSeat.X) / width);
    }
    first = mesh.vertexCount();
    double[][] points = points(EyeShape.NEUTRAL);
    int[] outer = borderVertices;
    for (int k = 0; k < ALL; k++) {
      ring[k] = new int[count];
      for (int i = 0; i < count; i++) {
        ring[k][i] = mesh.vertex(points[k * count + i], traitOf(k));
      }
      mesh.band(outer, ring[k], true, k > RIM ? HeadPart.MOUTH : HeadPart.SKIN);
      outer = ring[k];
    }
  }

  private static Trait traitOf(int k) {
    return k > RIM ? Trait.SOCKET : k >= LOOPS.length - 1 ? Trait.LID : Trait.SKIN;
  }

  /** Index of the first vertex of the loops; {@link #points} follow from there. */
  int firstVertex() {
    return first;
  }

  /** Vertex of the lid's edge nearest to an angle round the eye, 0 outward, pi/2 up. */
  int edgeVertex(double at) {
    int best = 0;
    for (int i = 1; i < angle.length; i++) {
      if (apart(angle[i], at) < apart(angle[best], at)) {
        best = i;
      }
    }
    return ring[LOOPS.length - 1][best];
  }

  private static double apart(double a, double b) {
    double d = Math.abs(a - b) % (2 * Math.PI);
    return Math.min(d, 2 * Math.PI - d);
  }

  /** Vertices of the lid's edge, counter-clockwise. */
  int[] edge() {
    return ring[LOOPS.length - 1];
  }

  /** Positions of all vertices of the loops for an eye cut and opened in a certain way. */
  double[][] points(EyeShape shape) {
    int count = border.length;
    double[][] points = new double[ALL * count][];
    for (int i = 0; i < count; i++) {
      double u = StrictMath.cos(angle[i]);
      double sin = StrictMath.sin(angle[i]);
      double x = EyeSeat.X + shape.half() * u;
      double y = EyeSeat.Y - 0.02 + shape.edge(u, sin >= 0);
      // Shut, the upper lid lies over the edge of the lower one.
      double over = sin < 0 ? 0 : 0.4 * Math.max(0, shape.lower() - shape.upper());
      for (int k = 0; k < LOOPS.length; k++) {
        double t = LOOPS[k];
        double px = border[i][0] + t * (x - border[i][0]);
        double py = border[i][1] + t * (y - border[i][1]);
        double fold = Math.max(0, sin) * shape.crease() * bump((t - 0.63) / 0.1);
        points[k * count + i] = new double[] {px, py, SurfaceRay.front(px, py) - fold + t * over};
      }
      double dx = 0.975 * (x - EyeSeat.X);
      double dy = y - EyeSeat.Y;
      double inside = EyeSeat.RADIUS * EyeSeat.RADIUS - dx * dx - dy * dy;
      double z = EyeSeat.Z + Math.sqrt(Math.max(0.03, inside)) + 0.01;
      double out = EyeSeat.RADIUS * 1.12 / Math.max(0.4, StrictMath.hypot(dx, dy));
      points[RIM * count + i] = new double[] {EyeSeat.X + dx, y, z};
      points[(RIM + 1) * count + i] =
          new double[] {EyeSeat.X + out * dx, EyeSeat.Y + out * dy, EyeSeat.Z - 0.1};
      points[(RIM + 2) * count + i] =
          new double[] {EyeSeat.X + 0.5 * out * dx, EyeSeat.Y + 0.5 * out * dy, EyeSeat.Z - 1.6};
    }
    return points;
  }

  private static double bump(double t) {
    double u = Math.max(0, 1 - t * t);
    return u * u;
  }
}
