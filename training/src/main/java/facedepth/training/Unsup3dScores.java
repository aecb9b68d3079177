package facedepth.training;

import facedepth.geometry.DepthMap;

/**
 * The protocol of UnSup3D (Wu, Rupprecht, Vedaldi, CVPR 2020; its evaluation code settles what the
 * paper leaves open): 64x64 maps; a pinhole at distance 1 whose 10 degrees span the first to the
 * last pixel's centre; true depths between 0.9 and 1.1, the background at the far end; predicted
 * ones kept between 0.8 and 1.2, and no face at the far end of that; both masks eroded by one
 * pixel; normals by central differences on the back-projected grid.
 *
 * <p>At that distance the crop spans {@code 64 * 2 tan 5 degrees / 63 = 0.178}, so a depth of
 * {@code d} crop widths becomes {@code 1 + 0.178 d}: true proportions. That is done to predictions,
 * and to true depth in data sets that have crop widths; in UnSup3D's own data the distances are
 * those that the grey of the depth pictures stands for.
 *
 * @param side scale-invariant depth error; the paper prints it times 100
 * @param mad mean angle deviation in degrees
 */
public record Unsup3dScores(double side, double mad) {
  static final int SIZE = 64;

  private static final double TANGENT = Math.tan(Math.toRadians(5));
  private static final double FOCAL_LENGTH = (SIZE - 1) / 2.0 / TANGENT; // pixels
  private static final double NEAR = 0.9;
  private static final double FAR = 1.1;
  private static final double MARGIN = (FAR - NEAR) / 2;
  private static final int GREYS = 255;

  /**
   * Scores a prediction; maps of other sizes are averaged down to 64x64.
   *
   * @param predicted square, crop widths, NaN where it sees no face
   * @param truth square, crop widths, NaN outside the face
   * @throws IllegalArgumentException if a map is not square, its side no multiple of 64, or nothing
   *     is left to compare
   */
  public static Unsup3dScores of(DepthMap predicted, DepthMap truth) {
    double[] t = toDistances(shrink(truth).centred());
    for (int i = 0; i < t.length; i++) {
      t[i] = Double.isNaN(t[i]) ? t[i] : Math.max(NEAR, Math.min(FAR, t[i]));
    }
    return of(predictedDistances(shrink(predicted).centred()), t);
  }

  /**
   * Scores a prediction for a depth picture of UnSup3D's data.
   *
   * @param predicted square, crop widths, finite, as large as the picture
   * @param grey of the depth picture, row-major, 0 to 1, 0 for background
   * @throws IllegalArgumentException if nothing is left to compare
   */
  public static Unsup3dScores ofGrey(DepthMap predicted, float[] grey) {
    double[] t = distances(grey, predicted.width());
    float[] p = SquareResampling.resize(predicted.values(), predicted.width(), SIZE);
    float[] onFace = p.clone();
    for (int i = 0; i < p.length; i++) {
      onFace[i] = Double.isNaN(t[i]) ? Float.NaN : p[i];
    }
    float median = new DepthMap(SIZE, SIZE, onFace).median();
    float[] centred = new float[p.length];
    for (int i = 0; i < p.length; i++) {
      centred[i] = p[i] - median;
    }
    return of(predictedDistances(new DepthMap(SIZE, SIZE, centred)), t);
  }

  /**
   * What the protocol makes of a depth picture: bytes at 64x64, as Python's imaging library shrinks
   * them, stretched to the range; NaN for the background, which is what the grey of 0 stands for.
   */
  static double[] distances(float[] grey, int size) {
    float[] bytes = new float[grey.length];
    for (int i = 0; i < grey.length; i++) {
      bytes[i] = Math.round(GREYS * grey[i]);
    }
    float[] small = SquareResampling.resizeBytes(bytes, size, SIZE);
    double[] z = new double[small.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = small[i] > 0 ? FAR - (FAR - NEAR) * small[i] / GREYS : Double.NaN;
    }
    return z;
  }

  /** Both with NaN where there is no face. */
  private static Unsup3dScores of(double[] p, double[] t) {
    boolean[] maskP = eroded(p);
    boolean[] maskT = eroded(t);
    for (int i = 0; i < p.length; i++) {
      p[i] = Double.isNaN(p[i]) ? FAR + MARGIN : p[i];
      t[i] = Double.isNaN(t[i]) ? FAR : t[i];
    }
    double[] normalsP = normals(p);
    double[] normalsT = normals(t);
    double sum = 0;
    double square = 0;
    double angle = 0;
    int count = 0;
    for (int i = 0; i < p.length; i++) {
      if (!maskP[i] || !maskT[i]) {
        continue;
      }
      double difference = Math.log(p[i]) - Math.log(t[i]);
      sum += difference;
      square += difference * difference;
      double cosine = 0;
      for (int axis = 0; axis < 3; axis++) {
        cosine += normalsP[3 * i + axis] * normalsT[3 * i + axis];
      }
      angle += Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
      count++;
    }
    if (count == 0) {
      throw new IllegalArgumentException("no pixel is face in both maps after erosion");
    }
    double mean = sum / count;
    return new Unsup3dScores(Math.sqrt(Math.max(0, square / count - mean * mean)), angle / count);
  }

  /** Means over blocks; a block is face where most of it is. */
  private static DepthMap shrink(DepthMap map) {
    int size = map.width();
    if (map.height() != size || size % SIZE != 0) {
      throw new IllegalArgumentException(
          "a map of " + size + "x" + map.height() + " is not square with a side of n times 64");
    }
    int block = size / SIZE;
    float[] small = new float[SIZE * SIZE];
    for (int i = 0; i < small.length; i++) {
      double sum = 0;
      int count = 0;
      for (int k = 0; k < block * block; k++) {
        float d = map.at(i % SIZE * block + k % block, i / SIZE * block + k / block);
        if (Float.isFinite(d)) {
          sum += d;
          count++;
        }
      }
      small[i] = 2 * count >= block * block ? (float) (sum / count) : Float.NaN;
    }
    return new DepthMap(SIZE, SIZE, small);
  }

  private static double[] toDistances(DepthMap centred) {
    double[] z = new double[SIZE * SIZE];
    for (int i = 0; i < z.length; i++) {
      z[i] = 1 + SIZE / FOCAL_LENGTH * centred.values()[i];
    }
    return z;
  }

  /** What is clamped at the far end is no face. */
  private static double[] predictedDistances(DepthMap centred) {
    double[] z = toDistances(centred);
    for (int i = 0; i < z.length; i++) {
      z[i] = z[i] < FAR + MARGIN ? Math.max(NEAR - MARGIN, z[i]) : Double.NaN;
    }
    return z;
  }

  /** Pixels whose whole 3x3 neighbourhood is face; beyond the border there is none. */
  private static boolean[] eroded(double[] z) {
    boolean[] inside = new boolean[z.length];
    for (int y = 1; y < SIZE - 1; y++) {
      for (int x = 1; x < SIZE - 1; x++) {
        boolean all = true;
        for (int k = 0; k < 9; k++) {
          all &= !Double.isNaN(z[(y + k / 3 - 1) * SIZE + x + k % 3 - 1]);
        }
        inside[y * SIZE + x] = all;
      }
    }
    return inside;
  }

  private static double[] normals(double[] z) {
    double centre = (SIZE - 1) / 2.0;
    double[] points = new double[3 * z.length];
    for (int i = 0; i < z.length; i++) {
      points[3 * i] = (i % SIZE - centre) / FOCAL_LENGTH * z[i];
      points[3 * i + 1] = (i / SIZE - centre) / FOCAL_LENGTH * z[i];
      points[3 * i + 2] = z[i];
    }
    double[] normals = new double[3 * z.length];
    for (int i = 0; i < z.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE;
      if (x == 0 || y == 0 || x == SIZE - 1 || y == SIZE - 1) {
        normals[3 * i + 2] = 1;
        continue;
      }
      int right = 3 * (i + 1);
      int left = 3 * (i - 1);
      int below = 3 * (i + SIZE);
      int above = 3 * (i - SIZE);
      double ux = points[right] - points[left];
      double uy = points[right + 1] - points[left + 1];
      double uz = points[right + 2] - points[left + 2];
      double vx = points[below] - points[above];
      double vy = points[below + 1] - points[above + 1];
      double vz = points[below + 2] - points[above + 2];
      double nx = uy * vz - uz * vy;
      double ny = uz * vx - ux * vz;
      double nz = ux * vy - uy * vx;
      double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
      normals[3 * i] = nx / length;
      normals[3 * i + 1] = ny / length;
      normals[3 * i + 2] = nz / length;
    }
    return normals;
  }
}
