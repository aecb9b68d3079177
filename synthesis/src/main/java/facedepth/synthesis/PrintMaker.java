package facedepth.synthesis;

/** Makes pictures look like prints and like photographed screens. */
final class PrintMaker {
  private PrintMaker() {}

  /** Displayed values, 0 to 1, in place. */
  static void print(float[][] planes, int size, Print print) {
    if (print.grey()) {
      Degradation.saturate(planes, 0);
    }
    float[] row = new float[size];
    for (int c = 0; c < 3; c++) {
      float[] plane = planes[c];
      float ink = print.ink()[c];
      float paper = print.paper()[c] - ink;
      for (int y = 0; y < size; y++) {
        int at = y * size;
        if (print.filmGrain() > 0) {
          NoiseTile.COARSE.row(print.grain(), y, row, size);
        }
        for (int x = 0; x < size; x++) {
          plane[at + x] = ink + paper * (plane[at + x] + print.filmGrain() * row[x]);
        }
      }
    }
    Dice dice = new Dice(print.grain(), 1);
    for (int i = 0; i < print.scratches(); i++) {
      scratch(planes, size, dice);
    }
  }

  private static void scratch(float[][] planes, int size, Dice dice) {
    float x = dice.uniform(0, size);
    float y = dice.uniform(0, size);
    float angle = dice.normal(1.57f, 0.5f);
    float bend = dice.normal(0, 0.01f);
    float light = dice.uniform(0.4f, 1);
    float cover = dice.uniform(0.2f, 0.8f);
    int steps = Math.round(size * dice.logUniform(0.05f, 1.2f));
    for (int i = 0; i < steps; i++) {
      if (x >= 0 && y >= 0 && x < size && y < size) {
        int at = ((int) y) * size + (int) x;
        for (float[] plane : planes) {
          plane[at] += cover * (light - plane[at]);
        }
      }
      x += (float) Math.cos(angle);
      y += (float) Math.sin(angle);
      angle += bend;
    }
  }

  /** Stripes where the pixels of a screen and of a camera beat against each other. */
  static void moire(float[][] planes, int size, float strength) {
    float[] wave = new float[2 * size];
    for (int i = 0; i < wave.length; i++) {
      float place = i / (float) size;
      wave[i] = strength * (float) Math.sin(40 * place + 9 * place * place);
    }
    for (int c = 0; c < 3; c++) {
      float[] plane = planes[c];
      for (int y = 0; y < size; y++) {
        float down = wave[(y + 7 * c) % size];
        int shift = y / 3 + 5 * c;
        for (int x = 0; x < size; x++) {
          plane[y * size + x] *= 1 + wave[x + shift] + down;
        }
      }
    }
  }
}
