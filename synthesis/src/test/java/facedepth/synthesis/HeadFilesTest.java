package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFilesTest {
  @TempDir private Path folder;

  @Test
  void theCacheGivesTheHeadBack() throws IOException {
    HeadModel head = TestHeads.ellipsoid();
    Path file = folder.resolve("head.fdh");
    HeadCache.write(head, file);
    HeadModel read = HeadCache.read(file);
    assertThat(read.neutral()).isEqualTo(head.neutral());
    assertThat(read.triangles()).isEqualTo(head.triangles());
    assertThat(read.triangleParts()).isEqualTo(head.triangleParts());
    assertThat(read.landmarks()).isEqualTo(head.landmarks());
    assertThat(read.expressionNames()).isEqualTo(head.expressionNames());
    for (int i = 0; i < head.neutral().length; i++) {
      assertThat(read.identityModes().get(0)[i])
          .isCloseTo(head.identityModes().get(0)[i], within(2e-5f));
    }
  }

  @Test
  void aDamagedCacheIsRefusedWhereverTheDamageIs() throws IOException {
    Path file = folder.resolve("head.fdh");
    HeadCache.write(TestHeads.ellipsoid(), file);
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(1);
    for (int i = 0; i < 40; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      assertThatThrownBy(() -> HeadCache.read(file)).isInstanceOf(MalformedFileException.class);
    }
    Files.write(file, java.util.Arrays.copyOf(good, good.length / 2));
    assertThatThrownBy(() -> HeadCache.read(file)).isInstanceOf(MalformedFileException.class);
  }

  @Test
  void objTextIsReadAsFansOfTriangles() throws IOException {
    Path file = folder.resolve("quad.obj");
    Files.writeString(
        file,
        "# a quad\nv 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1.5e0 -2\nvt 0 0\nf 1/1 2/1 3/1 4/1\nf 1 2 3\n");
    ObjText obj = ObjText.read(file);
    assertThat(obj.vertices()).hasSize(12).endsWith(0f, 1.5f, -2f);
    assertThat(obj.triangles()).containsExactly(0, 1, 2, 0, 2, 3, 0, 1, 2);
    assertThat(obj.polygonFirstTriangle()).containsExactly(0, 2);
  }

  @Test
  void objTextNamesWhatItCannotRead() throws IOException {
    Path file = folder.resolve("bad.obj");
    Files.writeString(file, "v 0 zero 0\n");
    assertThatThrownBy(() -> ObjText.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("bad.obj")
        .hasMessageContaining("zero");
    Files.writeString(file, "v 0 0 0\nf 1 2 3\n");
    assertThatThrownBy(() -> ObjText.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("vertex");
  }

  @Test
  void aFolderThatIsNoHeadIsNamed() {
    assertThatThrownBy(() -> IctFaceKit.read(folder))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("generic_neutral_mesh.obj");
  }
}
