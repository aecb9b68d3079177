package facedepth.synthesis.dataset;

/**
 * A square picture.
 *
 * @param size side in pixels
 * @param rgb planar (red, green, blue), row-major, 0 to 255 (sRGB)
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, handed on and never compared
public record Picture(int size, float[] rgb) {

  /** Checks that the array fits the size. */
  public Picture {
    if (size < 1 || rgb.length != 3 * size * size) {
      throw new IllegalArgumentException(
          rgb.length + " values are no picture of " + size + "x" + size + " pixels");
    }
  }

  /**
   * The picture made smaller: each new pixel is the mean of the area that it covers.
   *
   * @param newSize side in pixels, at most the present one
   */
  public Picture shrunk(int newSize) {
    if (newSize < 1 || newSize > size) {
      throw new IllegalArgumentException(
          "a picture of " + size + " pixels cannot be shrunk to " + newSize);
    }
    if (newSize == size) {
      return this;
    }
    float[] narrow = new float[3 * size * newSize];
    for (int row = 0; row < 3 * size; row++) {
      shrink(rgb, row * size, 1, size, narrow, row * newSize, 1, newSize);
    }
    float[] small = new float[3 * newSize * newSize];
    for (int plane = 0; plane < 3; plane++) {
      for (int x = 0; x < newSize; x++) {
        int from = plane * size * newSize + x;
        int to = plane * newSize * newSize + x;
        shrink(narrow, from, newSize, size, small, to, newSize, newSize);
      }
    }
    return new Picture(newSize, small);
  }

  /** One line of values to a shorter one. */
  private static void shrink(
      float[] in, int from, int inStep, int inLength, float[] out, int to, int step, int length) {
    double ratio = (double) inLength / length;
    for (int i = 0; i < length; i++) {
      double left = i * ratio;
      double right = Math.min(inLength, left + ratio);
      double sum = 0;
      for (int k = (int) left; k < right; k++) {
        double covered = Math.min(k + 1, right) - Math.max(k, left);
        sum += covered * in[from + k * inStep];
      }
      out[to + i * step] = (float) (sum / ratio);
    }
  }
}
