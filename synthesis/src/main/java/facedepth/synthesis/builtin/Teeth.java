package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;

/** Two arches of teeth in their gums, and the tongue. */
final class Teeth {
  /** Widths of the teeth from the middle backwards, centimetres. */
  private static final double[] UPPER = {0.86, 0.68, 0.78, 0.7, 0.68, 1.0, 0.95};

  private static final double[] LOWER = {0.54, 0.6, 0.7, 0.72, 0.72, 1.1, 1.0};
  private static final int ACROSS = 5;

  private Teeth() {}

  static void add(HalfMesh mesh) {
    arch(mesh, UPPER, 2.75, 3.35, 7.0, -2.5, -3.62, -1.2, Trait.UPPER_TEETH);
    arch(mesh, LOWER, 2.5, 3.05, 6.95, -4.3, -3.36, -5.6, Trait.LOWER_TEETH);
    tongue(mesh);
  }

  private static void arch(
      HalfMesh mesh,
      double[] widths,
      double wide,
      double deep,
      double z,
      double neck,
      double edge,
      double root,
      Trait trait) {
    int columns = widths.length * (ACROSS - 1) + 1;
    double total = 0;
    for (double width : widths) {
      total += width;
    }
    int[][] rows = new int[8][columns];
    double walked = 0;
    for (int column = 0; column < columns; column++) {
      int tooth = Math.min(widths.length - 1, column / (ACROSS - 1));
      double s = (column - tooth * (ACROSS - 1)) / (double) (ACROSS - 1);
      double along = (walked + s * widths[tooth]) / total;
      if (column % (ACROSS - 1) == ACROSS - 2) {
        walked += widths[tooth];
      }
      double a = StrictMath.toRadians(82) * along;
      double nx = column == 0 ? 0 : StrictMath.sin(a);
      double nz = StrictMath.cos(a);
      double cx = wide * nx;
      double cz = z + deep * nz;
      double belly = 1 - StrictMath.pow(2 * s - 1, 4);
      // Front teeth bite a little deeper, corner teeth are pointed.
      double tip = edge + (edge - neck) * (tooth == 1 ? -0.08 : tooth == 2 ? 0.03 * belly : 0);
      double groove = 0.12 * belly;
      double[][] profile = {
        {root, -0.35},
        {neck + 0.35 * (root - neck), 0.06},
        {neck, 0.05 + 0.04 * belly},
        {neck, 0.01 + 0.6 * groove},
        {(neck + tip) / 2, 0.03 + groove},
        {tip + 0.08 * (neck - tip), 0.5 * groove},
        {tip, -0.12},
        {neck, -0.5}
      };
      for (int row = 0; row < profile.length; row++) {
        double out = profile[row][1];
        rows[row][column] =
            mesh.vertex(new double[] {cx + out * nx, profile[row][0], cz + out * nz}, trait);
      }
    }
    for (int row = 0; row + 1 < rows.length; row++) {
      HeadPart part = row < 3 ? HeadPart.GUMS : HeadPart.TEETH;
      if (root > edge) {
        mesh.band(rows[row + 1], rows[row], false, part);
      } else {
        mesh.band(rows[row], rows[row + 1], false, part);
      }
    }
  }

  private static void tongue(HalfMesh mesh) {
    int rings = 9;
    int around = 10;
    int[] outer = null;
    for (int ring = 0; ring <= rings; ring++) {
      double polar = Math.PI * (1 - 0.98 * ring / rings);
      int[] row = new int[around + 1];
      for (int i = 0; i <= around; i++) {
        double turn = Math.PI * (i / (double) around - 0.5);
        double r = StrictMath.sin(polar);
        double x = i == 0 || i == around ? 0 : 1.75 * r * StrictMath.cos(turn);
        double dip = 0.18 * StrictMath.exp(-4 * x * x) * Math.max(0, StrictMath.sin(turn));
        row[i] =
            mesh.vertex(
                new double[] {
                  x,
                  -4.35 + (0.6 * StrictMath.sin(turn) - dip) * r,
                  6.6 + 2.85 * StrictMath.cos(polar)
                },
                Trait.LOWER_TEETH);
      }
      if (outer != null) {
        mesh.band(outer, row, false, HeadPart.GUMS);
      }
      outer = row;
    }
  }
}
