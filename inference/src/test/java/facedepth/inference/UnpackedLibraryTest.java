package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibraryTest {
  @TempDir private Path folder;
  private final byte[] bytes = new byte[100_000];
  private URL library;
  private Path file;

  @BeforeEach
  void jar() throws IOException {
    new Random(1).nextBytes(bytes);
    Path jar = folder.resolve("a.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("lib.so"));
      out.write(bytes);
    }
    library = URI.create("jar:" + jar.toUri() + "!/lib.so").toURL();
    file = Files.createDirectory(folder.resolve("cache")).resolve("lib.so");
  }

  @Test
  void aSoundFileIsLeftAsItIs() throws IOException {
    UnpackedLibrary.provide(library, file);
    assertThat(file).hasBinaryContent(bytes);
    assertThat(UnpackedLibrary.size(library)).isEqualTo(bytes.length);
    FileTime then = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, then);

    UnpackedLibrary.provide(library, file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(then);
  }

  @Test
  void oneWithAChangedByteOrLengthIsReplaced() throws IOException {
    byte[] changed = bytes.clone();
    changed[77_777] ^= 1;
    for (byte[] wrong : new byte[][] {changed, {1, 2, 3}, {}}) {
      Files.write(file, wrong);
      UnpackedLibrary.provide(library, file);
      assertThat(file).hasBinaryContent(bytes);
      assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }
  }

  @Test
  void refusesWhatHasNoChecksum() throws IOException {
    Path loose = Files.write(folder.resolve("loose.so"), bytes);
    assertThatThrownBy(() -> UnpackedLibrary.provide(loose.toUri().toURL(), file))
        .isInstanceOf(IOException.class);
  }
}
