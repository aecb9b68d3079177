package facedepth.synthesis;

/**
 * What cameras, files and people do to a picture: exposure, white balance, tone, vignette, blur,
 * lost resolution, noise, JPEG blocks, faded and grey prints. The largest single reason why
 * rendered faces teach about real ones (research: Wood et al. 2021, table of ablations).
 */
final class Degradation {
  private final int size;
  private final float[] scratch;
  private final float[] small;

  Degradation(int size) {
    this.size = size;
    scratch = new float[size * size];
    small = new float[size * size];
  }

  /**
   * Degrades a picture in place.
   *
   * @param linear planar linear RGB, already exposed so that 1 is white; becomes whole numbers 0 to
   *     255
   */
  void apply(float[] linear, CameraFaults faults) {
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < size * size; i++) {
        float u = (i % size) / (float) size - 0.5f;
        float v = (i / size) / (float) size - 0.5f;
        linear[c * size * size + i] *=
            faults.balance()[c] * (1 - faults.vignette() * (u * u + v * v));
      }
    }
    if (faults.blur() > 0) {
      blur(linear, faults.blur() * size);
    }
    if (faults.motion() > 0) {
      motion(linear, faults.motion() * size, faults.motionAngle());
    }
    encode(linear, faults);
    if (faults.resolution() < 1) {
      loseResolution(linear, faults.resolution());
    }
    tint(linear, faults);
    if (faults.noise() > 0) {
      noise(linear, faults);
    }
    if (faults.jpegQuality() > 0) {
      BlockCompression.apply(linear, size, faults.jpegQuality());
    }
    for (int i = 0; i < linear.length; i++) {
      linear[i] = Math.round(255 * FaceAtlas.clamp(linear[i]));
    }
  }

  /** Makes a picture of linear light one to look at, in place, with no loss but rounding. */
  static void develop(float[] linear) {
    for (int i = 0; i < linear.length; i++) {
      // A soft shoulder above 0.8 keeps highlights from clipping.
      float x = linear[i];
      float soft = x < 0.8f ? x : 0.8f + 0.2f * (1 - (float) Math.exp(-(x - 0.8f) / 0.2f));
      linear[i] = Math.round(255 * Math.pow(FaceAtlas.clamp(soft), 1 / 2.2));
    }
  }

  /** Linear to display values by gamma, contrast and black level. */
  private static void encode(float[] rgb, CameraFaults faults) {
    float gamma = faults.gamma();
    float contrast = faults.contrast();
    float black = faults.black();
    float shoulder = faults.shoulder();
    float[] table = new float[2049];
    for (int i = 0; i < table.length; i++) {
      float x = i / 1024f;
      float y = (float) Math.pow(x, gamma);
      if (y > shoulder) {
        // Highlights roll off instead of clipping.
        float over = (y - shoulder) / (1.001f - shoulder);
        y = shoulder + (1.001f - shoulder) * over / (1 + over) * 1.3f;
      }
      y = 0.5f + (y - 0.5f) * contrast;
      table[i] = black + (1 - black) * y;
    }
    for (int i = 0; i < rgb.length; i++) {
      float at = Math.max(0, Math.min(2047.5f, rgb[i] * 1024));
      int low = (int) at;
      rgb[i] = table[low] + (at - low) * (table[low + 1] - table[low]);
    }
  }

  private void tint(float[] rgb, CameraFaults faults) {
    int area = size * size;
    float saturation = faults.saturation();
    float[] paper = faults.paper();
    for (int i = 0; i < area; i++) {
      float grey = 0.299f * rgb[i] + 0.587f * rgb[area + i] + 0.114f * rgb[2 * area + i];
      for (int c = 0; c < 3; c++) {
        rgb[c * area + i] = (grey + saturation * (rgb[c * area + i] - grey)) * paper[c];
      }
    }
  }

  private void noise(float[] rgb, CameraFaults faults) {
    int area = size * size;
    float strength = faults.noise();
    float shared = faults.sharedNoise();
    java.util.SplittableRandom random = new java.util.SplittableRandom(faults.grain());
    for (int i = 0; i < area; i++) {
      float grey = bellShaped(random);
      for (int c = 0; c < 3; c++) {
        float own = bellShaped(random);
        int at = c * area + i;
        // Shot noise grows with the light, read noise does not.
        float scale = strength * (0.4f + 0.6f * (float) Math.sqrt(Math.max(0, rgb[at])));
        rgb[at] += scale * (shared * grey + (1 - shared) * own);
      }
    }
    if (faults.coarseNoise()) {
      blur(rgb, 0.5f);
    }
  }

  /** Sum of three uniforms: close enough to a Gaussian, many times as fast. Deviation 1. */
  private static float bellShaped(java.util.SplittableRandom random) {
    long bits = random.nextLong();
    int a = (int) (bits & 0xffff);
    int b = (int) (bits >>> 16 & 0xffff);
    int c = (int) (bits >>> 32 & 0xffff);
    return (a + b + c - 98302.5f) / 32768f;
  }

  /** Gaussian by its kernel, planar, borders repeated. */
  private void blur(float[] rgb, float sigma) {
    int radius = Math.max(1, Math.round(2.5f * sigma));
    float[] kernel = new float[radius + 1];
    float sum = 0;
    for (int k = 0; k <= radius; k++) {
      kernel[k] = (float) Math.exp(-k * k / (2 * sigma * sigma));
      sum += k == 0 ? kernel[k] : 2 * kernel[k];
    }
    for (int c = 0; c < 3; c++) {
      int base = c * size * size;
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          float value = kernel[0] * rgb[base + y * size + x];
          for (int k = 1; k <= radius; k++) {
            value +=
                kernel[k]
                    * (rgb[base + y * size + Math.max(0, x - k)]
                        + rgb[base + y * size + Math.min(size - 1, x + k)]);
          }
          scratch[y * size + x] = value / sum;
        }
      }
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          float value = kernel[0] * scratch[y * size + x];
          for (int k = 1; k <= radius; k++) {
            value +=
                kernel[k]
                    * (scratch[Math.max(0, y - k) * size + x]
                        + scratch[Math.min(size - 1, y + k) * size + x]);
          }
          rgb[base + y * size + x] = value / sum;
        }
      }
    }
  }

  private void motion(float[] rgb, float length, float angle) {
    int steps = Math.max(2, Math.round(length));
    for (int c = 0; c < 3; c++) {
      int base = c * size * size;
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          float value = 0;
          for (int k = 0; k < steps; k++) {
            float t = (k / (steps - 1f) - 0.5f) * length;
            int sx = Math.round(x + t * (float) Math.cos(angle));
            int sy = Math.round(y + t * (float) Math.sin(angle));
            value +=
                rgb[
                    base
                        + Math.max(0, Math.min(size - 1, sy)) * size
                        + Math.max(0, Math.min(size - 1, sx))];
          }
          scratch[y * size + x] = value / steps;
        }
      }
      System.arraycopy(scratch, 0, rgb, base, size * size);
    }
  }

  /** Shrinks by sampling and grows back, linear. */
  private void loseResolution(float[] rgb, float ratio) {
    int to = Math.max(12, Math.round(size * ratio));
    for (int c = 0; c < 3; c++) {
      resample(rgb, c * size * size, size, small, 0, to);
      resample(small, 0, to, rgb, c * size * size, size);
    }
  }

  private static void resample(
      float[] from, int fromBase, int fromSize, float[] to, int toBase, int toSize) {
    float scale = fromSize / (float) toSize;
    for (int y = 0; y < toSize; y++) {
      float sy = Math.max(0, Math.min(fromSize - 1.001f, (y + 0.5f) * scale - 0.5f));
      int iy = (int) sy;
      int ny = Math.min(iy + 1, fromSize - 1);
      for (int x = 0; x < toSize; x++) {
        float sx = Math.max(0, Math.min(fromSize - 1.001f, (x + 0.5f) * scale - 0.5f));
        int ix = (int) sx;
        int nx = Math.min(ix + 1, fromSize - 1);
        float top = from[fromBase + iy * fromSize + ix];
        top += (sx - ix) * (from[fromBase + iy * fromSize + nx] - top);
        float bottom = from[fromBase + ny * fromSize + ix];
        bottom += (sx - ix) * (from[fromBase + ny * fromSize + nx] - bottom);
        to[toBase + y * toSize + x] = top + (sy - iy) * (bottom - top);
      }
    }
  }
}
