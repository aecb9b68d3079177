package facedepth.synthesis;

/**
 * Samples between the centres of pixels. Where the centres round one show the same smooth surface
 * in nearly the same light it is their mean; only at edges is it shaded. That leaves a third of all
 * samples to be shaded and the edges as they were.
 */
final class MiddleSampler {
  private static final float STEP = 3; // sample spacings of depth: more is an edge
  private static final float CONTRAST = 0.2f; // of the brightest: more is an edge

  private final Sight sight;
  private final PhotoShader shader;
  private final float step;

  /**
   * A sampler of one picture.
   *
   * @param spacing distance of neighbouring samples in centimetres
   */
  MiddleSampler(Sight sight, PhotoShader shader, float spacing) {
    this.sight = sight;
    this.shader = shader;
    step = STEP * spacing;
  }

  /**
   * Finds one sample.
   *
   * @param above the row of centres above it, or its own
   * @param below the row of centres below it, or its own
   * @param left index of its neighbours on the left in those rows, or straight above and below
   * @param right likewise on the right
   * @param column of the sample
   * @param row of the sample
   * @param line receives its colour at that column, RGBA
   */
  void sample(
      SampleRow above, SampleRow below, int left, int right, int column, int row, float[] line) {
    int a = above.look[left];
    int b = above.look[right];
    int c = below.look[left];
    int d = below.look[right];
    int differences = (a ^ b) | (a ^ c) | (a ^ d);
    int anyCut = (a | b | c | d) & Sight.CUT;
    Sight.Strands strands = Sight.Strands.ASK;
    boolean alike = (differences & Sight.VISIBLE) == 0;
    if (alike) {
      strands =
          Sight.isHair(a)
              ? Sight.Strands.COVERED
              : anyCut != 0 ? Sight.Strands.OPEN : Sight.Strands.ASK;
    }
    int look = sight.look(column, row, strands);
    boolean nothing = (look & Sight.VISIBLE) == Sight.BACKGROUND;
    if (alike && ((look ^ a) & Sight.VISIBLE) == 0) {
      if (nothing) {
        SampleRow.clearColour(line, column);
        return;
      }
      float depths =
          above.depth[left] + above.depth[right] + below.depth[left] + below.depth[right];
      if (Math.abs(4 * sight.depth() - depths) < 4 * step
          && mean(above.rgba, below.rgba, 4 * left, 4 * right, line, 4 * column)) {
        return;
      }
    }
    if (nothing) {
      SampleRow.clearColour(line, column);
    } else {
      SampleRow.setColour(line, column, shader.shade(look, column, row));
    }
  }

  /** The mean of four colours; false if they differ too much for it to be good enough. */
  private static boolean mean(
      float[] above, float[] below, int left, int right, float[] out, int at) {
    float a = above[left] + above[left + 1] + above[left + 2];
    float b = above[right] + above[right + 1] + above[right + 2];
    float c = below[left] + below[left + 1] + below[left + 2];
    float d = below[right] + below[right + 1] + below[right + 2];
    float brightest = Math.max(Math.max(a, b), Math.max(c, d));
    float darkest = Math.min(Math.min(a, b), Math.min(c, d));
    if (brightest - darkest > CONTRAST * brightest) {
      return false;
    }
    for (int k = 0; k < 3; k++) {
      out[at + k] =
          0.25f * (above[left + k] + above[right + k] + below[left + k] + below[right + k]);
    }
    out[at + 3] = 1;
    return true;
  }
}
