package facedepth.networks.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryCacheTest {
  private static final Map<String, byte[]> LIBRARIES =
      Map.of("org/a/liba.so", new byte[] {1, 2, 3, 4}, "org/a/libb.so", new byte[] {5, 6, 7});

  @TempDir Path folder;
  private Path jar;
  private Path cache;
  private Path unpacked;

  @BeforeEach
  void unpack() throws IOException {
    jar = folder.resolve("torch.jar");
    cache = folder.resolve("cache");
    unpacked = cache.resolve("torch.jar/org/a");
    Files.createDirectories(unpacked);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> library : LIBRARIES.entrySet()) {
        zip.putNextEntry(new ZipEntry(library.getKey()));
        zip.write(library.getValue());
        Files.write(cache.resolve("torch.jar").resolve(library.getKey()), library.getValue());
      }
    }
  }

  private List<Path> removed() throws IOException {
    return LibraryCache.removeDamaged(cache, List.of(jar));
  }

  @Test
  void soundLibrariesStay() throws IOException {
    assertThat(removed()).isEmpty();
    assertThat(unpacked.resolve("liba.so")).hasBinaryContent(new byte[] {1, 2, 3, 4});
    assertThat(unpacked.resolve("libb.so")).exists();
  }

  @Test
  void aChangedAndACutOffLibraryGo() throws IOException {
    Files.write(unpacked.resolve("liba.so"), new byte[] {1, 2, 0, 4});
    Files.write(unpacked.resolve("libb.so"), new byte[] {5, 6});
    assertThat(removed())
        .containsExactlyInAnyOrder(unpacked.resolve("liba.so"), unpacked.resolve("libb.so"));
    assertThat(unpacked).isEmptyDirectory();
  }

  @Test
  void aCopyUnderASecondNameIsComparedWithWhatIsAsLong() throws IOException {
    Path copy = Files.write(unpacked.resolve("liba_nolapack.so"), new byte[] {1, 2, 3, 4});
    Path note = Files.write(unpacked.resolve("note"), new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(removed()).isEmpty();
    Files.write(copy, new byte[] {1, 9, 3, 4});
    assertThat(removed()).containsExactly(copy);
    assertThat(note).exists();
  }

  @Test
  void linksAndOtherJarsFoldersAreLeftAlone() throws IOException {
    Path elsewhere = Files.write(folder.resolve("elsewhere.so"), new byte[] {0});
    Path link = Files.createSymbolicLink(unpacked.resolve("liblink.so"), elsewhere);
    Files.createDirectories(cache.resolve("other.jar"));
    Path other = Files.write(cache.resolve("other.jar/liba.so"), new byte[] {9});
    assertThat(removed()).isEmpty();
    assertThat(link).exists();
    assertThat(other).exists();
  }

  @Test
  void withoutACacheThereIsNothingToDo() throws IOException {
    assertThat(LibraryCache.removeDamaged(folder.resolve("none"), List.of(jar))).isEmpty();
  }
}
