package facedepth.inference;

/**
 * What a photo may be at most. Sizes are checked against the file's header, before any pixel is
 * allocated.
 *
 * @param pixels width times height; at most 700 million, what a Java array of three bytes a pixel
 *     can hold
 * @param fileBytes length of the file
 */
public record PhotoLimits(long pixels, long fileBytes) {
  /** 100 megapixels, half a gigabyte of file. */
  public static final PhotoLimits DEFAULT = new PhotoLimits(100_000_000, 512L << 20);

  private static final long MOST_PIXELS = 700_000_000;

  /** Refuses limits that no photo meets, or that no array can hold. */
  public PhotoLimits {
    if (pixels < 1 || pixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "a limit of " + pixels + " pixels is not between 1 and " + MOST_PIXELS);
    }
    if (fileBytes < 1 || fileBytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a limit of " + fileBytes + " bytes is out of range");
    }
  }
}
