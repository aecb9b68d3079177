package facedepth.geometry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Depth maps as 16-bit grey PNG: 0 = no face, 1 to 65535 linear in depth, near = bright. The pixel
 * 65535 is the nearest depth of the face and 1 the farthest; the two end values are kept elsewhere
 * (the product keeps them in {@code reconstruction.json}). A face of one single depth is written as
 * 65535 throughout.
 */
public final class DepthPng {
  private static final int FARTHEST = 1;
  private static final int NEAREST = 65535;

  private DepthPng() {}

  /**
   * Writes a map in crop widths.
   *
   * @return the end values, needed to read the file back
   * @throws IllegalArgumentException if no pixel is finite
   */
  public static DepthRange write(Path file, DepthMap depth) throws IOException {
    DepthRange range = DepthRange.of(depth);
    GreyPng.write(file, depth.width(), depth.height(), pixels(depth, range));
    return range;
  }

  /**
   * Reads a map in crop widths.
   *
   * @param range the end values that {@link #write} returned
   * @throws MalformedFileException if it is not a 16-bit grey PNG
   */
  public static DepthMap read(Path file, DepthRange range) throws IOException {
    return decode(file.toString(), PngReader.read(file.toString(), WholeFile.read(file)), range);
  }

  /** Writes the face mask as 8-bit grey: 255 where depth is finite, 0 elsewhere. */
  public static void writeMask(Path file, DepthMap depth) throws IOException {
    float[] values = depth.values();
    byte[] mask = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      mask[i] = (byte) (Float.isFinite(values[i]) ? 255 : 0);
    }
    GreyPng.write(file, depth.width(), depth.height(), mask);
  }

  static DepthMap decode(String name, PngImage png, DepthRange range)
      throws MalformedFileException {
    if (png.colour() != PngImage.Colour.GREY || png.bitDepth() != 16) {
      throw new MalformedFileException(
          name, "not a 16-bit grey PNG but " + png.bitDepth() + "-bit " + png.colour());
    }
    double step = range.relief() / (NEAREST - FARTHEST);
    float[] values = new float[png.samples().length];
    Arrays.fill(values, Float.NaN);
    for (int i = 0; i < values.length; i++) {
      int sample = png.samples()[i];
      if (sample != 0) {
        values[i] = (float) (range.nearest() + (NEAREST - sample) * step);
      }
    }
    return new DepthMap(png.width(), png.height(), values);
  }

  /**
   * The pixels that {@link #write} writes, row-major, for those who encode PNG themselves.
   *
   * @param range the end values, which must enclose all of the map
   */
  public static char[] pixels(DepthMap depth, DepthRange range) {
    double steps = range.relief() > 0 ? (NEAREST - FARTHEST) / range.relief() : 0;
    float[] values = depth.values();
    char[] pixels = new char[values.length];
    for (int i = 0; i < values.length; i++) {
      if (Float.isFinite(values[i])) {
        pixels[i] = (char) (NEAREST - Math.round(((double) values[i] - range.nearest()) * steps));
      }
    }
    return pixels;
  }
}
