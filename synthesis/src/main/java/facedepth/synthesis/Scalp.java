package facedepth.synthesis;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where hair can grow on a head: roots spread evenly over it in a fixed random order, so that any
 * first part of them is spread evenly too, and the triangles of a cap that may carry short hair.
 */
final class Scalp {
  private static final int ROOTS = 5000;
  private static final float MARGIN = 2.2f; // below the natural hairline, for low ones
  private static final float LOWEST = -8;

  /** Corner indices of the triangles that hair may cover. */
  final int[] triangles;

  /** Vertices of these triangles, each once. */
  final int[] vertices;

  /** Three corner indices a root. */
  final int[] corner;

  /** Weights of the second and third corner of each root. */
  final float[] weight;

  /** Neutral coordinates of each root. */
  final float[] neutral;

  Scalp(HeadModel head) {
    triangles = scalpTriangles(head);
    vertices = Arrays.stream(triangles).distinct().toArray();
    float[] n = head.neutral();
    int count = triangles.length / 3;
    double[] upTo = new double[count];
    double total = 0;
    for (int t = 0; t < count; t++) {
      total += area(n, triangles[3 * t], triangles[3 * t + 1], triangles[3 * t + 2]);
      upTo[t] = total;
    }
    int roots = count == 0 ? 0 : ROOTS;
    corner = new int[3 * roots];
    weight = new float[2 * roots];
    neutral = new float[3 * roots];
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < roots; i++) {
      int t = Arrays.binarySearch(upTo, random.nextDouble() * total);
      t = Math.min(count - 1, t < 0 ? -t - 1 : t);
      float a = (float) random.nextDouble();
      float b = (float) random.nextDouble();
      if (a + b > 1) {
        a = 1 - a;
        b = 1 - b;
      }
      System.arraycopy(triangles, 3 * t, corner, 3 * i, 3);
      weight[2 * i] = a;
      weight[2 * i + 1] = b;
      interpolate(n, i, neutral, 3 * i);
    }
  }

  int roots() {
    return weight.length / 2;
  }

  /** An attribute of the head's vertices at a root. */
  void interpolate(float[] attribute, int root, float[] out, int at) {
    int a = 3 * corner[3 * root];
    int b = 3 * corner[3 * root + 1];
    int c = 3 * corner[3 * root + 2];
    float wb = weight[2 * root];
    float wc = weight[2 * root + 1];
    for (int k = 0; k < 3; k++) {
      out[at + k] =
          (1 - wb - wc) * attribute[a + k] + wb * attribute[b + k] + wc * attribute[c + k];
    }
  }

  private static int[] scalpTriangles(HeadModel head) {
    int[] all = head.trianglesOf(HeadPart.SKIN, HeadPart.BACK);
    int[] kept = new int[all.length];
    int count = 0;
    for (int t = 0; t < all.length; t += 3) {
      if (isScalp(head, all[t]) && isScalp(head, all[t + 1]) && isScalp(head, all[t + 2])) {
        System.arraycopy(all, t, kept, count, 3);
        count += 3;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static boolean isScalp(HeadModel head, int vertex) {
    float x = head.neutral()[3 * vertex];
    float y = head.neutral()[3 * vertex + 1];
    float z = head.neutral()[3 * vertex + 2];
    boolean sideburn = Math.abs(x) > 5 && z > 1 && z < 4.5f && y > -1;
    float margin = sideburn ? 5 : MARGIN;
    return !FaceAtlas.isEar(x, y, z) && FaceAtlas.aboveHairline(x, y, z) > -margin && y > LOWEST;
  }

  private static double area(float[] n, int a, int b, int c) {
    double ux = n[3 * b] - n[3 * a];
    double uy = n[3 * b + 1] - n[3 * a + 1];
    double uz = n[3 * b + 2] - n[3 * a + 2];
    double vx = n[3 * c] - n[3 * a];
    double vy = n[3 * c + 1] - n[3 * a + 1];
    double vz = n[3 * c + 2] - n[3 * a + 2];
    double x = uy * vz - uz * vy;
    double y = uz * vx - ux * vz;
    double z = ux * vy - uy * vx;
    return Math.sqrt(x * x + y * y + z * z) / 2;
  }
}
