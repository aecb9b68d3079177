package facedepth.synthesis.builtin;

/**
 * The 68 Multi-PIE points as vertices: those of lids and lips are vertices of their loops, the rest
 * the vertices nearest to where the points belong.
 */
final class LandmarkVertices {
  private static final double[][] JAW = {
    {0, -7.75, 10.2},
    {1.6, -7.5, 9.8},
    {3.1, -6.9, 8.6},
    {4.4, -5.9, 7.0},
    {5.4, -4.4, 5.6},
    {6.1, -2.5, 4.5},
    {6.5, -0.6, 3.9},
    {6.8, 1.4, 3.5},
    {6.9, 3.5, 3.3}
  };

  private static final double[][] BROW = {
    {1.2, 5.45, 10.6}, {2.4, 5.95, 10.5}, {3.7, 6.1, 9.9}, {4.9, 5.75, 9}, {5.8, 5.0, 7.9}
  };

  private static final double[][] NOSE = {
    {0, 3.7, 10.6}, {0, 2.6, 11.4}, {0, 1.5, 12.2}, {0, 0.25, 13}
  };

  private static final double[][] NOSTRILS = {{0, -1.2, 11.5}, {0.6, -1.1, 11.4}, {1.25, -1.0, 11}};

  private final HalfMesh half;
  private final int[] twin;
  private final int[] points = new int[68];

  private LandmarkVertices(HalfMesh half, int[] twin) {
    this.half = half;
    this.twin = twin;
  }

  static int[] of(HalfMesh half, WholeMesh whole, EyeOpening eye, MouthOpening mouth) {
    LandmarkVertices marks = new LandmarkVertices(half, whole.twin());
    for (int i = 0; i < JAW.length; i++) {
      marks.pair(8 + i, 8 - i, marks.nearest(JAW[i]));
    }
    for (int i = 0; i < BROW.length; i++) {
      marks.pair(22 + i, 21 - i, marks.nearest(BROW[i]));
    }
    for (int i = 0; i < NOSE.length; i++) {
      marks.pair(27 + i, 27 + i, marks.nearest(NOSE[i]));
    }
    for (int i = 0; i < NOSTRILS.length; i++) {
      marks.pair(33 + i, 33 - i, marks.nearest(NOSTRILS[i]));
    }
    marks.eye(eye);
    marks.mouth(mouth);
    return marks.points;
  }

  private void eye(EyeOpening eye) {
    double[] angles = {180, 112, 55, 0, -58, -118};
    int[] mirrored = {39, 38, 37, 36, 41, 40};
    for (int i = 0; i < 6; i++) {
      pair(42 + i, mirrored[i], eye.edgeVertex(StrictMath.toRadians(angles[i])));
    }
  }

  private void mouth(MouthOpening mouth) {
    pair(51, 51, mouth.edgeVertex(0, true, half));
    pair(52, 50, mouth.edgeVertex(0.65, true, half));
    pair(53, 49, mouth.edgeVertex(1.6, true, half));
    pair(54, 48, mouth.edgeVertex(9, true, half));
    pair(55, 59, mouth.edgeVertex(1.7, false, half));
    pair(56, 58, mouth.edgeVertex(0.9, false, half));
    pair(57, 57, mouth.edgeVertex(0, false, half));
    pair(62, 62, mouth.lineVertex(0, true, half));
    pair(63, 61, mouth.lineVertex(0.95, true, half));
    pair(64, 60, mouth.lineVertex(9, true, half));
    pair(65, 67, mouth.lineVertex(0.95, false, half));
    pair(66, 66, mouth.lineVertex(0, false, half));
  }

  private void pair(int index, int mirrored, int vertex) {
    points[index] = vertex;
    points[mirrored] = twin[vertex];
  }

  /** Vertex of the skin nearest to a point, on the middle plane if the point is. */
  private int nearest(double[] point) {
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < half.vertexCount(); i++) {
      double[] at = half.at(i);
      if (half.trait(i) != Trait.SKIN || (point[0] == 0) != (at[0] == 0)) {
        continue;
      }
      double dx = at[0] - point[0];
      double dy = at[1] - point[1];
      double dz = at[2] - point[2];
      double distance = dx * dx + dy * dy + dz * dz;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
