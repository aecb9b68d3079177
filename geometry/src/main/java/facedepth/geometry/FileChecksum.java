package facedepth.geometry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** The checksum that zip files, and so jars, list of what they hold. */
public final class FileChecksum {
  private static final long PIECE = 1L << 30; // bytes; a mapping has at most 2^31 - 1

  private FileChecksum() {}

  /**
   * CRC-32 of a file of any size, 0 to 2^32 - 1. The file is mapped, not copied: native libraries
   * have hundreds of megabytes, and are mapped anyway when they are loaded.
   */
  public static long crc32(Path file) throws IOException {
    return crc32(file, PIECE);
  }

  static long crc32(Path file, long piece) throws IOException {
    CRC32 checksum = new CRC32();
    long size = Files.size(file);
    try (FileChannel channel = FileChannel.open(file)) {
      for (long at = 0; at < size; at += piece) {
        long length = Math.min(piece, size - at);
        checksum.update(channel.map(FileChannel.MapMode.READ_ONLY, at, length));
      }
    }
    return checksum.getValue();
  }
}
