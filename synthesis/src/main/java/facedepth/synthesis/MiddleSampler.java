package facedepth.synthesis;

/**
 * Samples between the centres of pixels. Where the centres round one show the same smooth surface
 * in nearly the same light it is their mean; only at edges is it shaded. That leaves a third of all
 * samples to be shaded and the edges as they were.
 */
final class MiddleSampler {
  private static final float STEP = 3; // sample spacings of depth: more is an edge
  private static final float CONTRAST = 0.3f; // of the brightest: more is an edge
  private static final float STRANDS = 0.6f; // likewise in hair, whose grain is no edge

  private final Sight sight;
  private final PhotoShader shader;
  private final float step;
  private final int[] looks;
  private final float[] depths;
  private int row;

  MiddleSampler(Fragments fragments, Sight sight, PhotoShader shader) {
    this.sight = sight;
    this.shader = shader;
    step = 4 * STEP * fragments.spacing();
    looks = new int[fragments.size()];
    depths = new float[fragments.size()];
  }

  /** Turns to a row of samples. */
  void begin(int sampleRow) {
    row = sampleRow;
    sight.look(row, looks, depths);
  }

  /**
   * Every other sample of the row, from the first: those between four centres, or between two of
   * their own row if that is given as above and below.
   *
   * @param line receives colours by column, RGBA
   */
  void diagonal(SampleRow above, SampleRow below, float[] line) {
    for (int i = 0; 2 * i < looks.length; i++) {
      sample(above, below, i, i + 1, 2 * i, line);
    }
  }

  /** The samples that {@link #diagonal} leaves out: those straight between two centres. */
  void vertical(SampleRow above, SampleRow below, float[] line) {
    for (int i = 1; 2 * i < looks.length; i++) {
      sample(above, below, i, i, 2 * i - 1, line);
    }
  }

  private void sample(
      SampleRow above, SampleRow below, int left, int right, int column, float[] line) {
    int a = above.look[left];
    int b = above.look[right];
    int c = below.look[left];
    int d = below.look[right];
    int differences = (a ^ b) | (a ^ c) | (a ^ d);
    int look = looks[column];
    float depth = depths[column];
    if ((differences | (a ^ look)) != 0) {
      // Not plainly alike: ask for holes in the hair where the centres do not agree on them.
      boolean agreed = (differences & Sight.VISIBLE) == 0;
      boolean cut = ((a | b | c | d) & Sight.CUT) != 0;
      Sight.Strands strands =
          agreed && cut
              ? Sight.Strands.OPEN
              : agreed && Sight.isHair(a) ? Sight.Strands.COVERED : Sight.Strands.ASK;
      look = sight.look(column, row, strands);
      depth = sight.depth();
      differences = (differences | (a ^ look)) & Sight.VISIBLE;
    }
    if ((look & Sight.VISIBLE) == Sight.BACKGROUND) {
      SampleRow.clearColour(line, column);
    } else if (differences == 0
        && Math.abs(4 * depth - sum(above.depth, below.depth, left, right)) < step
        && isEven(above.light, below.light, left, right, Sight.isHair(look) ? STRANDS : CONTRAST)) {
      mean(above.rgba, below.rgba, 4 * left, 4 * right, line, 4 * column);
    } else {
      SampleRow.setColour(line, column, shader.shade(look, column, row));
    }
  }

  private static float sum(float[] above, float[] below, int left, int right) {
    return above[left] + above[right] + below[left] + below[right];
  }

  /** Whether four neighbours are so nearly equally bright that their mean will do. */
  private static boolean isEven(float[] above, float[] below, int left, int right, float contrast) {
    float a = above[left];
    float b = above[right];
    float c = below[left];
    float d = below[right];
    float brightest = Math.max(Math.max(a, b), Math.max(c, d));
    float darkest = Math.min(Math.min(a, b), Math.min(c, d));
    return brightest - darkest <= contrast * brightest;
  }

  private static void mean(float[] above, float[] below, int left, int right, float[] out, int at) {
    for (int k = 0; k < 4; k++) {
      out[at + k] =
          0.25f * (above[left + k] + above[right + k] + below[left + k] + below[right + k]);
    }
  }
}
