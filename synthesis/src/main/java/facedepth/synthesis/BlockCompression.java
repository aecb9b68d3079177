package facedepth.synthesis;

/**
 * What JPEG does to a picture, without the file: luminance and halved chrominance in 8x8 blocks,
 * cosine transform, quantisation by the tables of ITU T.81 annex K at a quality, and back. Done
 * here because an encoder and a decoder for every sample would cost more than rendering it. Holds
 * scratch memory: one a thread.
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
  private static final float ROUNDER = 0x1.8p23f; // adding and subtracting it rounds a float

  private final int size;
  private final int half;
  private final float[] luma;
  private final float[] blueness;
  private final float[] redness;
  private final BlockStrip strip;
  private final BlockStrip halfStrip;

  /**
   * For square pictures.
   *
   * @param size side in pixels, a multiple of 2
   */
  BlockCompression(int size) {
    this.size = size;
    half = size / 2;
    luma = new float[size * size];
    blueness = new float[half * half];
    redness = new float[half * half];
    strip = new BlockStrip(size);
    halfStrip = new BlockStrip(half);
  }

  /**
   * Compresses in place.
   *
   * @param planes red, green and blue displayed values, 0 to 1
   * @param quality 1 to 100, as encoders count it
   */
  void apply(float[][] planes, int quality) {
    split(planes[0], planes[1], planes[2]);
    strip.quantise(luma, steps(LUMINANCE, quality));
    int[] chrominance = steps(CHROMINANCE, quality);
    halfStrip.quantise(blueness, chrominance);
    halfStrip.quantise(redness, chrominance);
    join(planes[0], planes[1], planes[2]);
  }

  private static int[] steps(int[] table, int quality) {
    float scale = quality < 50 ? 50f / quality : 2 - quality / 50f;
    int[] steps = new int[64];
    for (int i = 0; i < 64; i++) {
      steps[i] = Math.max(1, Math.min(255, Math.round(table[i] * scale)));
    }
    return steps;
  }

  /** Colours to luminance and halved chrominance, 0 to 255 about 0. */
  private void split(float[] red, float[] green, float[] blue) {
    for (int i = 0; i < luma.length; i++) {
      float r = 255 * Math.max(0, Math.min(1, red[i]));
      float g = 255 * Math.max(0, Math.min(1, green[i]));
      float b = 255 * Math.max(0, Math.min(1, blue[i]));
      luma[i] = 0.299f * r + 0.587f * g + 0.114f * b - 128;
    }
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        int at = 2 * y * size + 2 * x;
        float r = red[at] + red[at + 1] + red[at + size] + red[at + size + 1];
        float g = green[at] + green[at + 1] + green[at + size] + green[at + size + 1];
        float b = blue[at] + blue[at + 1] + blue[at + size] + blue[at + size + 1];
        blueness[y * half + x] = 63.75f * (-0.168736f * r - 0.331264f * g + 0.5f * b);
        redness[y * half + x] = 63.75f * (0.5f * r - 0.418688f * g - 0.081312f * b);
      }
    }
  }

  private void join(float[] red, float[] green, float[] blue) {
    for (int y = 0; y < size; y++) {
      int from = y / 2 * half;
      for (int x = 0; x < size; x++) {
        int at = y * size + x;
        float l = (luma[at] + 128) / 255;
        float cb = blueness[from + x / 2] / 255;
        float cr = redness[from + x / 2] / 255;
        red[at] = l + 1.402f * cr;
        green[at] = l - 0.344136f * cb - 0.714136f * cr;
        blue[at] = l + 1.772f * cb;
      }
    }
  }

  static float rounded(float value) {
    return value + ROUNDER - ROUNDER;
  }
}
