package facedepth.geometry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The mesh of the product's origin, number for number: its function {@code depthImage2mesh}
 * (face-depth-3D-reconstruction, Antoniou 2022) with all its properties, wanted or not.
 *
 * <p>Depth is stretched to [-1, 1] per image, brighter = nearer; a vertex is {@code (2 row/H, 2
 * column/W, -depth)}; the first two rows and columns of cells and the last one are left out;
 * triangles across a step of 1.5 or more are dropped as far as the original's test sees them; a
 * cell whose own pixel is exactly the middle of the range is a hole. For a good mesh use {@link
 * GridMesher}.
 */
public final class LegacyMesh {
  private static final float THRESHOLD = 1.5f;

  /** Rows and columns that the original's loop skips at the start. */
  private static final int SKIPPED = 2;

  private final int width;
  private final int height;
  private final float[] normalised;
  private final int[] faces;

  private LegacyMesh(int width, int height, float[] normalised, int[] faces) {
    this.width = width;
    this.height = height;
    this.normalised = normalised;
    this.faces = faces;
  }

  /**
   * Reads a depth PNG as the original did: raw 8-bit or 16-bit grey, 2-bit and 4-bit grey widened
   * to 8 bits, palette images as their indices.
   *
   * @throws MalformedFileException for colour, alpha and 1-bit images, where the original failed
   */
  public static LegacyMesh read(Path file) throws IOException {
    String name = file.toString();
    PngImage png = PngReader.read(name, WholeFile.read(file));
    boolean grey = png.colour() == PngImage.Colour.GREY;
    if (png.bitDepth() == 1 && grey) {
      throw new MalformedFileException(name, "a 1-bit image holds no depth");
    }
    if (!grey && png.colour() != PngImage.Colour.PALETTE) {
      throw new MalformedFileException(
          name, "an image of type " + png.colour() + " where depth has one grey channel");
    }
    int widening = grey && png.bitDepth() < 8 ? 255 / ((1 << png.bitDepth()) - 1) : 1;
    int[] pixels = new int[png.samples().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = png.samples()[i] * widening;
    }
    return of(png.width(), png.height(), pixels);
  }

  /**
   * The mesh of raw pixel values.
   *
   * @param pixels {@code width * height} values, row-major, larger = nearer
   */
  public static LegacyMesh of(int width, int height, int[] pixels) {
    if (width < 1 || height < 1 || (long) width * height != pixels.length) {
      throw new IllegalArgumentException(
          "an image of " + width + "x" + height + " cannot hold " + pixels.length + " pixels");
    }
    float[] normalised = normalise(pixels);
    return new LegacyMesh(width, height, normalised, faces(width, height, normalised));
  }

  /** Vertices: one a pixel, row-major. */
  public int vertexCount() {
    return normalised.length;
  }

  /** The vertices that the original returns: 3 floats a pixel. A new array. */
  public float[] vertices() {
    float[] vertices = new float[3 * normalised.length];
    for (int i = 0; i < normalised.length; i++) {
      vertices[3 * i] = (float) x(i / width);
      vertices[3 * i + 1] = (float) y(i % width);
      vertices[3 * i + 2] = -normalised[i];
    }
    return vertices;
  }

  /** The faces that the original writes: 3 vertex numbers a face, counted from 1. */
  public int[] writtenFaces() {
    return faces.clone();
  }

  /**
   * The faces that the original returns: counted from 1 like the written ones, but without those
   * that touch the last vertex, which its bounds check takes for being out of range.
   */
  public int[] returnedFaces() {
    int[] kept = new int[faces.length];
    int count = 0;
    int last = normalised.length;
    for (int i = 0; i < faces.length; i += 3) {
      if (faces[i] < last && faces[i + 1] < last && faces[i + 2] < last) {
        System.arraycopy(faces, i, kept, count, 3);
        count += 3;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** Writes the .obj file, byte for byte as the original. */
  public void write(Path target) throws IOException {
    byte[] obj = encode();
    AtomicFile.write(target, out -> out.write(obj));
  }

  /** The bytes of the .obj file. */
  public byte[] encode() {
    TextBuffer text = new TextBuffer(48 * normalised.length + 10 * faces.length);
    byte[][] columns = new byte[width][];
    for (int column = 0; column < width; column++) {
      columns[column] = ascii(y(column));
    }
    Map<Float, byte[]> depths = new HashMap<>(); // a PNG has few different depths
    for (int i = 0, row = 0; row < height; row++) {
      byte[] x = ascii(x(row));
      for (int column = 0; column < width; column++, i++) {
        byte[] z = depths.computeIfAbsent(-normalised[i], LegacyMesh::ascii);
        text.append('v').append(x).append(columns[column]).append(z).append('\n');
      }
    }
    for (int i = 0; i < faces.length; i += 3) {
      text.append('f').append(' ').append(faces[i]);
      text.append(' ').append(faces[i + 1]);
      text.append(' ').append(faces[i + 2]).append('\n');
    }
    return text.toByteArray();
  }

  /** A blank and the number as Python prints it; floats are printed as the doubles they are. */
  private static byte[] ascii(double value) {
    return (" " + PythonFloat.repr(value)).getBytes(StandardCharsets.US_ASCII);
  }

  private double x(int row) {
    return 2.0 * row / height;
  }

  private double y(int column) {
    return 2.0 * column / width;
  }

  /** To [-1, 1] over the image's own range; NaN throughout when the image is constant. */
  private static float[] normalise(int[] pixels) {
    int least = Arrays.stream(pixels).min().orElseThrow();
    int greatest = Arrays.stream(pixels).max().orElseThrow();
    float[] normalised = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      normalised[i] =
          (float) (2 * ((double) (pixels[i] - least) / (double) (greatest - least)) - 1);
    }
    return normalised;
  }

  private static int[] faces(int width, int height, float[] depth) {
    int[] faces = new int[6 * Math.max(0, width - SKIPPED) * Math.max(0, height - SKIPPED)];
    int count = 0;
    for (int row = SKIPPED; row <= height - 2; row++) {
      for (int column = SKIPPED; column <= width - 2; column++) {
        int at = row * width + column;
        // Exactly the middle of the range counts as masked; a NaN does not.
        if (depth[at] != 0 && isSmooth(depth, at, width)) {
          int first = at + 1; // counted from 1
          faces[count++] = first;
          faces[count++] = first + 1;
          faces[count++] = first + width;
          faces[count++] = first + width + 1;
          faces[count++] = first + width;
          faces[count++] = first + 1;
        }
      }
    }
    return Arrays.copyOf(faces, count);
  }

  /** Only steps from the first row and column of the 3x3 patch around the pixel are tested. */
  private static boolean isSmooth(float[] depth, int at, int width) {
    int corner = at - width - 1;
    for (int k = 0; k < 3; k++) {
      float top = depth[corner + k];
      float left = depth[corner + k * width];
      if (!(Math.abs(top - depth[corner + width + k]) < THRESHOLD
          && Math.abs(left - depth[corner + k * width + 1]) < THRESHOLD
          && Math.abs(top - depth[corner + 2 * width + k]) < THRESHOLD
          && Math.abs(left - depth[corner + k * width + 2]) < THRESHOLD)) {
        return false;
      }
    }
    return true;
  }
}
