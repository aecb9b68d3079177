package facedepth.synthesis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a cached head was made from: the bytes of an archive, or names, sizes and times of the files
 * of a folder (whose 400 MB would take longer to read than the head).
 */
final class SourceFingerprint {
  private SourceFingerprint() {}

  /** Sixteen hexadecimal digits. */
  static String of(Path source) throws IOException {
    MessageDigest digest = sha256();
    if (Files.isDirectory(source)) {
      for (Path file : IctFaceKit.filesIn(source)) {
        String line =
            String.join(
                "\t",
                file.getFileName().toString(),
                Long.toString(Files.size(file)),
                Files.getLastModifiedTime(file).toString());
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } else {
      try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
