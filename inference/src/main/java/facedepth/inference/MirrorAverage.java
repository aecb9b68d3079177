package facedepth.inference;

import java.io.IOException;

/**
 * A face model's answer averaged with its answer for the mirrored picture, mirrored back: a face
 * and its mirror image are equally likely, so half of the two answers' difference is error.
 */
final class MirrorAverage {
  private MirrorAverage() {}

  /**
   * The average.
   *
   * @param planes red, green and blue of a square, as {@link DepthModel#predict} takes them
   * @param first what the model answers for them
   */
  static DepthPrediction of(DepthModel model, float[] planes, int side, DepthPrediction first)
      throws IOException {
    DepthPrediction mirrored = model.predict(mirror(planes, side), side, side);
    return new DepthPrediction(
        first.width(),
        first.height(),
        mean(first.depth(), mirror(mirrored.depth(), first.width())),
        mean(first.maskLogits(), mirror(mirrored.maskLogits(), first.width())));
  }

  private static float[] mirror(float[] values, int width) {
    float[] out = new float[values.length];
    for (int row = 0; row < values.length; row += width) {
      for (int x = 0; x < width; x++) {
        out[row + x] = values[row + width - 1 - x];
      }
    }
    return out;
  }

  private static float[] mean(float[] a, float[] b) {
    float[] out = new float[a.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = 0.5f * (a[i] + b[i]);
    }
    return out;
  }
}
