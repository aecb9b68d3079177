package facedepth.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads grey portable float maps, which the MiDaS tools write beside their PNG. */
final class PfmFile {
  /** "Pf", width, height, and a scale whose sign is the byte order (minus: little-endian). */
  private static final Pattern HEADER =
      Pattern.compile("Pf\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+([-+]?\\d[\\d.eE+-]*|[-+]?\\.\\d+)\\s");

  private static final int LONGEST_HEADER = 128;

  private PfmFile() {}

  static boolean isPfm(byte[] bytes) {
    return bytes.length > 2
        && bytes[0] == 'P'
        && (bytes[1] == 'f' || bytes[1] == 'F')
        && Character.isWhitespace(bytes[2]);
  }

  /** The values as they stand, top row first; the file has its bottom row first. */
  static DepthMap read(String name, byte[] bytes) throws MalformedFileException {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PF")) {
      throw new MalformedFileException(name, "a colour float map where depth has one channel");
    }
    Matcher header = HEADER.matcher(start);
    if (!header.lookingAt()) {
      throw new MalformedFileException(name, "its portable float map header cannot be read");
    }
    int width = Integer.parseInt(header.group(1));
    int height = Integer.parseInt(header.group(2));
    int available = bytes.length - header.end();
    if (width < 1 || height < 1 || 4L * width * height != available) {
      throw new MalformedFileException(
          name, width + "x" + height + " floats do not fit the " + available + " bytes of data");
    }
    ByteBuffer data = ByteBuffer.wrap(bytes, header.end(), available);
    data.order(header.group(3).startsWith("-") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    float[] values = new float[width * height];
    for (int y = height - 1; y >= 0; y--) {
      for (int x = 0; x < width; x++) {
        values[y * width + x] = data.getFloat();
      }
    }
    return new DepthMap(width, height, values);
  }
}
