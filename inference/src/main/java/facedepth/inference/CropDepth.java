package facedepth.inference;

import java.io.IOException;

/**
 * The network on a picture that already is a face crop, such as a rendered or a measured sample:
 * nothing is looked for. The crop is brought to the resolution the model was made for and the
 * answer back to the crop's. A face model's answer is the mean over the crop and its mirror image,
 * as in a reconstruction.
 */
public final class CropDepth {
  static final int DEFAULT_RESOLUTION = 128;
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
    NetworkSize network = model.size(DEFAULT_RESOLUTION);
    int side = Math.max(network.width(), network.height());
    float[] planes = new float[CHANNELS * side * side];
    for (int c = 0; c < CHANNELS; c++) {
      double[] plane = shrunk(plane(rgb, c, size), size, side);
      for (int i = 0; i < plane.length; i++) {
        planes[c * plane.length + i] = (float) plane[i];
      }
    }
    return resized(ofSquare(model, planes, side), size, size);
  }

  /**
   * What the model answers for a square picture of its own size, or of the longer of its sides, at
   * the answer's resolution.
   *
   * @param planes red, green and blue, 0 to 255
   */
  static DepthPrediction ofSquare(DepthModel model, float[] planes, int side) throws IOException {
    NetworkSize network = model.size(DEFAULT_RESOLUTION);
    float[] fitted = planes;
    if (network.width() != side || network.height() != side) {
      int area = network.width() * network.height();
      fitted = new float[CHANNELS * area];
      for (int c = 0; c < CHANNELS; c++) {
        float[] plane = new float[side * side];
        System.arraycopy(planes, c * side * side, plane, 0, plane.length);
        float[] resized = resized(plane, side, side, network.width(), network.height());
        System.arraycopy(resized, 0, fitted, c * area, area);
      }
    }
    float[] input = model.input().format().encode(fitted);
    DepthPrediction answer = model.predict(input, network.width(), network.height());
    return model.kind() == ModelKind.FACE && network.width() == network.height()
        ? MirrorAverage.of(model, input, network.width(), answer)
        : answer;
  }

  /** All that a prediction holds at another size, bicubic. */
  static DepthPrediction resized(DepthPrediction answer, int width, int height) {
    int area = answer.width() * answer.height();
    float[] across = answer.across();
    if (across.length > 0) {
      across = new float[2 * width * height];
      for (int axis = 0; axis < 2; axis++) {
        float[] plane = new float[area];
        System.arraycopy(answer.across(), axis * area, plane, 0, area);
        float[] resized = resized(plane, answer.width(), answer.height(), width, height);
        System.arraycopy(resized, 0, across, axis * resized.length, resized.length);
      }
    }
    float[] logits = answer.maskLogits();
    return new DepthPrediction(
        width,
        height,
        resized(answer.depth(), answer.width(), answer.height(), width, height),
        logits.length == 0
            ? logits
            : resized(logits, answer.width(), answer.height(), width, height),
        across);
  }

  private static double[] plane(float[] values, int channel, int size) {
    double[] plane = new double[size * size];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = values[channel * plane.length + i];
    }
    return plane;
  }

  /** One plane at another size, bicubic. */
  static float[] resized(float[] values, int width, int height, int newWidth, int newHeight) {
    double[] plane = new double[values.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = values[i];
    }
    double[] resized = CubicResize.resize(plane, width, height, newWidth, newHeight);
    float[] out = new float[resized.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) resized[i];
    }
    return out;
  }

  /** Shrinks by means of whole blocks first, so that nothing is skipped, then bicubically. */
  private static double[] shrunk(double[] plane, int from, int to) {
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
