package facedepth.geometry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes grey PNG files of 8 or 16 bits a pixel. */
public final class GreyPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private GreyPng() {}

  /**
   * Writes 8-bit grey.
   *
   * @param grey {@code width * height} unsigned bytes, row-major
   */
  public static void write(Path file, int width, int height, byte[] grey) throws IOException {
    byte[] png = encode(width, height, grey);
    AtomicFile.write(file, out -> out.write(png));
  }

  /**
   * Writes 16-bit grey.
   *
   * @param grey {@code width * height} unsigned values, row-major
   */
  public static void write(Path file, int width, int height, char[] grey) throws IOException {
    byte[] png = encode(width, height, grey);
    AtomicFile.write(file, out -> out.write(png));
  }

  /** The bytes of an 8-bit grey PNG. */
  public static byte[] encode(int width, int height, byte[] grey) {
    requireSize(width, height, grey.length);
    return encode(width, height, 1, grey);
  }

  /** The bytes of a 16-bit grey PNG. */
  public static byte[] encode(int width, int height, char[] grey) {
    requireSize(width, height, grey.length);
    byte[] bytes = new byte[Math.multiplyExact(grey.length, 2)];
    ByteBuffer.wrap(bytes).asCharBuffer().put(grey);
    return encode(width, height, 2, bytes);
  }

  private static byte[] encode(int width, int height, int pixelBytes, byte[] raw) {
    ByteArrayOutputStream png = new ByteArrayOutputStream(raw.length / 2 + 64);
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height).put((byte) (8 * pixelBytes));
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", deflated(width * pixelBytes, pixelBytes, raw));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Every row with the Paeth filter: depth is smooth, so its neighbours foretell a pixel well. */
  private static byte[] deflated(int rowBytes, int pixelBytes, byte[] raw) {
    int rows = raw.length / rowBytes;
    byte[] filtered = new byte[raw.length + rows];
    int to = 0;
    for (int row = 0; row < rows; row++) {
      filtered[to++] = 4;
      for (int i = 0; i < rowBytes; i++) {
        int at = row * rowBytes + i;
        int left = i < pixelBytes ? 0 : raw[at - pixelBytes] & 0xFF;
        int up = row == 0 ? 0 : raw[at - rowBytes] & 0xFF;
        int corner = row == 0 || i < pixelBytes ? 0 : raw[at - rowBytes - pixelBytes] & 0xFF;
        filtered[to++] = (byte) (raw[at] - PngReader.paeth(left, up, corner));
      }
    }
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(filtered);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(filtered.length / 2 + 16);
      byte[] buffer = new byte[1 << 15];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(name);
    png.writeBytes(content);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static void requireSize(int width, int height, int length) {
    if (width < 1 || height < 1 || (long) width * height != length) {
      throw new IllegalArgumentException(
          "an image of " + width + "x" + height + " cannot hold " + length + " pixels");
    }
  }
}
