package facedepth.synthesis;

/**
 * What JPEG does to a picture, without the file: luminance and halved chrominance in 8x8 blocks,
 * cosine transform, quantisation by the tables of ITU T.81 annex K at a quality, and back. Done
 * here because an encoder and a decoder for every sample would cost more than rendering it.
 */
final class BlockCompression {
  private static final int[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };
  private static final int[] CHROMINANCE = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };
  private static final float[] COSINE = new float[64];

  static {
    for (int k = 0; k < 8; k++) {
      for (int n = 0; n < 8; n++) {
        double norm = k == 0 ? Math.sqrt(0.125) : 0.5;
        COSINE[8 * k + n] = (float) (norm * Math.cos((2 * n + 1) * k * Math.PI / 16));
      }
    }
  }

  private BlockCompression() {}

  /**
   * Compresses in place.
   *
   * @param rgb planar display values, 0 to 1
   * @param size side in pixels, a multiple of 2
   * @param quality 1 to 100, as encoders count it
   */
  static void apply(float[] rgb, int size, int quality) {
    int area = size * size;
    float[] y = new float[area];
    int half = size / 2;
    float[] cb = new float[half * half];
    float[] cr = new float[half * half];
    for (int i = 0; i < area; i++) {
      float r = rgb[i] * 255;
      float g = rgb[area + i] * 255;
      float b = rgb[2 * area + i] * 255;
      y[i] = 0.299f * r + 0.587f * g + 0.114f * b - 128;
      int c = Math.min(half - 1, i / size / 2) * half + Math.min(half - 1, i % size / 2);
      cb[c] += 0.25f * (-0.168736f * r - 0.331264f * g + 0.5f * b);
      cr[c] += 0.25f * (0.5f * r - 0.418688f * g - 0.081312f * b);
    }
    float scale = quality < 50 ? 50f / quality : 2 - quality / 50f;
    blocks(y, size, LUMINANCE, scale);
    blocks(cb, half, CHROMINANCE, scale);
    blocks(cr, half, CHROMINANCE, scale);
    for (int i = 0; i < area; i++) {
      int c = Math.min(half - 1, i / size / 2) * half + Math.min(half - 1, i % size / 2);
      float l = y[i] + 128;
      rgb[i] = (l + 1.402f * cr[c]) / 255;
      rgb[area + i] = (l - 0.344136f * cb[c] - 0.714136f * cr[c]) / 255;
      rgb[2 * area + i] = (l + 1.772f * cb[c]) / 255;
    }
  }

  private static void blocks(float[] plane, int size, int[] table, float scale) {
    float[] block = new float[64];
    float[] half = new float[64];
    for (int by = 0; by + 8 <= size; by += 8) {
      for (int bx = 0; bx + 8 <= size; bx += 8) {
        for (int i = 0; i < 64; i++) {
          block[i] = plane[(by + i / 8) * size + bx + i % 8];
        }
        transform(block, half, false);
        transform(half, block, false);
        for (int i = 0; i < 64; i++) {
          float step = Math.max(1, Math.min(255, Math.round(table[i] * scale)));
          block[i] = Math.round(block[i] / step) * step;
        }
        transform(block, half, true);
        transform(half, block, true);
        for (int i = 0; i < 64; i++) {
          plane[(by + i / 8) * size + bx + i % 8] = block[i];
        }
      }
    }
  }

  /** One-dimensional transform of every row, written transposed; twice makes both directions. */
  private static void transform(float[] from, float[] to, boolean inverse) {
    for (int row = 0; row < 8; row++) {
      for (int k = 0; k < 8; k++) {
        float sum = 0;
        for (int n = 0; n < 8; n++) {
          sum += from[8 * row + n] * COSINE[inverse ? 8 * n + k : 8 * k + n];
        }
        to[8 * k + row] = sum;
      }
    }
  }
}
