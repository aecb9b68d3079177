package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The half of a head on the side of positive x, growing vertex by vertex. Vertices on the middle
 * plane have x exactly 0. {@link #whole} mirrors it.
 */
final class HalfMesh {
  private double[] xyz = new double[3 * 12_000];
  private int vertices;
  private final List<Trait> traits = new ArrayList<>();
  private int[] corners = new int[3 * 24_000];
  private int triangles;
  private final List<HeadPart> parts = new ArrayList<>();

  int vertex(double[] at, Trait trait) {
    if (3 * vertices + 3 > xyz.length) {
      xyz = Arrays.copyOf(xyz, 2 * xyz.length);
    }
    System.arraycopy(at, 0, xyz, 3 * vertices, 3);
    traits.add(trait);
    return vertices++;
  }

  /** Corners counter-clockwise from outside; triangles without area are left out. */
  void triangle(int a, int b, int c, HeadPart part) {
    if (a == b || b == c || c == a) {
      return;
    }
    if (3 * triangles + 3 > corners.length) {
      corners = Arrays.copyOf(corners, 2 * corners.length);
    }
    corners[3 * triangles] = a;
    corners[3 * triangles + 1] = b;
    corners[3 * triangles + 2] = c;
    parts.add(part);
    triangles++;
  }

  /** Corners counter-clockwise from outside, split along the shorter diagonal. */
  void quad(int a, int b, int c, int d, HeadPart part) {
    if (distance(a, c) <= distance(b, d)) {
      triangle(a, b, c, part);
      triangle(a, c, d, part);
    } else {
      triangle(a, b, d, part);
      triangle(b, c, d, part);
    }
  }

  /**
   * A band of quads between two rows of vertices of equal length, the second lying to the left of
   * the first when it is walked with the outside up.
   */
  void band(int[] first, int[] second, boolean closed, HeadPart part) {
    int count = first.length;
    for (int i = 0; i < (closed ? count : count - 1); i++) {
      int j = (i + 1) % count;
      quad(first[i], first[j], second[j], second[i], part);
    }
  }

  private double distance(int a, int b) {
    double dx = xyz[3 * a] - xyz[3 * b];
    double dy = xyz[3 * a + 1] - xyz[3 * b + 1];
    double dz = xyz[3 * a + 2] - xyz[3 * b + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  int vertexCount() {
    return vertices;
  }

  double[] at(int vertex) {
    return Arrays.copyOfRange(xyz, 3 * vertex, 3 * vertex + 3);
  }

  Trait trait(int vertex) {
    return traits.get(vertex);
  }

  /** The half and its mirror image, sharing the vertices of the middle plane. */
  WholeMesh whole() {
    int[] twin = new int[vertices];
    int count = vertices;
    for (int i = 0; i < vertices; i++) {
      twin[i] = xyz[3 * i] == 0 ? i : count++;
    }
    float[] positions = new float[3 * count];
    Trait[] what = new Trait[count];
    for (int i = 0; i < vertices; i++) {
      for (int axis = 0; axis < 3; axis++) {
        positions[3 * i + axis] = (float) xyz[3 * i + axis];
        positions[3 * twin[i] + axis] = (float) (axis == 0 ? -xyz[3 * i] : xyz[3 * i + axis]);
      }
      what[i] = traits.get(i);
      what[twin[i]] = traits.get(i);
    }
    int[] all = new int[6 * triangles];
    HeadPart[] belongs = new HeadPart[2 * triangles];
    for (int t = 0; t < triangles; t++) {
      int a = corners[3 * t];
      int b = corners[3 * t + 1];
      int c = corners[3 * t + 2];
      all[3 * t] = a;
      all[3 * t + 1] = b;
      all[3 * t + 2] = c;
      int m = 3 * (triangles + t);
      all[m] = twin[a];
      all[m + 1] = twin[c];
      all[m + 2] = twin[b];
      belongs[t] = parts.get(t);
      belongs[triangles + t] = parts.get(t);
    }
    int[] opposite = Arrays.copyOf(twin, count);
    for (int i = 0; i < vertices; i++) {
      opposite[twin[i]] = i;
    }
    return new WholeMesh(positions, what, opposite, all, belongs);
  }
}
