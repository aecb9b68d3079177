package facedepth.inference;

import java.util.List;

/**
 * How a network takes a picture: {@code (v * white - mean) / deviation} of each channel, where v is
 * 0 to 1.
 *
 * @param bgr whether blue comes first, not red
 * @param channelsLast whether the channels of a pixel lie together ([N, H, W, 3]) instead of in
 *     planes ([N, 3, H, W])
 * @param white what white is before mean and deviation: 1 or 255
 * @param mean of red, green and blue
 * @param deviation of red, green and blue, not 0
 */
record InputFormat(
    boolean bgr, boolean channelsLast, double white, List<Double> mean, List<Double> deviation) {
  private static final int CHANNELS = 3;

  /** RGB planes from 0 to 255: this product's own models, which normalise by themselves. */
  static final InputFormat BYTES = planes(255, 0, 1);

  /** RGB planes from -1 to 1: MiDaS's DPT and the origin's networks. */
  static final InputFormat CENTRED = planes(1, 0.5, 0.5);

  /** Refuses what is no three channels. */
  InputFormat {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != CHANNELS || deviation.size() != CHANNELS || deviation.contains(0.0)) {
      throw new IllegalArgumentException("mean " + mean + ", deviation " + deviation);
    }
  }

  private static InputFormat planes(double white, double mean, double deviation) {
    return new InputFormat(
        false, false, white, List.of(mean, mean, mean), List.of(deviation, deviation, deviation));
  }

  /**
   * A picture as the network takes it.
   *
   * @param rgb red, green and blue plane, 0 to 255
   */
  float[] encode(float[] rgb) {
    if (equals(BYTES)) {
      return rgb;
    }
    int area = rgb.length / CHANNELS;
    float[] encoded = new float[rgb.length];
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int i = 0; i < area; i++) {
        put(encoded, channel, i, area, rgb[channel * area + i] / 255.0);
      }
    }
    return encoded;
  }

  /** Puts pixel {@code i} of red, green or blue, 0 to 1, where it belongs. */
  void put(float[] encoded, int channel, int i, int area, double value) {
    int place = bgr ? CHANNELS - 1 - channel : channel;
    encoded[channelsLast ? CHANNELS * i + place : place * area + i] =
        (float) ((value * white - mean.get(channel)) / deviation.get(channel));
  }
}
