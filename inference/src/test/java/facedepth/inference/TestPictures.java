package facedepth.inference;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Picture files made on the spot. */
final class TestPictures {
  private TestPictures() {}

  /** A picture whose pixels are a function of (x, y): {@code 0xAARRGGBB}. */
  static BufferedImage image(int type, int width, int height, IntBinaryOperator argb) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, argb.applyAsInt(x, y));
      }
    }
    return image;
  }

  static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no encoder for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG file that claims a size and holds no pixels worth speaking of. */
  static byte[] pngHeader(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] body = ByteBuffer.allocate(4 + data.length).put(ascii(type)).put(data).array();
    CRC32 crc = new CRC32();
    crc.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /**
   * Puts EXIF data into a JPEG file.
   *
   * @param orientation tag 0x0112
   * @param equivalent35mm tag 0xa405, left out if 0
   */
  static byte[] withExif(byte[] jpeg, int orientation, int equivalent35mm) {
    int mainEntries = equivalent35mm > 0 ? 2 : 1;
    int subOffset = 8 + 2 + 12 * mainEntries + 4;
    ByteBuffer tiff = ByteBuffer.allocate(subOffset + 2 + 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(ascii("II")).putShort((short) 42).putInt(8);
    tiff.putShort((short) mainEntries);
    entry(tiff, 0x0112, 3, orientation);
    if (equivalent35mm > 0) {
      entry(tiff, 0x8769, 4, subOffset);
      tiff.putInt(0);
      tiff.putShort((short) 1);
      entry(tiff, 0xa405, 3, equivalent35mm);
    }
    ByteBuffer file = ByteBuffer.allocate(jpeg.length + 10 + tiff.capacity());
    file.put(jpeg, 0, 2); // start of image
    file.putShort((short) 0xffe1).putShort((short) (8 + tiff.capacity()));
    file.put(ascii("Exif\0\0")).put(tiff.array());
    file.put(jpeg, 2, jpeg.length - 2);
    return file.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
