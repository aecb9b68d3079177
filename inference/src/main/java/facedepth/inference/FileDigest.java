package facedepth.inference;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How long a file is, and its SHA-256.
 *
 * @param sha256 hexadecimal digits, lower case
 */
record FileDigest(long bytes, String sha256) {

  /** Reads to the end, piece by piece: a model may be larger than the heap. */
  static FileDigest of(InputStream content) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] piece = new byte[1 << 16];
      long bytes = 0;
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        digest.update(piece, 0, read);
        bytes += read;
      }
      return new FileDigest(bytes, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
