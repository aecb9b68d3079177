package facedepth.synthesis;

import java.util.List;

/**
 * A morphable head: a neutral mesh, linear modes of identity, and linear shapes of expression.
 *
 * <p>Axes: x to the right of the picture, y up, z towards the viewer; centimetres; the origin
 * inside the head between the ears. Arrays are shared, not copied, and must not be changed.
 *
 * @param neutral 3 floats a vertex
 * @param identityModes displacement of every vertex (3 floats each) for one standard deviation
 * @param expressionNames ARKit's names, with {@code _L} and {@code _R}
 * @param expressionShapes displacement of every vertex at full strength, in the order of the names
 * @param triangles 3 vertex indices a triangle, counter-clockwise from outside
 * @param triangleParts what each triangle belongs to
 * @param landmarks vertex indices of the 68 Multi-PIE points
 */
public record HeadModel(
    float[] neutral,
    List<float[]> identityModes,
    List<String> expressionNames,
    List<float[]> expressionShapes,
    int[] triangles,
    HeadPart[] triangleParts,
    int[] landmarks) {

  /** Checks that the arrays fit together. */
  public HeadModel {
    if (neutral.length % 3 != 0 || triangles.length != 3 * triangleParts.length) {
      throw new IllegalArgumentException("the head's arrays do not fit together");
    }
    if (landmarks.length != 68) {
      throw new IllegalArgumentException("a head has 68 landmarks, not " + landmarks.length);
    }
    if (expressionNames.size() != expressionShapes.size()) {
      throw new IllegalArgumentException(
          expressionNames.size() + " names for " + expressionShapes.size() + " expressions");
    }
    for (List<float[]> shapes : List.of(identityModes, expressionShapes)) {
      for (float[] shape : shapes) {
        if (shape.length != neutral.length) {
          throw new IllegalArgumentException(
              "a shape of " + shape.length + " floats on a head of " + neutral.length);
        }
      }
    }
    requireVertices("triangle corner", triangles, neutral);
    requireVertices("landmark", landmarks, neutral);
  }

  private static void requireVertices(String what, int[] indices, float[] neutral) {
    for (int index : indices) {
      if (index < 0 || index >= neutral.length / 3) {
        throw new IllegalArgumentException(what + " " + index + " does not exist");
      }
    }
  }

  /** How many vertices. */
  public int vertexCount() {
    return neutral.length / 3;
  }

  /** Triangles of some parts, as corner indices. */
  int[] trianglesOf(HeadPart... parts) {
    List<HeadPart> wanted = List.of(parts);
    int count = 0;
    for (HeadPart part : triangleParts) {
      count += wanted.contains(part) ? 1 : 0;
    }
    int[] chosen = new int[3 * count];
    int next = 0;
    for (int t = 0; t < triangleParts.length; t++) {
      if (wanted.contains(triangleParts[t])) {
        System.arraycopy(triangles, 3 * t, chosen, next, 3);
        next += 3;
      }
    }
    return chosen;
  }
}
