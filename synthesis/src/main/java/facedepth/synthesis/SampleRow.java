package facedepth.synthesis;

/**
 * Samples at the centres of one row of pixels, with the first and last repeated beyond the ends so
 * that every sample between two has two neighbours.
 */
final class SampleRow {
  final int[] look;
  final float[] depth;

  /** Linear RGB and 1 a sample; zeros for the background. */
  final float[] rgba;

  /** Sum of the colours. */
  final float[] light;

  SampleRow(int resolution) {
    look = new int[resolution + 2];
    depth = new float[resolution + 2];
    rgba = new float[4 * (resolution + 2)];
    light = new float[resolution + 2];
  }

  void setSurface(int i, int sampleLook, float sampleDepth, float[] rgb) {
    look[i] = sampleLook;
    depth[i] = sampleDepth;
    light[i] = rgb[0] + rgb[1] + rgb[2];
    setColour(rgba, i, rgb);
  }

  void setBackground(int i, int sampleLook) {
    look[i] = sampleLook;
    depth[i] = Float.POSITIVE_INFINITY;
    light[i] = 0;
    clearColour(rgba, i);
  }

  void repeatEnds() {
    int last = look.length - 1;
    copy(1, 0);
    copy(last - 1, last);
  }

  private void copy(int from, int to) {
    look[to] = look[from];
    depth[to] = depth[from];
    light[to] = light[from];
    System.arraycopy(rgba, 4 * from, rgba, 4 * to, 4);
  }

  /** Puts the centres into a line of samples, each between two others. */
  void copyCentres(float[] line) {
    for (int i = 1; i < look.length - 1; i++) {
      System.arraycopy(rgba, 4 * i, line, 4 * (2 * i - 1), 4);
    }
  }

  static void setColour(float[] rgba, int i, float[] rgb) {
    rgba[4 * i] = rgb[0];
    rgba[4 * i + 1] = rgb[1];
    rgba[4 * i + 2] = rgb[2];
    rgba[4 * i + 3] = 1;
  }

  static void clearColour(float[] rgba, int i) {
    rgba[4 * i] = 0;
    rgba[4 * i + 1] = 0;
    rgba[4 * i + 2] = 0;
    rgba[4 * i + 3] = 0;
  }
}
