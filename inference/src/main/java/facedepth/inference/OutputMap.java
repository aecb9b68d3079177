package facedepth.inference;

import ai.onnxruntime.OnnxTensor;
import facedepth.geometry.MalformedFileException;
import java.nio.FloatBuffer;

/**
 * A map that a network gave: pixels of one value, or of three.
 *
 * @param width columns
 * @param height rows
 * @param channels of a pixel
 * @param channelsLast whether a pixel's channels lie together
 * @param values all of them
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record OutputMap(int width, int height, int channels, boolean channelsLast, float[] values) {
  private static final float CERTAIN = 20; // a logit

  /** Depth or a mask: [N, C, H, W] with few channels, [N, H, W, 1], [N, H, W] or [H, W]. */
  static OutputMap of(String model, OnnxTensor tensor) throws MalformedFileException {
    long[] shape = tensor.getInfo().getShape();
    int rank = shape.length;
    boolean last = rank == 4 && shape[3] == 1 && shape[1] > 2;
    if (rank < 2 || rank > 4 || (rank == 4 && !last && shape[1] > 2)) {
      throw new MalformedFileException(model, "gives " + text(shape) + ", which is no map");
    }
    int end = last ? rank - 1 : rank;
    return read((int) shape[end - 1], (int) shape[end - 2], 1, last, tensor);
  }

  /** Points: [N, H, W, 3], [N, 3, H, W], or either without N. */
  static OutputMap ofPoints(String model, OnnxTensor tensor) throws MalformedFileException {
    long[] shape = tensor.getInfo().getShape();
    int rank = shape.length;
    if ((rank == 3 || rank == 4) && shape[rank - 1] == 3) {
      return read((int) shape[rank - 2], (int) shape[rank - 3], 3, true, tensor);
    }
    if ((rank == 3 || rank == 4) && shape[rank - 3] == 3) {
      return read((int) shape[rank - 1], (int) shape[rank - 2], 3, false, tensor);
    }
    throw new MalformedFileException(model, "gives " + text(shape) + ", which is no map of points");
  }

  private static OutputMap read(
      int width, int height, int channels, boolean last, OnnxTensor tensor) {
    float[] values = new float[channels * width * height];
    FloatBuffer buffer = tensor.getFloatBuffer();
    buffer.get(values); // the first picture's, and of planes the first ones
    return new OutputMap(width, height, channels, last, values);
  }

  private static String text(long[] shape) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < shape.length; i++) {
      text.append(i == 0 ? "" : ",").append(shape[i]);
    }
    return text.append(']').toString();
  }

  /** One channel, row-major. */
  float[] plane(int channel) {
    int area = width * height;
    float[] plane = new float[area];
    for (int i = 0; i < area; i++) {
      plane[i] = channelsLast ? values[channels * i + channel] : values[channel * area + i];
    }
    return plane;
  }

  /** The last channel. */
  float[] depth() {
    return plane(channels - 1);
  }

  /** The channels before the last, plane after plane. */
  float[] across() {
    int area = width * height;
    float[] planes = new float[(channels - 1) * area];
    for (int channel = 0; channel < channels - 1; channel++) {
      System.arraycopy(plane(channel), 0, planes, channel * area, area);
    }
    return planes;
  }

  /** Probabilities as logits. */
  static float[] logits(float[] probabilities) {
    float[] logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      double p = probabilities[i];
      double logit = Math.log(p / (1 - p));
      // What is no number is not to be trusted.
      logits[i] = (float) (Double.isNaN(logit) ? -CERTAIN : logit);
      logits[i] = Math.max(-CERTAIN, Math.min(CERTAIN, logits[i]));
    }
    return logits;
  }
}
