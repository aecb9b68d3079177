package facedepth.inference;

import java.io.IOException;

/**
 * The network on a picture that already is a face crop, such as a rendered or a measured sample:
 * nothing is looked for. The crop is brought to the resolution the model was made for and the
 * answer back to the crop's.
 */
public final class CropDepth {
  private static final int DEFAULT_RESOLUTION = 128;
  private static final int CHANNELS = 3;

  private CropDepth() {}

  /**
   * What the model answers for a crop, at the crop's size; no mask is cut.
   *
   * @param rgb red, green and blue plane, row-major, 0 to 255, {@code 3 * size * size} values
   * @param size side of the crop in pixels
   * @throws IllegalArgumentException if the array does not hold that many values
   * @throws IOException if ONNX Runtime fails
   */
  public static DepthPrediction predict(DepthModel model, float[] rgb, int size)
      throws IOException {
    if (rgb.length != CHANNELS * size * size) {
      throw new IllegalArgumentException(
          rgb.length + " values are no picture of " + size + "x" + size);
    }
    int resolution =
        model.fixedWidth() > 0 ? model.fixedWidth() : model.resolution(DEFAULT_RESOLUTION);
    float[] input = new float[CHANNELS * resolution * resolution];
    for (int c = 0; c < CHANNELS; c++) {
      double[] plane = resize(plane(rgb, c, size), size, resolution);
      for (int i = 0; i < plane.length; i++) {
        input[c * plane.length + i] =
            (float) (model.takesBytes() ? plane[i] : plane[i] / 127.5 - 1);
      }
    }
    DepthPrediction answer = model.predict(input, resolution, resolution);
    return new DepthPrediction(
        size,
        size,
        resized(answer.depth(), answer.width(), size),
        answer.maskLogits().length == 0
            ? answer.maskLogits()
            : resized(answer.maskLogits(), answer.width(), size));
  }

  private static double[] plane(float[] values, int channel, int size) {
    double[] plane = new double[size * size];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = values[channel * plane.length + i];
    }
    return plane;
  }

  private static float[] resized(float[] values, int from, int to) {
    double[] resized = resize(plane(values, 0, from), from, to);
    float[] out = new float[resized.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) resized[i];
    }
    return out;
  }

  /** Shrinks by means of whole blocks first, so that nothing is skipped, then bicubically. */
  private static double[] resize(double[] plane, int from, int to) {
    int block = Math.max(1, from / to);
    int size = from;
    double[] current = plane;
    if (block > 1 && from % block == 0) {
      size = from / block;
      current = new double[size * size];
      for (int i = 0; i < current.length; i++) {
        double sum = 0;
        for (int k = 0; k < block * block; k++) {
          sum += plane[(i / size * block + k / block) * from + i % size * block + k % block];
        }
        current[i] = sum / (block * block);
      }
    }
    return size == to ? current : CubicResize.resize(current, size, size, to, to);
  }
}
