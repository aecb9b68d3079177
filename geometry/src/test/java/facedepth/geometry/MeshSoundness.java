package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;

/** What must hold for every mesh made of a depth map. */
final class MeshSoundness {
  private MeshSoundness() {}

  static void check(Mesh mesh, CropCamera camera, MeshOptions options, int longerSide) {
    boolean[] used = new boolean[mesh.vertexCount()];
    Map<Long, Integer> directedEdges = new HashMap<>();
    int[] triangles = mesh.triangles();
    for (int t = 0; t < triangles.length; t += 3) {
      double[][] corner = new double[3][];
      double nearest = Double.POSITIVE_INFINITY;
      double farthest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < 3; k++) {
        int i = triangles[t + k];
        assertThat(i).isBetween(0, mesh.vertexCount() - 1);
        used[i] = true;
        corner[k] = vector(mesh.positions(), i);
        nearest = Math.min(nearest, corner[k][2]);
        farthest = Math.max(farthest, corner[k][2]);
        directedEdges.merge((long) i << 32 | triangles[t + (k + 1) % 3], 1, Integer::sum);
      }
      assertThat(farthest - nearest)
          .as("a triangle bridges a jump")
          .isLessThanOrEqualTo(
              options.maximumSlope() / longerSide * camera.spread(nearest) * (1 + 1e-6));
      double[] normal = cross(minus(corner[1], corner[0]), minus(corner[2], corner[0]));
      assertThat(Math.sqrt(dot(normal, normal))).as("area").isGreaterThan(1e-7);
      double[] sight =
          camera.isOrthographic()
              ? new double[] {0, 0, 1}
              : minus(corner[0], new double[] {0, 0, -camera.focalLength()});
      assertThat(dot(normal, sight)).as("faces the viewer").isNegative();
    }
    assertThat(used).doesNotContain(false);
    assertThat(directedEdges.values()).as("an edge is used once in each direction").containsOnly(1);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      double[] normal = vector(mesh.normals(), i);
      assertThat(dot(normal, normal)).isCloseTo(1, within(1e-5));
      double[] sight =
          camera.isOrthographic()
              ? new double[] {0, 0, 1}
              : minus(vector(mesh.positions(), i), new double[] {0, 0, -camera.focalLength()});
      assertThat(dot(normal, sight)).as("normal faces the viewer").isNegative();
    }
  }

  static double[] vector(float[] array, int i) {
    return new double[] {array[3 * i], array[3 * i + 1], array[3 * i + 2]};
  }

  static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
