package facedepth.inference;

/**
 * Letters of five by seven pixels, those that a depth scale needs. Java's own fonts are missing on
 * bare servers, and look different on each machine.
 */
final class SmallFont {
  /** Rows of a letter. */
  static final int HEIGHT = 7;

  private static final int ADVANCE = 6;
  private static final String LETTERS = "0123456789+-. cropwidths";

  /** A letter's rows from the top, five bits each, the leftmost highest, as base 32 digits. */
  private static final String[] ROWS = {
    "ehjlphe", "4c4444e", "eh1248v", "v2421he", "26aiv22", "vgu11he", "68guhhe", "v124888",
        "ehhehhe",
    "ehhf12c", "044v440", "000v000", "00000cc", "0000000", "00eggge", "00mpggg", "00ehhhe",
        "00uhugg",
    "00hhlla", "40c444e", "11dhjjd", "88s8896", "ggmphhh", "00fge1u"
  };

  private SmallFont() {}

  /** Columns that a text takes. */
  static int width(String text) {
    return ADVANCE * text.length() - 1;
  }

  /**
   * Writes a text into a square picture; what lies beyond its edge is left out.
   *
   * @param left column of its first pixel; {@code top} its first row
   * @throws IllegalArgumentException for a letter there is none of
   */
  static void draw(int[] picture, int side, String text, int left, int top, int rgb) {
    for (int k = 0; k < text.length(); k++) {
      int letter = LETTERS.indexOf(text.charAt(k));
      if (letter < 0) {
        throw new IllegalArgumentException("no letter '" + text.charAt(k) + "'");
      }
      for (int row = 0; row < HEIGHT; row++) {
        int bits = Character.digit(ROWS[letter].charAt(row), 32);
        for (int column = 0; column < 5; column++) {
          int x = left + k * ADVANCE + column;
          int y = top + row;
          if ((bits >> (4 - column) & 1) != 0 && x >= 0 && y >= 0 && x < side && y < side) {
            picture[y * side + x] = rgb;
          }
        }
      }
    }
  }
}
