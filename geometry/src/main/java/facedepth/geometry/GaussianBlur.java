package facedepth.geometry;

/** Gaussian blur of a plane of numbers; beyond its rim the rim is repeated. */
final class GaussianBlur {
  private GaussianBlur() {}

  /** A blurred copy, {@code sigma} in pixels. */
  static float[] of(float[] plane, int width, int height, double sigma) {
    float[] kernel = kernel(sigma);
    float[] across = new float[plane.length];
    int radius = kernel.length - 1;
    float[] row = new float[width + 2 * radius];
    for (int y = 0; y < height; y++) {
      int start = y * width;
      for (int x = 0; x < row.length; x++) {
        row[x] = plane[start + Math.min(width - 1, Math.max(0, x - radius))];
      }
      for (int x = 0; x < width; x++) {
        float sum = kernel[0] * row[x + radius];
        for (int k = 1; k <= radius; k++) {
          sum += kernel[k] * (row[x + radius - k] + row[x + radius + k]);
        }
        across[start + x] = sum;
      }
    }
    float[] out = new float[plane.length];
    for (int y = 0; y < height; y++) {
      int start = y * width;
      for (int k = -radius; k <= radius; k++) {
        float weight = kernel[Math.abs(k)];
        int from = Math.min(height - 1, Math.max(0, y + k)) * width;
        for (int x = 0; x < width; x++) {
          out[start + x] += weight * across[from + x];
        }
      }
    }
    return out;
  }

  /** Weights from the middle outwards. */
  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[radius + 1];
    double sum = 0;
    for (int k = 0; k <= radius; k++) {
      double weight = Math.exp(-k * k / (2 * sigma * sigma));
      kernel[k] = (float) weight;
      sum += k == 0 ? weight : 2 * weight;
    }
    for (int k = 0; k <= radius; k++) {
      kernel[k] /= (float) sum;
    }
    return kernel;
  }
}
