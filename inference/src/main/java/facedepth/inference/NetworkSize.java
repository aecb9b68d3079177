package facedepth.inference;

/**
 * The size at which a network sees a whole picture.
 *
 * @param width columns, positive
 * @param height rows, positive
 */
record NetworkSize(int width, int height) {
  private static final int MULTIPLE = 32;

  /**
   * MiDaS's rule, "minimal", keeping the aspect: of the two factors that bring a side to {@code
   * side}, the one closer to 1 scales both (the height's if they tie); each side is then rounded to
   * a multiple of 32, half to even.
   *
   * @throws IllegalArgumentException if a picture is so long that its shorter side rounds to 0
   */
  static NetworkSize minimal(int width, int height, int side) {
    double byHeight = (double) side / height;
    double byWidth = (double) side / width;
    double scale = Math.abs(1 - byWidth) < Math.abs(1 - byHeight) ? byWidth : byHeight;
    int newWidth = (int) Math.rint(scale * width / MULTIPLE) * MULTIPLE;
    int newHeight = (int) Math.rint(scale * height / MULTIPLE) * MULTIPLE;
    if (newWidth < 1 || newHeight < 1) {
      throw new IllegalArgumentException(
          "a picture of "
              + width
              + "x"
              + height
              + " pixels is too long and thin for a network; crop it first");
    }
    return new NetworkSize(newWidth, newHeight);
  }

  /** The size for a model: its own if it has one, the picture's if that suits, else the rule's. */
  static NetworkSize of(DepthModel model, Photo photo, int side) {
    if (model.fixedWidth() > 0 && model.fixedHeight() > 0) {
      return new NetworkSize(model.fixedWidth(), model.fixedHeight());
    }
    if (photo.width() % MULTIPLE == 0 && photo.height() % MULTIPLE == 0) {
      return new NetworkSize(photo.width(), photo.height());
    }
    return minimal(photo.width(), photo.height(), side);
  }
}
