package facedepth.notebook;

import facedepth.geometry.Mesh;
import facedepth.synthesis.HeadModel;
import java.util.Map;

/** A morphable head with a shape and an expression chosen by hand. */
public final class HeadMesh {
  private HeadMesh() {}

  /**
   * The head as a mesh, centimetres, in a mesh's axes.
   *
   * @param identity how many standard deviations of each of the head's identity modes, by the
   *     mode's number
   * @param expression how strong each expression is, 0 to 1, by the expression's name
   * @throws IllegalArgumentException if the head has no such mode or expression
   */
  public static Mesh of(
      HeadModel head, Map<Integer, Double> identity, Map<String, Double> expression) {
    float[] shape = head.neutral().clone();
    identity.forEach(
        (mode, strength) -> {
          if (mode < 0 || mode >= head.identityModes().size()) {
            throw new IllegalArgumentException(
                "mode " + mode + " is not one of " + head.identityModes().size());
          }
          add(shape, head.identityModes().get(mode), strength);
        });
    expression.forEach(
        (name, strength) -> {
          int index = head.expressionNames().indexOf(name);
          if (index < 0) {
            throw new IllegalArgumentException(
                "no expression '" + name + "' among " + head.expressionNames());
          }
          add(shape, head.expressionShapes().get(index), strength);
        });
    // A head's y is up and its z towards the viewer; a mesh's are down and away.
    for (int i = 0; i < shape.length; i++) {
      shape[i] = i % 3 == 0 ? shape[i] : -shape[i];
    }
    int[] triangles = head.triangles();
    return new Mesh(shape, normals(shape, triangles), new float[0], triangles);
  }

  private static void add(float[] shape, float[] direction, double strength) {
    for (int i = 0; i < shape.length; i++) {
      shape[i] += (float) (strength * direction[i]);
    }
  }

  /** Means of the normals of the triangles round each vertex, weighted by their areas. */
  private static float[] normals(float[] shape, int[] triangles) {
    float[] normals = new float[shape.length];
    for (int t = 0; t < triangles.length; t += 3) {
      int a = 3 * triangles[t];
      int b = 3 * triangles[t + 1];
      int c = 3 * triangles[t + 2];
      for (int k = 0; k < 3; k++) {
        int l = (k + 1) % 3;
        int m = (k + 2) % 3;
        float area =
            (shape[b + l] - shape[a + l]) * (shape[c + m] - shape[a + m])
                - (shape[b + m] - shape[a + m]) * (shape[c + l] - shape[a + l]);
        normals[a + k] += area;
        normals[b + k] += area;
        normals[c + k] += area;
      }
    }
    for (int i = 0; i < normals.length; i += 3) {
      double length = Math.hypot(Math.hypot(normals[i], normals[i + 1]), normals[i + 2]);
      for (int k = 0; k < 3; k++) {
        normals[i + k] = length > 0 ? (float) (normals[i + k] / length) : k == 2 ? -1 : 0;
      }
    }
    return normals;
  }
}
