package facedepth.inference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The chunks of a PNG file (ISO/IEC 15948, 5.3). Texts and colour profiles in it are deflated and
 * may be a thousand times as long as they look; decoders unpack them whole, though nothing here
 * wants them.
 */
final class PngChunks {
  private static final Set<String> UNWANTED =
      Set.of("tEXt", "zTXt", "iTXt", "iCCP", "sPLT", "hIST");
  private static final int SIGNATURE = 8;
  private static final int FRAME = 12; // length, type and checksum

  private PngChunks() {}

  /** The file without texts and profiles; the array itself if it has none. */
  static byte[] withoutTexts(byte[] png) {
    ByteArrayOutputStream kept = null;
    int at = SIGNATURE;
    while (at + FRAME <= png.length) {
      long length = FRAME + bigEndian(png, at);
      boolean unwanted = UNWANTED.contains(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1));
      int next = (int) Math.min(png.length, at + length);
      if (unwanted && kept == null) {
        kept = new ByteArrayOutputStream(png.length);
        kept.write(png, 0, at);
      } else if (!unwanted && kept != null) {
        kept.write(png, at, next - at);
      }
      at = next;
    }
    if (kept == null) {
      return png;
    }
    kept.write(png, at, png.length - at);
    return kept.toByteArray();
  }

  private static long bigEndian(byte[] b, int i) {
    return (b[i] & 0xffL) << 24
        | (b[i + 1] & 0xffL) << 16
        | (b[i + 2] & 0xffL) << 8
        | b[i + 3] & 0xffL;
  }
}
