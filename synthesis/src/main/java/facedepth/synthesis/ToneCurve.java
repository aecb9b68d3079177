package facedepth.synthesis;

/**
 * Linear light to displayed values by a table whose steps are a 256th of an octave: finer than a
 * grey level everywhere, one look-up a value.
 */
final class ToneCurve {
  private static final int STEPS = 256; // an octave
  private static final int LOWEST = -20; // octaves; darker is black
  private static final int HIGHEST = 4;
  private static final int SHIFT = 15; // leaves exponent and eight bits of a float's mantissa
  private static final int FIRST = (127 + LOWEST) * STEPS;

  private final float[] table = new float[(HIGHEST - LOWEST) * STEPS];

  void prepare(Development development) {
    float[] mantissa = new float[STEPS];
    for (int i = 0; i < STEPS; i++) {
      mantissa[i] = (float) Math.pow(1 + (i + 0.5) / STEPS, development.gamma());
    }
    for (int octave = LOWEST; octave < HIGHEST; octave++) {
      float scale = (float) Math.pow(2, octave * development.gamma());
      for (int i = 0; i < STEPS; i++) {
        table[(octave - LOWEST) * STEPS + i] = shape(scale * mantissa[i], development);
      }
    }
  }

  private static float shape(float x, Development development) {
    float shoulder = development.shoulder();
    float y = x;
    if (y > shoulder) {
      // Highlights approach white instead of clipping.
      float over = (y - shoulder) / (1.001f - shoulder);
      y = Math.min(1, shoulder + (1.001f - shoulder) * over / (1 + over));
    }
    y += development.contrast() * y * (1 - y) * (2 * y - 1);
    return development.black() + (1 - development.black()) * y;
  }

  /** Applies the curve in place. */
  void apply(float[] values, int count) {
    int last = table.length - 1;
    for (int i = 0; i < count; i++) {
      int at = (Float.floatToRawIntBits(Math.max(0, values[i])) >>> SHIFT) - FIRST;
      values[i] = table[Math.max(0, Math.min(last, at))];
    }
  }
}
