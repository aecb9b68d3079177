package facedepth.synthesis.builtin;

/**
 * Where the skin's rows and columns run: rays from a bent line inside head and neck. Rows go from
 * the crown to the shoulders, columns from the middle of the face round to the back.
 */
final class SkinGrid {
  /**
   * Rows up to each station, then in front: height and distance of the point the ray aims at, how
   * far it climbs in degrees, and how far ahead it starts.
   */
  private static final double[][] STATIONS = {
    {0, 4.5, 0, 90, 0},
    {13, 9.6, 9.5, 28, 0},
    {9, 5.5, 11, 3, 0},
    {10, 2.0, 11.6, 0, 0},
    {6, 0.9, 12.6, -2, 3},
    {10, -0.75, 12.3, -8, 4.2},
    {4, -1.35, 11.4, -10, 2.5},
    {12, -5.3, 10.9, -14, 1.5},
    {7, -6.8, 11, -20, 1},
    {5, -7.8, 10, -32, 1},
    {5, -8.6, 7.5, -50, 2},
    {5, -9.4, 5, -62, 3},
    {5, -11.5, 3.8, -30, 0},
    {7, -19, 4, 0, -1},
  };

  private static final int LEVEL_BEHIND = 32; // the row that is level at the back of the head
  private static final double BEHIND_TOP = 4.5;
  private static final double BEHIND_END = -19;

  final int rows;
  final int columns;
  private final double[] originY;
  private final double[] originZ;
  private final double[] climb;
  private final double[] turn;

  SkinGrid() {
    int count = 1;
    for (double[] station : STATIONS) {
      count += (int) station[0];
    }
    rows = count;
    originY = new double[rows];
    originZ = new double[rows];
    climb = new double[rows];
    int row = 0;
    for (int s = 0; s < STATIONS.length; s++) {
      double[] from = STATIONS[Math.max(0, s - 1)];
      double[] to = STATIONS[s];
      for (int i = s == 0 ? 0 : 1; i <= to[0]; i++, row++) {
        double t = s == 0 ? 1 : i / to[0];
        climb[row] = StrictMath.toRadians(from[3] + t * (to[3] - from[3]));
        originZ[row] = from[4] + t * (to[4] - from[4]);
        originY[row] = start(from) + t * (start(to) - start(from));
      }
    }
    turn = turns();
    columns = turn.length;
  }

  /** Height at which the ray to a station starts. */
  private static double start(double[] station) {
    return station[3] == 90
        ? station[1]
        : station[1] - (station[2] - station[4]) * StrictMath.tan(StrictMath.toRadians(station[3]));
  }

  /** Angles of the columns: close together at the nose, wide behind the ears. */
  private static double[] turns() {
    double[] angles = new double[200];
    int count = 0;
    double angle = 0;
    while (angle < Math.PI) {
      angles[count++] = angle;
      angle += 0.0165 + 0.03 * Math.min(1.3, angle) + Math.max(0, 0.09 * (angle - 1.4));
    }
    double last = angles[count - 1];
    double[] turns = new double[count];
    for (int i = 0; i < count; i++) {
      turns[i] = angles[i] * Math.PI / last;
    }
    return turns;
  }

  double angle(int column) {
    return turn[column];
  }

  /** The point of the skin at a row and a column. */
  double[] point(int row, int column) {
    double angle = turn[column];
    double front = (1 + StrictMath.cos(angle)) / 2;
    double sin = column == 0 || column == columns - 1 ? 0 : StrictMath.sin(angle);
    double cos = StrictMath.cos(angle);
    double behind =
        row <= LEVEL_BEHIND ? 0 : (row - LEVEL_BEHIND) / (double) (rows - 1 - LEVEL_BEHIND);
    double backY = BEHIND_TOP + behind * (BEHIND_END - BEHIND_TOP);
    double backClimb = Math.max(0, Math.PI / 2 * (1 - row / (double) LEVEL_BEHIND));
    double up = front * climb[row] + (1 - front) * backClimb;
    // Beside the nose rays start further ahead, to meet its flanks; that must not reach the ears.
    double ahead = front * front * front * front;
    double[] origin = {
      0, front * originY[row] + (1 - front) * backY, ahead * originZ[row] + (1 - front) * -1
    };
    double flat = row == 0 ? 0 : StrictMath.cos(up);
    double[] hit = SurfaceRay.hit(origin, sin * flat, StrictMath.sin(up), cos * flat);
    if (sin == 0) {
      hit[0] = 0;
    }
    return hit;
  }
}
