package facedepth.synthesis;

/**
 * Makes pixels of samples. There is a sample at the centre of every pixel and one half-way between
 * all neighbours, diagonal ones too; a pixel is the 3x3 tent filter of those round its centre. All
 * truth is that of the centre. Holds scratch memory: one a thread.
 */
final class PixelSampler {
  private final int resolution;
  private final SampleRow[] centres;
  private final float[] line; // one row of samples, RGBA
  private final float[][] filtered; // rows of pixels, RGBA: the latest row between, and centres

  PixelSampler(int resolution) {
    this.resolution = resolution;
    centres = new SampleRow[] {new SampleRow(resolution), new SampleRow(resolution)};
    line = new float[4 * samples(resolution)];
    filtered = new float[2][4 * resolution];
  }

  /** Samples a side of a picture. */
  static int samples(int resolution) {
    return 2 * resolution + 1;
  }

  /** Column or row of the sample at the centre of a pixel. */
  static int centre(int pixel) {
    return 2 * pixel + 1;
  }

  /** Samples what was drawn. */
  Picture sample(Fragments fragments, Sight sight, PhotoShader shader) {
    Picture picture = Picture.empty(resolution);
    MiddleSampler middle = new MiddleSampler(fragments, sight, shader);
    for (int row = 0; row <= resolution; row++) {
      SampleRow upper = centres[row + 1 & 1];
      SampleRow lower = centres[row & 1];
      if (row < resolution) {
        shadeCentres(row, lower, sight, shader, picture);
      }
      // The row of samples above these centres. Beyond the first and last row they repeat.
      SampleRow before = row == 0 ? lower : upper;
      SampleRow after = row == resolution ? upper : lower;
      middle.begin(2 * row);
      middle.diagonal(before, after, line);
      middle.vertical(before, after, line);
      filterAcross(filtered[0]);
      if (row > 0) {
        add(filtered[0], 0.25f, row - 1, picture);
      }
      if (row < resolution) {
        add(filtered[0], 0.25f, row, picture);
        middle.begin(2 * row + 1);
        middle.diagonal(lower, lower, line);
        lower.copyCentres(line);
        filterAcross(filtered[1]);
        add(filtered[1], 0.5f, row, picture);
      }
    }
    return picture;
  }

  private void shadeCentres(
      int row, SampleRow out, Sight sight, PhotoShader shader, Picture picture) {
    for (int i = 0; i < resolution; i++) {
      int column = 2 * i + 1;
      int look = sight.look(column, 2 * row + 1, Sight.Strands.ASK);
      if ((look & Sight.VISIBLE) == Sight.BACKGROUND) {
        out.setBackground(i + 1, look);
      } else {
        float[] rgb = shader.shade(look, column, 2 * row + 1);
        out.setSurface(i + 1, look, sight.depth(), rgb);
        if (sight.isFace(look)) {
          picture.setFace(row * resolution + i, sight.depth(), shader.smoothNormal());
        }
      }
    }
    out.repeatEnds();
  }

  /** The tent filter along a row of samples. */
  private void filterAcross(float[] out) {
    float[] in = line;
    for (int i = 0; i < out.length; i += 4) {
      int at = 2 * i;
      out[i] = 0.25f * (in[at] + 2 * in[at + 4] + in[at + 8]);
      out[i + 1] = 0.25f * (in[at + 1] + 2 * in[at + 5] + in[at + 9]);
      out[i + 2] = 0.25f * (in[at + 2] + 2 * in[at + 6] + in[at + 10]);
      out[i + 3] = 0.25f * (in[at + 3] + 2 * in[at + 7] + in[at + 11]);
    }
  }

  private void add(float[] pixels, float weight, int row, Picture picture) {
    int area = resolution * resolution;
    float[] rgb = picture.rgb();
    float[] cover = picture.cover();
    int at = row * resolution;
    for (int i = 0; i < resolution; i++) {
      rgb[at + i] += weight * pixels[4 * i];
      rgb[area + at + i] += weight * pixels[4 * i + 1];
      rgb[2 * area + at + i] += weight * pixels[4 * i + 2];
      cover[at + i] += weight * pixels[4 * i + 3];
    }
  }
}
