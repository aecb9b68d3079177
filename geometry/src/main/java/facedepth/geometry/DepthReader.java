package facedepth.geometry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads depth maps of all kinds, told apart by their content, and centres them on the median.
 *
 * <ul>
 *   <li>.npy of floats, [H, W] or with further sides of 1: crop widths, NaN and infinities outside
 *       the face. That is the product's {@code depth.npy}.
 *   <li>.npy of integers: relative, larger = nearer, as a PNG of the same numbers.
 *   <li>16-bit grey PNG with a known {@link DepthRange}: crop widths, 0 outside the face. That is
 *       the product's {@code depth.png}.
 *   <li>Grey PNG without a range: relative, brighter = nearer. In 16-bit images 0 is outside the
 *       face; in 8-bit images, which by custom have no mask, every pixel belongs to it. Palette and
 *       colour images count as grey if all their pixels are; alpha is ignored.
 *   <li>PFM: relative, larger = nearer, as MiDaS writes it; NaN and infinities outside the face.
 * </ul>
 *
 * <p>A relative map is stretched so that the difference of its smallest and largest value becomes
 * the stated relief; one with a single value becomes flat.
 */
public final class DepthReader {
  /** Crop widths from the nearest to the farthest point that are assumed of relative depth. */
  public static final double DEFAULT_RELIEF = 0.4;

  private DepthReader() {}

  /** Reads a file without knowing a range, with the default relief. */
  public static DepthFile read(Path file) throws IOException {
    return read(file, null, DEFAULT_RELIEF);
  }

  /**
   * Reads a file.
   *
   * @param range the end values that belong to a 16-bit PNG, or null when they are not known; not
   *     looked at for other files
   * @param relief crop widths that the whole range of a relative map becomes, positive
   * @throws MalformedFileException if the file holds no depth map, or one without any face
   */
  public static DepthFile read(Path file, DepthRange range, double relief) throws IOException {
    if (!(relief > 0) || !Double.isFinite(relief)) {
      throw new IllegalArgumentException("relief " + relief + " is not positive");
    }
    String name = file.toString();
    byte[] bytes = WholeFile.read(file);
    DepthFile read = read(name, bytes, range, relief);
    if (read.map().faceArea() == 0) {
      throw new MalformedFileException(name, "holds no face: no pixel has a depth");
    }
    return new DepthFile(read.map().centred(), read.kind());
  }

  /**
   * A relative map from a source that this class does not read: stretched and centred.
   *
   * @param values larger = nearer, NaN and infinities outside the face; changed by this
   * @throws MalformedFileException if no pixel is finite
   */
  public static DepthFile relative(String name, DepthMap values, double relief)
      throws MalformedFileException {
    if (values.faceArea() == 0) {
      throw new MalformedFileException(name, "holds no face: no pixel has a depth");
    }
    DepthFile read = relative(values.width(), values.height(), values.values(), relief);
    return new DepthFile(read.map().centred(), read.kind());
  }

  private static DepthFile read(String name, byte[] bytes, DepthRange range, double relief)
      throws MalformedFileException {
    if (PngReader.isPng(bytes)) {
      PngImage png = PngReader.read(name, bytes);
      boolean deep = png.bitDepth() == 16;
      if (range != null && deep && png.colour() == PngImage.Colour.GREY) {
        return new DepthFile(DepthPng.decode(name, png, range), DepthFile.Kind.CROP_WIDTHS);
      }
      float[] grey = GreySamples.of(name, png);
      return relative(png.width(), png.height(), deep ? zerosOutside(grey) : grey, relief);
    }
    if (PfmFile.isPfm(bytes)) {
      DepthMap map = PfmFile.read(name, bytes);
      return relative(map.width(), map.height(), map.values(), relief);
    }
    NpyArray array = npy(name, bytes);
    int[] sides = Arrays.stream(array.shape()).filter(side -> side != 1).toArray();
    if (sides.length > 2 || array.elementCount() == 0 || array.shape().length < 2) {
      throw new MalformedFileException(
          name, "shape " + Arrays.toString(array.shape()) + " is no [height, width]");
    }
    int[] shape = heightAndWidth(array.shape(), sides);
    if (array.type().isFloatingPoint()) {
      return new DepthFile(
          new DepthMap(shape[1], shape[0], array.floats()), DepthFile.Kind.CROP_WIDTHS);
    }
    float[] values = array.floats();
    boolean deep = array.type().bytes() > 1;
    return relative(shape[1], shape[0], deep ? zerosOutside(values) : values, relief);
  }

  private static NpyArray npy(String name, byte[] bytes) throws MalformedFileException {
    if (bytes.length < 6 || bytes[0] != (byte) 0x93 || bytes[1] != 'N') {
      throw new MalformedFileException(name, "neither a .npy file nor a PNG nor a PFM");
    }
    return NpyFile.read(name, bytes);
  }

  /** The last two sides, unless ones have to be left out to find the two (as of [H, W, 1]). */
  private static int[] heightAndWidth(int[] shape, int[] longSides) {
    int rank = shape.length;
    long ofLastTwo = (long) shape[rank - 2] * shape[rank - 1];
    long all = Arrays.stream(longSides).asLongStream().reduce(1, (a, b) -> a * b);
    if (ofLastTwo == all) {
      return new int[] {shape[rank - 2], shape[rank - 1]};
    }
    return longSides.length == 2 ? longSides : new int[] {longSides[0], 1}; // [N, 1, 1] is a column
  }

  private static float[] zerosOutside(float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == 0) {
        values[i] = Float.NaN;
      }
    }
    return values;
  }

  private static DepthFile relative(int width, int height, float[] values, double relief) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    double scale = greatest > least ? relief / ((double) greatest - least) : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] =
          Float.isFinite(values[i]) ? (float) (((double) greatest - values[i]) * scale) : Float.NaN;
    }
    return new DepthFile(new DepthMap(width, height, values), DepthFile.Kind.RELATIVE);
  }
}
