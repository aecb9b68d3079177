package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;

/**
 * The skin round the mouth: half loops from the block's border to the red of the lips, over the
 * lips to the line where they touch, and on inward as the lining of the mouth.
 */
final class MouthOpening {
  private static final double[] SKIN_LOOPS = {0.2, 0.4, 0.58, 0.73, 0.86, 0.95, 1};
  private static final double[] RED_LOOPS = {0.14, 0.3, 0.46, 0.62, 0.76, 0.88, 0.96, 1};
  private static final int EDGE = SKIN_LOOPS.length - 1;
  private static final int LINE = SKIN_LOOPS.length + RED_LOOPS.length - 1;
  private static final int LINING = 5;
  private static final int ALL = LINE + 1 + LINING;

  private final double[][] border;
  private final double[] along;
  private final int corner;
  private final int first;
  private final int[][] ring = new int[ALL][];

  /**
   * Adds the loops to a mesh.
   *
   * @param borderVertices from the middle below the mouth round to the middle above it
   */
  MouthOpening(HalfMesh mesh, int[] borderVertices) {
    int count = borderVertices.length;
    border = new double[count][];
    double width = 0;
    for (int i = 0; i < count; i++) {
      border[i] = mesh.at(borderVertices[i]);
      width = Math.max(width, border[i][0]);
    }
    double[] angle = new double[count];
    int nearest = 0;
    for (int i = 0; i < count; i++) {
      angle[i] = StrictMath.atan2((border[i][1] - LipShape.CORNER) / 1.9, border[i][0] / width);
      if (Math.abs(angle[i]) < Math.abs(angle[nearest])) {
        nearest = i;
      }
    }
    corner = nearest;
    along = new double[count];
    for (int i = 0; i < count; i++) {
      double quarter = i <= corner ? -Math.PI / 2 : Math.PI / 2;
      along[i] = (angle[i] - angle[corner]) / (quarter - angle[corner]);
    }
    along[0] = 1;
    along[count - 1] = 1;
    first = mesh.vertexCount();
    double[][] points = points(LipShape.NEUTRAL);
    int[] outer = borderVertices;
    for (int k = 0; k < ALL; k++) {
      ring[k] = new int[count];
      for (int i = 0; i < count; i++) {
        ring[k][i] = mesh.vertex(points[k * count + i], traitOf(k, i));
      }
      mesh.band(outer, ring[k], false, k > LINE ? HeadPart.MOUTH : HeadPart.SKIN);
      outer = ring[k];
    }
    for (int i = 0; i + 1 < count - 1 - i; i++) {
      mesh.quad(outer[i], outer[i + 1], outer[count - 2 - i], outer[count - 1 - i], HeadPart.MOUTH);
    }
  }

  private Trait traitOf(int k, int i) {
    if (k <= EDGE || i == corner) {
      return Trait.SKIN;
    }
    return i > corner ? Trait.UPPER_LIP : Trait.LOWER_LIP;
  }

  int firstVertex() {
    return first;
  }

  /** Vertex of the red's outer edge nearest to a distance from the middle. */
  int edgeVertex(double x, boolean isUpper, HalfMesh mesh) {
    return nearest(ring[EDGE], x, isUpper, mesh);
  }

  /** Vertex of the line between the lips nearest to a distance from the middle. */
  int lineVertex(double x, boolean isUpper, HalfMesh mesh) {
    return nearest(ring[LINE], x, isUpper, mesh);
  }

  private int nearest(int[] loop, double x, boolean isUpper, HalfMesh mesh) {
    int from = isUpper ? corner : 0;
    int to = isUpper ? loop.length - 1 : corner;
    int best = from;
    for (int i = from; i <= to; i++) {
      if (Math.abs(mesh.at(loop[i])[0] - x) < Math.abs(mesh.at(loop[best])[0] - x)) {
        best = i;
      }
    }
    return loop[best];
  }

  /** Positions of all vertices of the loops for lips cut in a certain way. */
  double[][] points(LipShape shape) {
    int count = border.length;
    double[][] points = new double[ALL * count][];
    for (int i = 0; i < count; i++) {
      boolean isUpper = i > corner;
      double u = StrictMath.cos(along[i] * Math.PI / 2);
      if (i == 0 || i == count - 1) {
        u = 0;
      }
      double x = shape.half() * u;
      double edge = i == corner ? LipShape.CORNER : shape.edge(u, isUpper);
      // The lower lip ends a hair behind the upper one, so that no light falls between them.
      double line = shape.line(u) + (i == corner ? 0 : isUpper ? -0.02 : 0.03);
      for (int k = 0; k <= LINE; k++) {
        double[] at = new double[3];
        double rise;
        if (k <= EDGE) {
          double t = SKIN_LOOPS[k];
          at[0] = border[i][0] + t * (x - border[i][0]);
          at[1] = border[i][1] + t * (edge - border[i][1]);
          rise = t * t * t * shape.rise(u, 0, isUpper);
        } else {
          double t = RED_LOOPS[k - EDGE - 1];
          at[0] = x * (1 - 0.03 * t);
          at[1] = edge + t * (line - edge);
          rise = shape.rise(u, t, isUpper);
        }
        boolean behind = k == LINE && !isUpper && i != corner;
        at[2] = SurfaceRay.front(at[0], at[1]) + rise - (behind ? 0.06 : 0);
        points[k * count + i] = at;
      }
      lining(points, i, points[LINE * count + i], i == corner ? 0 : isUpper ? 1 : -1, u);
    }
    return points;
  }

  /** Behind the lips, over or under the teeth, to the throat. */
  private void lining(double[][] points, int i, double[] line, int up, double u) {
    int count = border.length;
    double bulge = up * Math.sqrt(Math.max(0, 1 - u * u));
    double x = line[0];
    double y = LipShape.CORNER;
    int k = LINE + 1;
    points[k++ * count + i] = new double[] {0.99 * x, line[1] + 0.05 * bulge, line[2] - 0.4};
    points[k++ * count + i] = new double[] {1.1 * x, y + 0.1 + 1.3 * bulge, line[2] - 0.75};
    points[k++ * count + i] = new double[] {1.25 * x, y + 1.9 * bulge, line[2] - 2.2};
    points[k++ * count + i] = new double[] {1.2 * x, y + 1.8 * bulge, 6.5};
    points[k * count + i] = new double[] {0.9 * x, y + 1.4 * bulge, 4.2};
  }
}
