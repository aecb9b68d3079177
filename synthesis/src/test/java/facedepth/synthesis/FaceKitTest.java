package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceKitTest {
  @TempDir private Path folder;

  private final FakeFaceKit kit = new FakeFaceKit();

  @ParameterizedTest
  @ValueSource(strings = {"kit.tar", "kit.tar.gz", "kit.tgz", "kit.tar.xz", "kit.zip"})
  void anArchiveHoldsTheHeadOfItsFolder(String name) throws IOException {
    HeadModel fromFolder = IctFaceKit.read(kit.folder(folder), FakeFaceKit.COUNTS);
    HeadModel fromArchive = IctFaceKit.read(kit.archive(folder.resolve(name)), FakeFaceKit.COUNTS);
    assertThat(fromArchive.neutral()).isEqualTo(fromFolder.neutral()).hasSize(240);
    assertThat(fromArchive.triangles()).isEqualTo(fromFolder.triangles());
    assertThat(fromArchive.landmarks()).isEqualTo(fromFolder.landmarks());
    assertThat(fromArchive.expressionNames()).containsExactly("jawOpen", "eyeBlink_L");
    assertThat(fromArchive.expressionShapes().get(0)[1]).isCloseTo(-1, within(1e-5f));
    assertThat(fromArchive.identityModes().get(2)[4]).isCloseTo(2.1f, within(1e-5f));
  }

  @Test
  void theFolderItselfOrAnArchiveOfItAloneWillDo() throws IOException {
    Path inner = kit.folder(folder).resolve("FaceXModel");
    assertThat(IctFaceKit.read(inner, FakeFaceKit.COUNTS).vertexCount()).isEqualTo(80);
    Path archive = new FakeFaceKit("FaceXModel/").archive(folder.resolve("inner.tar.gz"));
    assertThat(IctFaceKit.read(archive, FakeFaceKit.COUNTS).vertexCount()).isEqualTo(80);
  }

  @ParameterizedTest
  @CsvSource({
    "generic_neutral_mesh.obj, generic_neutral_mesh.obj is missing",
    "identity001.obj, identity001.obj: is missing",
    "jawOpen.obj, jawOpen.obj: is missing",
    "vertex_indices.json, vertex_indices.json: is missing",
  })
  void aMissingFileIsNamed(String name, String message) throws IOException {
    kit.files.remove(kit.pathOf(name));
    refused(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "identity001.obj | v 0 0 0 | 1 vertices, expected 80",
        "generic_neutral_mesh.obj | v 0 0 0 | 1 vertices and 0 polygons, expected 80 and 26",
        "jawOpen.obj | v 0 NaN 0 | 'NaN' is no coordinate",
        "jawOpen.obj | v 0 1e99 0 | '1e99' is no coordinate",
        "eyeBlink_L.obj | v 0 0 | '' is no coordinate",
        "generic_neutral_mesh.obj | f 1 2 3 | a polygon names vertex 1 of 0",
        "vertex_indices.json | {\"expressions\": [ | is no JSON",
        "vertex_indices.json | {} | 0 landmarks and 0 expressions",
        "vertex_indices.json | {\"expressions\": [\"../x\"]} | x.obj: is missing",
      })
  void aWrongFileIsNamedWithWhatIsWrong(String name, String content, String message)
      throws IOException {
    kit.files.put(kit.pathOf(name), content);
    refused(message);
  }

  @Test
  void aFileThatUnpacksToTooMuchIsRefused() throws IOException {
    String zeros = "0".repeat((16 << 20) + 1);
    kit.files.put(kit.pathOf("jawOpen.obj"), "v " + zeros);
    Path archive = kit.archive(folder.resolve("bomb.tar.gz"));
    assertThat(Files.size(archive)).isLessThan(1 << 20);
    assertRefused(() -> IctFaceKit.read(archive, FakeFaceKit.COUNTS), archive, "is larger than");
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    for (int i = 0; i < 500; i++) {
      kit.files.put("ICT-FaceKit-master/FaceXModel/more" + i + ".obj", obj());
    }
    Path archive = kit.archive(folder.resolve("many.tar.gz"));
    assertRefused(() -> IctFaceKit.read(archive, FakeFaceKit.COUNTS), archive, "more than 400");
  }

  private String obj() {
    return kit.files.get(kit.pathOf("jawOpen.obj"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kit.tar.gz", "kit.tar.xz", "kit.zip"})
  void anArchiveCutOffAnywhereIsRefused(String name) throws IOException {
    Path archive = kit.archive(folder.resolve(name));
    byte[] whole = Files.readAllBytes(archive);
    for (int k = 1; k < 12; k++) {
      Files.write(archive, Arrays.copyOf(whole, whole.length * k / 12));
      assertRefused(
          () -> IctFaceKit.read(archive, FakeFaceKit.COUNTS), archive, "damaged or cut off");
    }
  }

  @Test
  void aFileThatIsNoArchiveIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.tar.xz"), "not an archive at all");
    assertRefused(() -> HeadCache.open(text, folder), text, "is neither a head cache nor");
    Path missing = folder.resolve("nowhere");
    assertRefused(() -> HeadCache.open(missing, folder), missing, "no such head model");
  }

  @Test
  void anotherFaceXModelFolderInTheArchiveIsLeftAlone() throws IOException {
    kit.files.put("__MACOSX/FaceXModel/jawOpen.obj", "nonsense");
    kit.files.put("ICT-FaceKit-master/Z/FaceXModel/jawOpen.obj", "v nonsense");
    Path archive = kit.archive(folder.resolve("kit.tar.gz"));
    assertThat(IctFaceKit.read(archive, FakeFaceKit.COUNTS).vertexCount()).isEqualTo(80);
  }

  private void refused(String message) throws IOException {
    Path unpacked = kit.folder(folder.resolve("kit"));
    assertRefused(() -> IctFaceKit.read(unpacked, FakeFaceKit.COUNTS), unpacked, message);
    Path archive = kit.archive(folder.resolve("kit.tar.gz"));
    assertRefused(() -> IctFaceKit.read(archive, FakeFaceKit.COUNTS), archive, message);
  }

  private static void assertRefused(ThrowingCallable opening, Path source, String message) {
    assertThatThrownBy(opening)
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(source.toString())
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
