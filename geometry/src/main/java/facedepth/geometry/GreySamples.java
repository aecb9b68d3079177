package facedepth.geometry;

/** The grey values of an image that shows depth in grey, however it is stored. */
final class GreySamples {
  private GreySamples() {}

  /**
   * One value a pixel in the file's own scale; alpha is ignored.
   *
   * @throws MalformedFileException if a pixel has a colour
   */
  static float[] of(String name, PngImage png) throws MalformedFileException {
    int channels = png.colour().channels();
    boolean palette = png.colour() == PngImage.Colour.PALETTE;
    boolean colour = channels >= 3;
    char[] samples = png.samples();
    float[] grey = new float[samples.length / channels];
    for (int i = 0; i < grey.length; i++) {
      int at = i * channels;
      if (palette) {
        grey[i] = look(name, png.palette(), samples[at]);
      } else if (colour && (samples[at] != samples[at + 1] || samples[at] != samples[at + 2])) {
        throw coloured(name);
      } else {
        grey[i] = samples[at];
      }
    }
    return grey;
  }

  private static float look(String name, byte[] palette, int index) throws MalformedFileException {
    int at = 3 * index;
    if (at + 2 >= palette.length) {
      throw new MalformedFileException(name, "colour " + index + " is not in its palette");
    }
    if (palette[at] != palette[at + 1] || palette[at] != palette[at + 2]) {
      throw coloured(name);
    }
    return palette[at] & 0xFF;
  }

  private static MalformedFileException coloured(String name) {
    return new MalformedFileException(
        name, "a colour picture, not depth: depth is read from grey images");
  }
}
