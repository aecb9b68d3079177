package facedepth.inference;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The picture formats that are read, told apart by their first bytes, never by their names. */
enum PhotoFormat {
  JPEG,
  PNG,
  WEBP,
  TIFF,
  BMP,
  GIF;

  /** The format of a file, or empty if it is none of these. */
  static Optional<PhotoFormat> of(byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
      return Optional.of(JPEG);
    }
    if (startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
      return Optional.of(PNG);
    }
    if (startsWith(bytes, 'R', 'I', 'F', 'F') && textAt(bytes, 8, 4).equals("WEBP")) {
      return Optional.of(WEBP);
    }
    if (startsWith(bytes, 'I', 'I', 42, 0)
        || startsWith(bytes, 'M', 'M', 0, 42)
        || startsWith(bytes, 'I', 'I', 43, 0)
        || startsWith(bytes, 'M', 'M', 0, 43)) {
      return Optional.of(TIFF);
    }
    if (startsWith(bytes, 'B', 'M') && bytes.length > 26) {
      return Optional.of(BMP);
    }
    if (startsWith(bytes, 'G', 'I', 'F', '8')) {
      return Optional.of(GIF);
    }
    return Optional.empty();
  }

  /** Whether the bytes are a HEIF or AVIF picture, which phones write and no Java decoder reads. */
  static boolean isHeif(byte[] bytes) {
    return textAt(bytes, 4, 4).equals("ftyp")
        && switch (textAt(bytes, 8, 4)) {
          case "heic", "heix", "heif", "hevc", "mif1", "msf1", "avif" -> true;
          default -> false;
        };
  }

  /**
   * Whether the file ends before its format says it does. Decoders differ in what they do with the
   * missing part, from grey to an exception, so it is found out beforehand.
   */
  boolean isCutShort(byte[] bytes) {
    return switch (this) {
      case JPEG -> !JpegStructure.reachesEnd(bytes);
      case PNG -> !pngReachesEnd(bytes);
      case WEBP -> 8 + littleEndian(bytes, 4) > bytes.length;
      case TIFF, BMP, GIF -> false; // their decoders notice
    };
  }

  private static boolean pngReachesEnd(byte[] bytes) {
    long position = 8;
    while (position + 12 <= bytes.length) {
      int start = (int) position;
      long length = bigEndian(bytes, start);
      if (textAt(bytes, start + 4, 4).equals("IEND")) {
        return true;
      }
      position += 12 + length;
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static String textAt(byte[] bytes, int offset, int length) {
    return offset + length <= bytes.length
        ? new String(bytes, offset, length, StandardCharsets.ISO_8859_1)
        : "";
  }

  private static long bigEndian(byte[] b, int i) {
    return (b[i] & 0xffL) << 24
        | (b[i + 1] & 0xffL) << 16
        | (b[i + 2] & 0xffL) << 8
        | b[i + 3] & 0xffL;
  }

  private static long littleEndian(byte[] b, int i) {
    return (b[i + 3] & 0xffL) << 24
        | (b[i + 2] & 0xffL) << 16
        | (b[i + 1] & 0xffL) << 8
        | b[i] & 0xffL;
  }
}
