package facedepth.inference;

/**
 * The size at which a network sees a whole picture.
 *
 * @param width columns, positive
 * @param height rows, positive
 */
record NetworkSize(int width, int height) {
  /** What the sides of pictures are multiples of that MiDaS's networks see. */
  static final int MULTIPLE = 32;

  private static final int LONGEST = 1 << 14;

  /**
   * The size for a picture of {@code width} x {@code height} pixels, by the rules of MiDaS's {@code
   * Resize}: one factor for both sides (that of the height if both would do), each side then
   * rounded to a multiple, half to even; a side that the rounding carried past the bound is rounded
   * the other way.
   *
   * @param wanted the network's own size
   * @param multiple what both sides become multiples of; a stretched or padded picture gets the
   *     wanted size as it is
   * @throws IllegalArgumentException if a picture is so long that its shorter side rounds to 0
   */
  static NetworkSize of(ResizeRule rule, int width, int height, NetworkSize wanted, int multiple) {
    double byWidth = (double) wanted.width / width;
    double byHeight = (double) wanted.height / height;
    NetworkSize size =
        switch (rule) {
          case STRETCH, PAD -> wanted;
          case MINIMAL -> {
            double scale = Math.abs(1 - byWidth) < Math.abs(1 - byHeight) ? byWidth : byHeight;
            yield new NetworkSize(
                nearest(scale * width, multiple), nearest(scale * height, multiple));
          }
          case LOWER_BOUND -> {
            double scale = Math.max(byWidth, byHeight);
            yield new NetworkSize(
                atLeast(scale * width, multiple, wanted.width),
                atLeast(scale * height, multiple, wanted.height));
          }
          case UPPER_BOUND -> {
            double scale = Math.min(byWidth, byHeight);
            yield new NetworkSize(
                atMost(scale * width, multiple, wanted.width),
                atMost(scale * height, multiple, wanted.height));
          }
        };
    if (size.width < 1 || size.height < 1 || size.width > LONGEST || size.height > LONGEST) {
      throw new IllegalArgumentException(
          "a picture of "
              + width
              + "x"
              + height
              + " pixels is too long and thin for a network; crop it first");
    }
    return size;
  }

  private static int nearest(double length, int multiple) {
    return (int) Math.rint(length / multiple) * multiple;
  }

  private static int atLeast(double length, int multiple, int least) {
    int rounded = nearest(length, multiple);
    return rounded < least ? (int) Math.ceil(length / multiple) * multiple : rounded;
  }

  private static int atMost(double length, int multiple, int most) {
    int rounded = nearest(length, multiple);
    return rounded > most ? (int) Math.floor(length / multiple) * multiple : rounded;
  }
}
