package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChecksumTest {
  @TempDir Path folder;

  /** The check value of CRC-32: of the digits one to nine. */
  @Test
  void isTheSameInPiecesOfAnySize() throws IOException {
    Path file = folder.resolve("digits");
    Files.write(file, "123456789".getBytes(StandardCharsets.US_ASCII));
    assertThat(FileChecksum.crc32(file)).isEqualTo(0xcbf43926L);
    for (int piece = 1; piece <= 10; piece++) {
      assertThat(FileChecksum.crc32(file, piece)).isEqualTo(0xcbf43926L);
    }
  }

  @Test
  void ofAnEmptyFileIsZero() throws IOException {
    assertThat(FileChecksum.crc32(Files.createFile(folder.resolve("empty")))).isZero();
  }
}
