package facedepth.synthesis;

/**
 * A place and three axes at right angles in which something is built.
 *
 * @param origin centimetres in the head's axes
 * @param across first axis, unit length
 * @param along second axis
 * @param out third axis
 */
record Frame3(float[] origin, float[] across, float[] along, float[] out) {

  /** Axes from the second and about the third. */
  static Frame3 of(float[] origin, float[] along, float[] out) {
    float[] b = unit(along.clone());
    float dot = b[0] * out[0] + b[1] * out[1] + b[2] * out[2];
    float[] c = unit(new float[] {out[0] - dot * b[0], out[1] - dot * b[1], out[2] - dot * b[2]});
    float[] a = {b[1] * c[2] - b[2] * c[1], b[2] * c[0] - b[0] * c[2], b[0] * c[1] - b[1] * c[0]};
    return new Frame3(origin, a, b, c);
  }

  /** The same axes at a place told in them. */
  Frame3 at(float a, float b, float c) {
    return new Frame3(point(a, b, c), across, along, out);
  }

  /** A place of the frame in the head's axes. */
  float[] point(float a, float b, float c) {
    float[] p = new float[3];
    for (int i = 0; i < 3; i++) {
      p[i] = origin[i] + a * across[i] + b * along[i] + c * out[i];
    }
    return p;
  }

  private static float[] unit(float[] v) {
    float length = (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) + 1e-6f;
    return new float[] {v[0] / length, v[1] / length, v[2] / length};
  }
}
