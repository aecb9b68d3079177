package facedepth.inference;

import java.util.OptionalDouble;

/**
 * How a stored picture is turned to be upright, EXIF tag 0x0112.
 *
 * @param code 1 to 8; its name is where the stored first row and first column come to lie
 */
record Orientation(int code) {
  static final Orientation UPRIGHT = new Orientation(1);

  Orientation {
    if (code < 1 || code > 8) {
      throw new IllegalArgumentException("orientation " + code + " is not between 1 and 8");
    }
  }

  /** Whether rows become columns. */
  boolean swapsSides() {
    return code >= 5;
  }

  /** The upright photo; the stored one is given back if it is upright already. */
  Photo apply(Photo stored, OptionalDouble focalLengthPixels) {
    int w = stored.width();
    int h = stored.height();
    byte[] from = stored.bgr();
    if (code == 1) {
      return new Photo(stored.name(), w, h, from, focalLengthPixels);
    }
    int width = swapsSides() ? h : w;
    int height = swapsSides() ? w : h;
    byte[] to = new byte[from.length];
    // The stored pixel (x0, y0) of the upright (0, 0), and how it moves with upright x and y.
    boolean rightToLeft = code == 2 || code == 3 || code == 7 || code == 8;
    boolean bottomToTop = code == 3 || code == 4 || code == 6 || code == 7;
    int x0 = rightToLeft ? w - 1 : 0;
    int y0 = bottomToTop ? h - 1 : 0;
    int alongX = 3 * (rightToLeft ? -1 : 1);
    int alongY = 3 * w * (bottomToTop ? -1 : 1);
    int stepX = swapsSides() ? alongY : alongX;
    int stepY = swapsSides() ? alongX : alongY;
    int target = 0;
    for (int y = 0; y < height; y++) {
      int source = 3 * (y0 * w + x0) + y * stepY;
      for (int x = 0; x < width; x++) {
        to[target++] = from[source];
        to[target++] = from[source + 1];
        to[target++] = from[source + 2];
        source += stepX;
      }
    }
    return new Photo(stored.name(), width, height, to, focalLengthPixels);
  }
}
