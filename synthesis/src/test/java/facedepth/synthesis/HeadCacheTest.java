package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.MalformedFileException;
import facedepth.synthesis.builtin.BuiltinHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadCacheTest {
  @TempDir private Path folder;

  private Path caches;
  private Path kit;

  @BeforeEach
  void layOut() throws IOException {
    caches = folder.resolve("caches");
    kit = new FakeFaceKit().archive(folder.resolve("kit.tar.xz"));
  }

  @Test
  void aFaceKitIsCachedOnceAndReadFromThereAlike() throws IOException {
    HeadModel first = open(kit);
    FileTime written = Files.getLastModifiedTime(onlyCache());
    HeadModel second = open(kit);
    assertThat(second.neutral()).isEqualTo(first.neutral());
    assertThat(second.identityModes()).usingRecursiveComparison().isEqualTo(first.identityModes());
    assertThat(Files.getLastModifiedTime(onlyCache())).isEqualTo(written);
  }

  @Test
  void aCopyOfAnArchiveSharesItsCacheAndAnotherArchiveDoesNot() throws IOException {
    open(kit);
    open(Files.copy(kit, folder.resolve("copy.tar.xz")));
    onlyCache();
    FakeFaceKit other = new FakeFaceKit();
    String jaw = other.pathOf("jawOpen.obj");
    other.files.put(jaw, other.files.get(jaw).replace("v 1.000000", "v 1.500000"));
    HeadModel changed = open(other.archive(folder.resolve("kit.tar.xz")));
    assertThat(changed.expressionShapes().get(0)[0]).isCloseTo(0.5f, within(1e-3f));
    assertThat(cacheFiles()).hasSize(2);
  }

  @Test
  void aFolderWhoseFilesChangeIsReadAgain() throws IOException {
    Path unpacked = new FakeFaceKit().folder(folder.resolve("unpacked"));
    open(unpacked);
    Path jaw = unpacked.resolve("FaceXModel/jawOpen.obj");
    Files.writeString(jaw, Files.readString(jaw).replace("v 1.000000", "v 1.2500000"));
    assertThat(open(unpacked).expressionShapes().get(0)[0]).isCloseTo(0.25f, within(1e-3f));
  }

  @Test
  void aDamagedCacheIsBuiltAgain() throws IOException {
    HeadModel good = open(kit);
    byte[] bytes = Files.readAllBytes(onlyCache());
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 2] ^= 4;
    for (byte[] bad :
        List.of(flipped, Arrays.copyOf(bytes, bytes.length / 3), new byte[0], new byte[40])) {
      Files.write(onlyCache(), bad);
      assertThat(open(kit).neutral()).isEqualTo(good.neutral());
      assertThat(Files.readAllBytes(onlyCache())).isEqualTo(bytes);
    }
  }

  @Test
  void countsThatDoNotFitAreRefusedEvenUnderARightChecksum() throws IOException {
    open(kit);
    byte[] good = Files.readAllBytes(onlyCache());
    for (int field = 4; field < 20; field += 4) {
      for (int count : new int[] {-1, Integer.MAX_VALUE, 100_000}) {
        byte[] bad = good.clone();
        ByteBuffer.wrap(bad).putInt(field, count);
        assertRefused(bad);
      }
    }
  }

  /** Found by fuzzing: the size that these four ask for is more than a long holds. */
  @Test
  void countsWhoseProductOverflowsAreRefused() throws IOException {
    open(kit);
    byte[] bad = Files.readAllBytes(onlyCache());
    ByteBuffer.wrap(bad, 4, 16).putInt(0x682e6f62).putInt(0x6afffbfd).putInt(0x377a585a).putInt(0);
    assertRefused(bad);
  }

  @Test
  void aLandmarkThatIsNoVertexIsRefused() throws IOException {
    open(kit);
    byte[] bad = Files.readAllBytes(onlyCache());
    ByteBuffer.wrap(bad).putInt(bad.length - 8 - Integer.BYTES, 80);
    assertRefused(bad);
  }

  /** Under the right checksum. */
  private void assertRefused(byte[] bad) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bad, 0, bad.length - 8);
    ByteBuffer.wrap(bad).putLong(bad.length - 8, checksum.getValue());
    Path file = Files.write(folder.resolve("bad.fdh"), bad);
    assertThatThrownBy(() -> HeadCache.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("bad.fdh");
  }

  @Test
  void theBuiltinHeadIsOpenedByItsNameAndSurvivesTheCache() throws IOException {
    HeadModel head = HeadSource.open("builtin", caches);
    assertThat(head.neutral()).isEqualTo(BuiltinHead.create().neutral());
    Path file = folder.resolve("builtin.fdh");
    HeadCache.write(head, file);
    HeadModel read = HeadSource.open(file.toString(), caches);
    assertThat(read.neutral()).isEqualTo(head.neutral());
    assertThat(read.triangles()).isEqualTo(head.triangles());
    assertThat(read.expressionNames()).isEqualTo(head.expressionNames());
    for (int i = 0; i < head.identityModes().size(); i++) {
      float[] before = head.identityModes().get(i);
      float[] after = read.identityModes().get(i);
      for (int k = 0; k < before.length; k++) {
        // A step of the cache is the largest value over 32767.
        assertThat(Math.abs(after[k] - before[k])).isLessThan(1e-4f);
      }
    }
  }

  @Test
  void theRealFaceKitIsReadFromItsArchive() throws IOException {
    Path archive = SharedFiles.find("ict-facekit.tar.xz");
    HeadModel head = HeadSource.open(archive.toString(), caches);
    assertThat(head.vertexCount()).isEqualTo(26_719);
    assertThat(head.identityModes()).hasSize(100);
    assertThat(head.expressionNames()).hasSize(53).contains("jawOpen");
  }

  private HeadModel open(Path source) throws IOException {
    return HeadCache.open(source, caches, FakeFaceKit.COUNTS);
  }

  private Path onlyCache() throws IOException {
    List<Path> files = cacheFiles();
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  private List<Path> cacheFiles() throws IOException {
    try (Stream<Path> all = Files.list(caches)) {
      return all.toList();
    }
  }
}
