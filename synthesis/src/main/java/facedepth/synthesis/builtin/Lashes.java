package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadPart;

/** Eyelashes: a spike on every piece of the lids' edges, longer above than below. */
final class Lashes {
  private final int[] edge;
  private final int[] first;

  /**
   * Adds the lashes of an eye.
   *
   * @param edge vertices of the lids' edge, counter-clockwise seen from the front
   */
  Lashes(HalfMesh mesh, int[] edge) {
    this.edge = edge.clone();
    first = new int[edge.length];
    for (int i = 0; i < edge.length; i++) {
      double[] a = mesh.at(edge[i]);
      double[] b = mesh.at(edge[(i + 1) % edge.length]);
      boolean isUpper = b[0] < a[0];
      double side = ((a[0] + b[0]) / 2 - EyeSeat.X) / EyeShape.NEUTRAL.half();
      double length = (isUpper ? 0.5 : 0.24) * (0.75 + 0.25 * side);
      double[] tip = new double[3];
      tip[0] = (a[0] + b[0]) / 2 + 0.7 * length * side;
      tip[1] = (a[1] + b[1]) / 2 + (isUpper ? 0.35 : -0.55) * length;
      tip[2] = (a[2] + b[2]) / 2 + 0.85 * length;
      first[i] = mesh.vertex(a, Trait.LID);
      mesh.vertex(b, Trait.LID);
      mesh.vertex(tip, Trait.LID);
      if (side > -0.85) {
        mesh.triangle(first[i], first[i] + 1, first[i] + 2, HeadPart.LASHES);
      }
    }
  }

  /** Makes the lashes go where the edge of the lids goes; their tips swing further. */
  void follow(double[][] edgeMoves, int[] twin, float[] shape, double left, double right) {
    for (int i = 0; i < edge.length; i++) {
      double[] a = edgeMoves[i];
      double[] b = edgeMoves[(i + 1) % edge.length];
      for (int axis = 0; axis < 3; axis++) {
        double swing = axis == 1 ? 0.75 : 0.5;
        double[] moves = {a[axis], b[axis], swing * (a[axis] + b[axis])};
        for (int k = 0; k < 3; k++) {
          int vertex = first[i] + k;
          shape[3 * vertex + axis] += (float) (left * moves[k]);
          shape[3 * twin[vertex] + axis] += (float) (right * (axis == 0 ? -moves[k] : moves[k]));
        }
      }
    }
  }
}
