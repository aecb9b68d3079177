package facedepth.networks.onnx;

import facedepth.networks.Conv2d;
import facedepth.networks.StateTensor;

/** Works out standardised kernels, which at inference are constants, once. */
final class Standardisation {
  private Standardisation() {}

  /** Kernels, each output channel's less its mean and divided by its deviation; in float64. */
  static StateTensor of(StateTensor kernels, int outChannels) {
    return kernels.derived(values -> standardised(values, outChannels), kernels.shape());
  }

  private static float[] standardised(float[] values, int outChannels) {
    float[] standardised = new float[values.length];
    int each = values.length / outChannels;
    for (int start = 0; start < values.length; start += each) {
      double sum = 0;
      for (int i = start; i < start + each; i++) {
        sum += values[i];
      }
      double mean = sum / each;
      double squares = 0;
      for (int i = start; i < start + each; i++) {
        squares += (values[i] - mean) * (values[i] - mean);
      }
      double deviation = Math.sqrt(squares / each + Conv2d.STANDARDISING_EPSILON);
      for (int i = start; i < start + each; i++) {
        standardised[i] = (float) ((values[i] - mean) / deviation);
      }
    }
    return standardised;
  }
}
