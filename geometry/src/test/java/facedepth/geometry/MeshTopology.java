package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the triangles of a mesh make of its vertices. */
final class MeshTopology {
  private MeshTopology() {}

  /**
   * Directed edges whose reverse no triangle has, with counts; fails if a directed edge is used
   * twice.
   */
  static Set<Long> boundary(Mesh mesh) {
    Map<Long, Integer> edges = new HashMap<>();
    int[] triangles = mesh.triangles();
    for (int c = 0; c < triangles.length; c++) {
      int next = triangles[c % 3 == 2 ? c - 2 : c + 1];
      assertThat(next).isNotEqualTo(triangles[c]);
      edges.merge((long) triangles[c] << 32 | next, 1, Integer::sum);
    }
    assertThat(edges.values()).as("uses of a directed edge").allMatch(count -> count == 1);
    Set<Long> open = new HashSet<>();
    for (long edge : edges.keySet()) {
      if (!edges.containsKey(edge << 32 | edge >>> 32)) {
        open.add(edge);
      }
    }
    return open;
  }

  /** A manifold with boundary: every edge once or twice, the triangles of a vertex in one fan. */
  static void requireManifold(Mesh mesh) {
    Map<Long, Integer> leaving = new HashMap<>();
    for (long edge : boundary(mesh)) {
      leaving.merge(edge >>> 32, 1, Integer::sum);
    }
    assertThat(leaving.values()).as("boundaries through a vertex").allMatch(count -> count == 1);
  }

  /** A closed manifold, vertices told apart by where they are, as a file without indices has it. */
  static void requireClosed(Mesh mesh) {
    Map<String, Integer> places = new HashMap<>();
    int[] welded = mesh.triangles().clone();
    for (int c = 0; c < welded.length; c++) {
      int at = 3 * welded[c];
      String place =
          mesh.positions()[at] + " " + mesh.positions()[at + 1] + " " + mesh.positions()[at + 2];
      Integer known = places.putIfAbsent(place, places.size());
      welded[c] = known == null ? places.size() - 1 : known;
    }
    Mesh bare =
        new Mesh(new float[3 * places.size()], new float[3 * places.size()], new float[0], welded);
    assertThat(boundary(bare)).as("open edges").isEmpty();
  }

  /** Six times the signed volume over six: positive if the triangles face outwards. */
  static double volume(Mesh mesh) {
    double sum = 0;
    int[] t = mesh.triangles();
    for (int c = 0; c < t.length; c += 3) {
      sum +=
          MeshSoundness.dot(
              MeshSoundness.vector(mesh.positions(), t[c]),
              MeshSoundness.cross(
                  MeshSoundness.vector(mesh.positions(), t[c + 1]),
                  MeshSoundness.vector(mesh.positions(), t[c + 2])));
    }
    return sum / 6;
  }
}
