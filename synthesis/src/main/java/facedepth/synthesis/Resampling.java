package facedepth.synthesis;

/** Ways in which programs change the size of pictures. */
enum Resampling {
  /** The nearest pixel. */
  NEAREST(0.5f) {
    @Override
    float weight(float x) {
      return 1;
    }
  },
  /** The mean of the pixels under a pixel. */
  BOX(0.5f) {
    @Override
    float weight(float x) {
      return x >= -0.5f && x < 0.5f ? 1 : 0;
    }
  },
  BILINEAR(1) {
    @Override
    float weight(float x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  /** Keys' cubic with a = -0.5. */
  CUBIC(2) {
    @Override
    float weight(float x) {
      float t = Math.abs(x);
      if (t < 1) {
        return (1.5f * t - 2.5f) * t * t + 1;
      }
      return t < 2 ? ((-0.5f * t + 2.5f) * t - 4) * t + 2 : 0;
    }
  };

  private final float support;

  Resampling(float support) {
    this.support = support;
  }

  abstract float weight(float x);

  static Resampling draw(Dice dice) {
    return values()[dice.below(values().length)];
  }

  /**
   * Resizes a square plane; where it shrinks, all but {@link #NEAREST} average.
   *
   * @param from its first {@code fromSize * fromSize} values
   * @param to receives {@code toSize * toSize} values from {@code offset} on
   */
  void resize(float[] from, int fromSize, float[] to, int offset, int toSize) {
    resize(from, fromSize, to, offset, toSize, 1);
  }

  /**
   * Resizes a square plane and enlarges it about its middle, borders repeated.
   *
   * @param zoom factor by which what is seen grows
   */
  void resize(float[] from, int fromSize, float[] to, int offset, int toSize, float zoom) {
    float step = fromSize / (zoom * toSize);
    float stretch = this == NEAREST ? 1 : Math.max(1, step);
    int taps = this == NEAREST ? 1 : (int) Math.ceil(2 * support * stretch) + 1;
    int[] index = new int[toSize * taps];
    float[] weights = new float[toSize * taps];
    for (int i = 0; i < toSize; i++) {
      float centre = fromSize / 2f + (i + 0.5f - toSize / 2f) * step - 0.5f;
      int first =
          taps == 1 ? Math.round(centre) : (int) Math.ceil(centre - support * stretch - 1e-4f);
      float sum = 0;
      for (int k = 0; k < taps; k++) {
        float weight = weight((first + k - centre) / stretch);
        index[i * taps + k] = Math.max(0, Math.min(fromSize - 1, first + k));
        weights[i * taps + k] = weight;
        sum += weight;
      }
      for (int k = 0; k < taps; k++) {
        weights[i * taps + k] /= sum;
      }
    }
    float[] wide = new float[fromSize * toSize];
    for (int y = 0; y < fromSize; y++) {
      for (int x = 0; x < toSize; x++) {
        float value = 0;
        for (int k = 0; k < taps; k++) {
          value += weights[x * taps + k] * from[y * fromSize + index[x * taps + k]];
        }
        wide[y * toSize + x] = value;
      }
    }
    for (int y = 0; y < toSize; y++) {
      int at = offset + y * toSize;
      java.util.Arrays.fill(to, at, at + toSize, 0);
      for (int k = 0; k < taps; k++) {
        addRow(wide, index[y * taps + k] * toSize, to, at, toSize, weights[y * taps + k]);
      }
    }
  }

  private static void addRow(float[] from, int at, float[] to, int toAt, int count, float weight) {
    for (int x = 0; x < count; x++) {
      to[toAt + x] += weight * from[at + x];
    }
  }
}
