package facedepth.geometry;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Parts surfaces that touch in a single point: two fans of triangles around one vertex, which no
 * solid may have and many programs refuse. Each fan gets a vertex of its own, drawn a little into
 * it, so that files without indices keep them apart too. Vertices that no triangle uses are
 * dropped.
 */
final class PinchedVertices {
  /** How far a vertex moves, as a share of the way to the middle of its fan. */
  private static final float DRAWN_IN = 0.1f;

  private final Mesh mesh;
  private final int[] triangles;
  private int[] original; // of each vertex, the one it was
  private int vertices;
  private int[] added = new int[0];

  private PinchedVertices(Mesh mesh) {
    this.mesh = mesh;
    triangles = mesh.triangles();
  }

  /**
   * The mesh with its fans apart; its array of triangles is reused.
   *
   * @param suspects the vertices that may be pinched
   */
  static Mesh separated(Mesh mesh, IntPredicate suspects) {
    PinchedVertices work = new PinchedVertices(mesh);
    work.dropUnused();
    work.separate(suspects);
    return work.result();
  }

  private void dropUnused() {
    int[] renamed = new int[mesh.vertexCount()];
    for (int vertex : triangles) {
      renamed[vertex] = 1;
    }
    original = new int[mesh.vertexCount()];
    for (int i = 0; i < renamed.length; i++) {
      if (renamed[i] != 0) {
        original[vertices] = i;
        renamed[i] = vertices++;
      }
    }
    for (int c = 0; c < triangles.length; c++) {
      triangles[c] = renamed[triangles[c]];
    }
  }

  private void separate(IntPredicate suspects) {
    // Corners at suspects, grouped by vertex: a counting sort.
    int[] start = new int[vertices + 1];
    boolean[] suspect = new boolean[vertices];
    for (int v = 0; v < vertices; v++) {
      suspect[v] = suspects.test(original[v]);
    }
    for (int vertex : triangles) {
      if (suspect[vertex]) {
        start[vertex + 1]++;
      }
    }
    for (int v = 0; v < vertices; v++) {
      start[v + 1] += start[v];
    }
    int[] corners = new int[start[vertices]];
    int[] next = Arrays.copyOf(start, vertices);
    for (int c = 0; c < triangles.length; c++) {
      if (suspect[triangles[c]]) {
        corners[next[triangles[c]]++] = c;
      }
    }
    int before = vertices;
    for (int v = 0; v < before; v++) {
      if (start[v + 1] - start[v] > 1) {
        separate(v, corners, start[v], start[v + 1]);
      }
    }
  }

  /** Gives all fans around a vertex but the first a vertex of their own. */
  private void separate(int vertex, int[] corners, int start, int end) {
    int done = start;
    boolean first = true;
    while (done < end) {
      int fanStart = done++;
      // Corners that share an edge with one of the fan join it.
      for (int i = fanStart; i < done; i++) {
        for (int j = done; j < end; j++) {
          if (after(corners[i]) == before(corners[j]) || before(corners[i]) == after(corners[j])) {
            int swap = corners[j];
            corners[j] = corners[done];
            corners[done++] = swap;
          }
        }
      }
      if (first && done == end) {
        return; // one fan, as it should be
      }
      int name = vertex;
      if (!first) {
        if (vertices == original.length) {
          original = Arrays.copyOf(original, vertices + vertices / 8 + 16);
        }
        original[vertices] = original[vertex];
        name = vertices++;
        for (int i = fanStart; i < done; i++) {
          triangles[corners[i]] = name;
        }
      }
      added = Arrays.copyOf(added, added.length + 1);
      added[added.length - 1] = name;
      first = false;
    }
  }

  /** The vertex after a corner in its triangle. */
  private int after(int corner) {
    return triangles[corner % 3 == 2 ? corner - 2 : corner + 1];
  }

  private int before(int corner) {
    return triangles[corner % 3 == 0 ? corner + 2 : corner - 1];
  }

  private Mesh result() {
    Mesh separated =
        new Mesh(
            taken(mesh.positions(), 3),
            taken(mesh.normals(), 3),
            mesh.isTextured() ? taken(mesh.textureCoordinates(), 2) : new float[0],
            triangles);
    if (added.length > 0) {
      drawIn(separated);
    }
    return separated;
  }

  private float[] taken(float[] values, int perVertex) {
    float[] out = new float[perVertex * vertices];
    for (int v = 0; v < vertices; v++) {
      for (int k = 0; k < perVertex; k++) {
        out[perVertex * v + k] = values[perVertex * original[v] + k];
      }
    }
    return out;
  }

  private void drawIn(Mesh separated) {
    int[] slot = new int[vertices];
    for (int i = 0; i < added.length; i++) {
      slot[added[i]] = i + 1;
    }
    float[] positions = separated.positions();
    float[] sums = new float[3 * added.length];
    int[] counts = new int[added.length];
    for (int c = 0; c < triangles.length; c++) {
      int fan = slot[triangles[c]] - 1;
      if (fan < 0) {
        continue;
      }
      for (int vertex : new int[] {after(c), before(c)}) {
        for (int k = 0; k < 3; k++) {
          sums[3 * fan + k] += positions[3 * vertex + k];
        }
        counts[fan]++;
      }
    }
    for (int i = 0; i < added.length; i++) {
      for (int k = 0; k < 3; k++) {
        int at = 3 * added[i] + k;
        positions[at] += DRAWN_IN * (sums[3 * i + k] / counts[i] - positions[at]);
      }
    }
  }
}
