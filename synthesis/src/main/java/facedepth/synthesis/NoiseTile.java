package facedepth.synthesis;

import java.util.SplittableRandom;

/** Bell-shaped noise of deviation 1 on a tile that is laid at any place, drawn once for all. */
final class NoiseTile {
  static final NoiseTile FINE = new NoiseTile(false);

  /** Neighbouring pixels alike, as after a camera's own smoothing. */
  static final NoiseTile COARSE = new NoiseTile(true);

  private static final int SIDE = 256;

  private final float[] values = new float[SIDE * SIDE];

  private NoiseTile(boolean coarse) {
    SplittableRandom random = new SplittableRandom(coarse ? 2 : 1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    if (coarse) {
      new Blur().gaussian(values, SIDE, 0.7f);
    }
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    float scale = (float) (1 / Math.sqrt(squares / values.length));
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
  }

  /**
   * Reads a row of the tile laid at a random place.
   *
   * @param place random bits that say where
   * @param row of the picture
   * @param to receives {@code count} values
   */
  void row(long place, int row, float[] to, int count) {
    int y = (row + (int) (place >>> 8)) & SIDE - 1;
    int from = (int) place & SIDE - 1;
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, SIDE - from);
      System.arraycopy(values, y * SIDE + from, to, done, part);
      done += part;
      from = 0;
    }
  }
}
