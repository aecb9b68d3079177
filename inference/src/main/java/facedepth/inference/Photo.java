package facedepth.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * A decoded photo, upright: EXIF orientation has been applied.
 *
 * <p>Eight bits a channel, sRGB, three bytes a pixel in the order blue, green, red (the order JPEG
 * decoders leave behind, so that large photos need not be copied), row-major. The array is shared
 * with the caller, not copied.
 */
public final class Photo {
  private final String name;
  private final int width;
  private final int height;
  private final byte[] bgr;
  private final OptionalDouble focalLengthPixels;

  /**
   * Wraps pixels an application already has.
   *
   * @param name what messages call the photo, usually its file name
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param bgr {@code 3 * width * height} bytes
   * @param focalLengthPixels the lens' focal length in pixels of this photo, if known
   * @throws IllegalArgumentException if the size does not fit the array
   */
  public Photo(String name, int width, int height, byte[] bgr, OptionalDouble focalLengthPixels) {
    if (width < 1 || height < 1 || 3L * width * height != bgr.length) {
      throw new IllegalArgumentException(
          "a photo of " + width + "x" + height + " cannot hold " + bgr.length + " bytes");
    }
    this.name = name;
    this.width = width;
    this.height = height;
    this.bgr = bgr;
    this.focalLengthPixels = focalLengthPixels;
  }

  /**
   * Reads a JPEG (any colour space), PNG, WebP, TIFF, BMP or the first picture of a GIF, of at most
   * {@link PhotoLimits#DEFAULT}. Transparent pixels are laid on white.
   *
   * @throws facedepth.geometry.MalformedFileException if the file is empty, damaged, cut short, too
   *     large or no picture; the message names the file and says what to do
   * @throws IOException if it cannot be read
   */
  public static Photo read(Path file) throws IOException {
    return PhotoReader.read(file, PhotoLimits.DEFAULT);
  }

  /** As {@link #read(Path)} with limits of the caller's own. */
  public static Photo read(Path file, PhotoLimits limits) throws IOException {
    return PhotoReader.read(file, limits);
  }

  /** As {@link #read(Path)}, from bytes in memory, such as an upload. */
  public static Photo decode(String name, byte[] bytes, PhotoLimits limits) throws IOException {
    return PhotoReader.decode(name, bytes, limits);
  }

  /** What messages call the photo. */
  public String name() {
    return name;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Blue, green, red of each pixel, row-major. */
  public byte[] bgr() {
    return bgr;
  }

  /** Focal length in pixels of this photo, when its EXIF data tell it. */
  public OptionalDouble focalLengthPixels() {
    return focalLengthPixels;
  }

  /** The pixel as {@code 0xRRGGBB}. */
  public int rgb(int x, int y) {
    int i = 3 * (y * width + x);
    return (bgr[i + 2] & 0xff) << 16 | (bgr[i + 1] & 0xff) << 8 | bgr[i] & 0xff;
  }
}
