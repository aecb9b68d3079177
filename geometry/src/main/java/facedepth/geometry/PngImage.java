package facedepth.geometry;

/**
 * A decoded PNG with its samples as they stand in the file: no gamma, no palette look-up, no
 * scaling of 16 bits to 8.
 *
 * @param width columns
 * @param height rows
 * @param bitDepth bits a sample: 1, 2, 4, 8 or 16
 * @param colour what the samples mean
 * @param samples row-major, the channels of a pixel side by side
 * @param palette red, green, blue of each index; empty unless {@code colour} is PALETTE
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, handed on and never compared
record PngImage(
    int width, int height, int bitDepth, Colour colour, char[] samples, byte[] palette) {

  /** PNG's colour types. */
  enum Colour {
    GREY(0, 1),
    RGB(2, 3),
    PALETTE(3, 1),
    GREY_ALPHA(4, 2),
    RGB_ALPHA(6, 4);

    private final int code;
    private final int channels;

    Colour(int code, int channels) {
      this.code = code;
      this.channels = channels;
    }

    int channels() {
      return channels;
    }

    /** The colour type of IHDR, or null if the code or its bit depth does not exist. */
    static Colour of(int code, int bitDepth) {
      for (Colour colour : values()) {
        if (colour.code == code && colour.allows(bitDepth)) {
          return colour;
        }
      }
      return null;
    }

    private boolean allows(int bitDepth) {
      return switch (bitDepth) {
        case 1, 2, 4 -> this == GREY || this == PALETTE;
        case 8 -> true;
        case 16 -> this != PALETTE;
        default -> false;
      };
    }
  }
}
