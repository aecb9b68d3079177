package facedepth.inference;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** OpenEXR files written by the book: scan lines of floats, plain or as ZIPS. */
final class ExrBytes {
  private static final int FLOAT = 2;
  private static final int PLAIN = 0;
  private static final int ZIPS = 2;

  private ExrBytes() {}

  /**
   * A file.
   *
   * @param channels names in alphabetical order
   * @param planes a plane for each
   */
  static byte[] of(int width, int height, String[] channels, float[][] planes, boolean zipped) {
    return of(width, height, channels, planes, zipped, 2, width);
  }

  /** As the other, with another version field and a width that is only claimed. */
  static byte[] of(
      int width,
      int height,
      String[] channels,
      float[][] planes,
      boolean zipped,
      int version,
      int claimedWidth) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ints(20000630, version));
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    for (String channel : channels) {
      list.writeBytes(text(channel));
      list.writeBytes(ints(FLOAT, 0, 1, 1));
    }
    list.write(0);
    int[] window = {0, 0, claimedWidth - 1, height - 1};
    attribute(out, "channels", "chlist", list.toByteArray());
    attribute(out, "compression", "compression", new byte[] {(byte) (zipped ? ZIPS : PLAIN)});
    attribute(out, "dataWindow", "box2i", ints(window));
    attribute(out, "displayWindow", "box2i", ints(window));
    attribute(out, "lineOrder", "lineOrder", new byte[1]);
    attribute(out, "pixelAspectRatio", "float", floats(1));
    attribute(out, "screenWindowCenter", "v2f", floats(0, 0));
    attribute(out, "screenWindowWidth", "float", floats(1));
    out.write(0);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    ByteBuffer offsets = ByteBuffer.allocate(8 * height).order(ByteOrder.LITTLE_ENDIAN);
    int start = out.size() + 8 * height;
    for (int y = 0; y < height; y++) {
      offsets.putLong(start + lines.size());
      ByteBuffer line = ByteBuffer.allocate(4 * width * planes.length);
      line.order(ByteOrder.LITTLE_ENDIAN);
      for (float[] plane : planes) {
        for (int x = 0; x < width; x++) {
          line.putFloat(plane[y * width + x]);
        }
      }
      byte[] bytes = zipped ? zip(line.array()) : line.array();
      lines.writeBytes(ints(y, bytes.length));
      lines.writeBytes(bytes);
    }
    out.writeBytes(offsets.array());
    out.writeBytes(lines.toByteArray());
    return out.toByteArray();
  }

  /** Even bytes, then odd ones, as differences, deflated; as they are where that is no shorter. */
  private static byte[] zip(byte[] line) {
    byte[] sorted = new byte[line.length];
    for (int i = 0; i < line.length; i++) {
      sorted[i % 2 == 0 ? i / 2 : (line.length + 1) / 2 + i / 2] = line[i];
    }
    byte[] differences = sorted.clone();
    for (int i = 1; i < sorted.length; i++) {
      differences[i] = (byte) (sorted[i] - sorted[i - 1] + 128);
    }
    Deflater deflater = new Deflater();
    deflater.setInput(differences);
    deflater.finish();
    byte[] out = new byte[line.length + 64];
    int length = deflater.deflate(out);
    deflater.end();
    return length < line.length ? Arrays.copyOf(out, length) : line;
  }

  private static void attribute(ByteArrayOutputStream out, String name, String type, byte[] value) {
    out.writeBytes(text(name));
    out.writeBytes(text(type));
    out.writeBytes(ints(value.length));
    out.writeBytes(value);
  }

  private static byte[] text(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] ints(int... values) {
    ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      out.putInt(value);
    }
    return out.array();
  }

  private static byte[] floats(float... values) {
    ByteBuffer out = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      out.putFloat(value);
    }
    return out.array();
  }
}
