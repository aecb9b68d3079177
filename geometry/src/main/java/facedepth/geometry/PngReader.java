package facedepth.geometry;

import facedepth.geometry.PngImage.Colour;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes PNG files to their raw samples.
 *
 * <p>Not javax.imageio: that one answers damaged files with unchecked exceptions of many kinds and
 * asks for memory before it has seen the data; and depth needs the samples untouched. Source: the
 * PNG specification, second edition (ISO/IEC 15948).
 */
final class PngReader {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;

  /** Deflate cannot shrink data by more than this factor, so a larger claim is false. */
  private static final long MAXIMUM_DEFLATE_RATIO = 1032;

  private static final long MAXIMUM_SAMPLES = 1L << 28;

  /** First column, first row, column step and row step of Adam7's seven passes. */
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private static final int[][] PROGRESSIVE_OFF = {{0, 0, 1, 1}};

  private final String file;
  private final ByteBuffer in;
  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private int width;
  private int height;
  private int bitDepth;
  private Colour colour;
  private int[][] passes;
  private byte[] palette = new byte[0];

  private PngReader(String file, byte[] bytes) {
    this.file = file;
    this.in = ByteBuffer.wrap(bytes);
  }

  /** Whether the bytes begin with PNG's signature. */
  static boolean isPng(byte[] bytes) {
    return bytes.length >= 8 && ByteBuffer.wrap(bytes).getLong() == SIGNATURE;
  }

  /**
   * Decodes.
   *
   * @param name what messages call the file
   */
  static PngImage read(String name, byte[] bytes) throws MalformedFileException {
    if (!isPng(bytes)) {
      throw new MalformedFileException(name, "does not begin as a PNG does");
    }
    PngReader reader = new PngReader(name, bytes);
    reader.chunks();
    return reader.image();
  }

  private void chunks() throws MalformedFileException {
    in.position(8);
    boolean end = false;
    while (!end) {
      int start = in.position();
      if (in.remaining() < 12) {
        throw malformed("ends at byte " + in.limit() + " without an IEND chunk");
      }
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - 8) {
        throw malformed("the chunk at byte " + start + " is longer than the file");
      }
      CRC32 crc = new CRC32();
      crc.update(in.array(), start + 4, 4 + length);
      byte[] type = new byte[4];
      in.get(type);
      ByteBuffer content = in.slice(in.position(), length);
      in.position(in.position() + length);
      if (in.getInt() != (int) crc.getValue()) {
        throw malformed("wrong checksum of the chunk at byte " + start);
      }
      String name = new String(type, StandardCharsets.ISO_8859_1);
      if (colour == null && !name.equals("IHDR")) {
        throw malformed("does not begin with an IHDR chunk");
      }
      end = name.equals("IEND");
      if (!end) {
        chunk(name, content);
      }
    }
  }

  private void chunk(String name, ByteBuffer content) throws MalformedFileException {
    switch (name) {
      case "IHDR" -> header(content);
      case "PLTE" -> {
        palette = new byte[content.remaining()];
        content.get(palette);
        if (palette.length % 3 != 0 || palette.length > 768) {
          throw malformed("a palette of " + palette.length + " bytes");
        }
      }
      case "IDAT" ->
          compressed.write(
              content.array(), content.arrayOffset() + content.position(), content.remaining());
      default -> {
        // A capital first letter marks what a reader must understand.
        if (Character.isUpperCase(name.charAt(0))) {
          throw malformed("unknown critical chunk " + name);
        }
      }
    }
  }

  private void header(ByteBuffer content) throws MalformedFileException {
    if (colour != null || content.remaining() != 13) {
      throw malformed("a second or wrongly sized IHDR chunk");
    }
    width = content.getInt();
    height = content.getInt();
    bitDepth = content.get();
    int code = content.get();
    colour = Colour.of(code, bitDepth);
    if (width < 1 || height < 1) {
      throw malformed("a size of " + width + "x" + height);
    }
    if (colour == null) {
      throw malformed("colour type " + code + " with " + bitDepth + " bits does not exist");
    }
    if ((long) width * height > MAXIMUM_SAMPLES / colour.channels()) {
      throw malformed(width + "x" + height + " pixels are more than is read");
    }
    int compression = content.get();
    int filter = content.get();
    int interlace = content.get();
    if (compression != 0 || filter != 0 || interlace < 0 || interlace > 1) {
      throw malformed("unknown compression, filter or interlace method");
    }
    passes = interlace == 1 ? ADAM7 : PROGRESSIVE_OFF;
  }

  private PngImage image() throws MalformedFileException {
    long rawLength = 0;
    for (int[] pass : passes) {
      if (columns(pass) > 0) {
        rawLength += rows(pass) * (1L + rowBytes(columns(pass)));
      }
    }
    if (rawLength > MAXIMUM_DEFLATE_RATIO * compressed.size() || rawLength > Integer.MAX_VALUE) {
      throw malformed(
          compressed.size() + " bytes of data cannot hold " + width + "x" + height + " pixels");
    }
    byte[] raw = inflate((int) rawLength);
    char[] samples = new char[width * height * colour.channels()];
    int at = 0;
    for (int[] pass : passes) {
      if (columns(pass) > 0) {
        at = pass(pass, raw, at, samples);
      }
    }
    return new PngImage(width, height, bitDepth, colour, samples, palette);
  }

  private byte[] inflate(int rawLength) throws MalformedFileException {
    byte[] raw = new byte[rawLength];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed.toByteArray());
      int count = 0;
      while (count < rawLength) {
        int step = inflater.inflate(raw, count, rawLength - count);
        if (step == 0) {
          throw malformed("its image data end early");
        }
        count += step;
      }
    } catch (DataFormatException e) {
      throw new MalformedFileException(file, "its image data are damaged", e);
    } finally {
      inflater.end();
    }
    return raw;
  }

  /** Undoes the filters of one pass and spreads its samples; returns where the next begins. */
  private int pass(int[] pass, byte[] raw, int start, char[] samples)
      throws MalformedFileException {
    int columns = columns(pass);
    int rowBytes = rowBytes(columns);
    int pixelBytes = Math.max(1, bitDepth * colour.channels() / 8);
    byte[] above = new byte[rowBytes];
    byte[] row = new byte[rowBytes];
    int at = start;
    for (int r = 0; r < rows(pass); r++) {
      int filter = raw[at++];
      System.arraycopy(raw, at, row, 0, rowBytes);
      at += rowBytes;
      if (!unfilter(filter, row, above, pixelBytes)) {
        throw malformed("row filter " + filter + " does not exist");
      }
      spread(row, columns, pass, (pass[1] + r * pass[3]) * width, samples);
      byte[] swap = above;
      above = row;
      row = swap;
    }
    return at;
  }

  private static boolean unfilter(int filter, byte[] row, byte[] above, int pixelBytes) {
    for (int i = 0; i < row.length; i++) {
      int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xFF;
      int up = above[i] & 0xFF;
      int corner = i < pixelBytes ? 0 : above[i - pixelBytes] & 0xFF;
      int prediction =
          switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> -1;
          };
      if (prediction < 0) {
        return false;
      }
      row[i] = (byte) (row[i] + prediction);
    }
    return true;
  }

  static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }

  private void spread(byte[] row, int columns, int[] pass, int rowStart, char[] samples) {
    int channels = colour.channels();
    for (int c = 0; c < columns; c++) {
      int to = (rowStart + pass[0] + c * pass[2]) * channels;
      for (int k = 0; k < channels; k++) {
        samples[to + k] = sample(row, c * channels + k);
      }
    }
  }

  private char sample(byte[] row, int i) {
    if (bitDepth == 16) {
      return (char) ((row[2 * i] & 0xFF) << 8 | row[2 * i + 1] & 0xFF);
    }
    if (bitDepth == 8) {
      return (char) (row[i] & 0xFF);
    }
    int perByte = 8 / bitDepth;
    int shift = 8 - bitDepth * (i % perByte + 1);
    return (char) (row[i / perByte] >> shift & (1 << bitDepth) - 1);
  }

  private int columns(int[] pass) {
    return (width - pass[0] + pass[2] - 1) / pass[2];
  }

  private int rows(int[] pass) {
    return (height - pass[1] + pass[3] - 1) / pass[3];
  }

  private int rowBytes(int columns) {
    return (int) (((long) columns * colour.channels() * bitDepth + 7) / 8);
  }

  private MalformedFileException malformed(String reason) {
    return new MalformedFileException(file, reason);
  }
}
