package facedepth.inference;

/**
 * Bicubic resizing as OpenCV's {@code resize(..., INTER_CUBIC)} does it on doubles, bit for bit:
 * Catmull-Rom's cousin with a = -0.75, coefficients in float, sums in double, rows first, no
 * antialiasing when shrinking, the edge repeated. Networks were trained on pictures made this way.
 */
final class CubicResize {
  private static final float A = -0.75f;
  private static final int TAPS = 4;

  private CubicResize() {}

  /** One plane, row-major. The same array is given back if the size is the same. */
  static double[] resize(double[] plane, int width, int height, int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return plane;
    }
    int[] columns = positions(width, newWidth);
    float[] columnWeights = weights(width, newWidth);
    double[] wide = new double[newWidth * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        double sum = 0;
        for (int k = 0; k < TAPS; k++) {
          int column = clamp(columns[x] - 1 + k, width);
          sum += plane[y * width + column] * columnWeights[TAPS * x + k];
        }
        wide[y * newWidth + x] = sum;
      }
    }
    int[] rows = positions(height, newHeight);
    float[] rowWeights = weights(height, newHeight);
    double[] out = new double[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        double sum = 0;
        for (int k = 0; k < TAPS; k++) {
          int row = clamp(rows[y] - 1 + k, height);
          sum += wide[row * newWidth + x] * rowWeights[TAPS * y + k];
        }
        out[y * newWidth + x] = sum;
      }
    }
    return out;
  }

  private static int clamp(int i, int length) {
    return Math.max(0, Math.min(length - 1, i));
  }

  private static float source(int target, int length, int newLength) {
    double scale = 1 / ((double) newLength / length);
    return (float) ((target + 0.5) * scale - 0.5);
  }

  private static int[] positions(int length, int newLength) {
    int[] positions = new int[newLength];
    for (int i = 0; i < newLength; i++) {
      positions[i] = (int) Math.floor(source(i, length, newLength));
    }
    return positions;
  }

  private static float[] weights(int length, int newLength) {
    float[] weights = new float[TAPS * newLength];
    for (int i = 0; i < newLength; i++) {
      float s = source(i, length, newLength);
      float x = s - (int) Math.floor(s);
      float c0 = ((A * (x + 1) - 5 * A) * (x + 1) + 8 * A) * (x + 1) - 4 * A;
      float c1 = ((A + 2) * x - (A + 3)) * x * x + 1;
      float c2 = ((A + 2) * (1 - x) - (A + 3)) * (1 - x) * (1 - x) + 1;
      weights[TAPS * i] = c0;
      weights[TAPS * i + 1] = c1;
      weights[TAPS * i + 2] = c2;
      weights[TAPS * i + 3] = 1f - c0 - c1 - c2;
    }
    return weights;
  }
}
