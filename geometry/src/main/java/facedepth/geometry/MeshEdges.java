package facedepth.geometry;

import java.util.Arrays;

/** The edges of triangles. */
public final class MeshEdges {
  private MeshEdges() {}

  /**
   * The edges that only one triangle has: two vertices each, in the order in which that triangle
   * goes along them. Empty for a closed surface.
   *
   * @param triangles three vertices each
   * @param vertices how many vertices there are
   * @throws IllegalArgumentException if two triangles go along an edge in the same direction
   */
  public static int[] boundary(int[] triangles, int vertices) {
    // Edges grouped by the vertex they leave.
    int[] start = new int[vertices + 1];
    for (int vertex : triangles) {
      start[vertex + 1]++;
    }
    for (int v = 0; v < vertices; v++) {
      start[v + 1] += start[v];
    }
    int[] ends = new int[triangles.length];
    int[] next = Arrays.copyOf(start, vertices);
    for (int c = 0; c < triangles.length; c++) {
      int end = triangles[c % 3 == 2 ? c - 2 : c + 1];
      int vertex = triangles[c];
      for (int i = start[vertex]; i < next[vertex]; i++) {
        if (ends[i] == end) {
          throw new IllegalArgumentException(
              "no manifold: two triangles share the edge from " + vertex + " to " + end);
        }
      }
      ends[next[vertex]++] = end;
    }
    int[] found = new int[64];
    int count = 0;
    for (int vertex = 0; vertex < vertices; vertex++) {
      for (int i = start[vertex]; i < start[vertex + 1]; i++) {
        if (!leads(ends, start, ends[i], vertex)) {
          if (count + 2 > found.length) {
            found = Arrays.copyOf(found, 2 * found.length);
          }
          found[count++] = vertex;
          found[count++] = ends[i];
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Whether the triangles are a manifold, closed or with a boundary: see {@link #boundary}. */
  public static boolean isManifold(int[] triangles, int vertices) {
    int[] boundary;
    try {
      boundary = boundary(triangles, vertices);
    } catch (IllegalArgumentException e) {
      return false;
    }
    boolean[] left = new boolean[vertices];
    for (int e = 0; e < boundary.length; e += 2) {
      if (left[boundary[e]]) {
        return false; // two fans around one vertex
      }
      left[boundary[e]] = true;
    }
    return true;
  }

  private static boolean leads(int[] ends, int[] start, int from, int to) {
    for (int i = start[from]; i < start[from + 1]; i++) {
      if (ends[i] == to) {
        return true;
      }
    }
    return false;
  }
}
