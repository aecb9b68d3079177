package facedepth.training;

/** Brings square maps of values to another size. */
final class SquareResampling {
  private SquareResampling() {}

  /**
   * Resamples with a triangle as wide as the larger of both pixels: bilinear when enlarging, the
   * smoothed mean of Python's imaging library when shrinking.
   *
   * @param values row-major, {@code from * from}, all finite
   */
  static float[] resize(float[] values, int from, int to) {
    return resize(values, from, to, false);
  }

  /** The same for bytes, 0 to 255, which that library rounds after either direction. */
  static float[] resizeBytes(float[] values, int from, int to) {
    return resize(values, from, to, true);
  }

  private static float[] resize(float[] values, int from, int to, boolean bytes) {
    if (from == to) {
      return values;
    }
    float[] narrow = new float[from * to];
    for (int y = 0; y < from; y++) {
      resize(values, y * from, 1, from, narrow, y * to, 1, to);
    }
    if (bytes) {
      round(narrow);
    }
    float[] resized = new float[to * to];
    for (int x = 0; x < to; x++) {
      resize(narrow, x, to, from, resized, x, to, to);
    }
    if (bytes) {
      round(resized);
    }
    return resized;
  }

  private static void round(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(values[i]);
    }
  }

  /** One line of values to another length. */
  private static void resize(
      float[] in, int first, int inStep, int inLength, float[] out, int to, int step, int length) {
    double ratio = (double) inLength / length;
    double reach = Math.max(1, ratio);
    for (int i = 0; i < length; i++) {
      double centre = (i + 0.5) * ratio;
      int begin = Math.max(0, (int) (centre - reach + 0.5));
      int end = Math.min(inLength, (int) (centre + reach + 0.5));
      double sum = 0;
      double weights = 0;
      for (int k = begin; k < end; k++) {
        double weight = Math.max(0, 1 - Math.abs(k + 0.5 - centre) / reach);
        sum += weight * in[first + k * inStep];
        weights += weight;
      }
      out[to + i * step] = (float) (sum / weights);
    }
  }
}
