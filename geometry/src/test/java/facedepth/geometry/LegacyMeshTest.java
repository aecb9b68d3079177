package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyMeshTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dome_32x32_u8",
        "dome_128x128_u8",
        "dome_128x128_u16",
        "dome_40x24_u8",
        "dome_17x29_u16",
        "evenrange_32x32_u8",
        "offset_32x32_u8",
        "step_16x16_u8",
        "halfstep_16x16_u8",
        "below_threshold_12x12_u8",
        "above_threshold_12x12_u8",
        "at_threshold_12x12_u8",
        "exponent_8x8_u16",
        "noise_20x20_u8",
        "noise_20x20_u16",
        "tiny_1x1_u8",
        "tiny_2x2_u8",
        "tiny_3x3_u8",
        "tiny_4x4_u8",
        "tiny_5x4_u8",
        "constant_8x8_u8",
        "constant_zero_8x8_u8",
        "constant_8x8_u16",
      })
  void isTheOriginalsMesh(String name) throws IOException {
    LegacyMesh mesh = LegacyMesh.read(SharedFiles.find("reference/mesh/" + name + ".png"));
    Path written = folder.resolve("mesh.obj");
    mesh.write(written);

    assertThat(written).hasSameBinaryContentAs(SharedFiles.find("reference/mesh/" + name + ".obj"));
    assertThat(mesh.vertices())
        .isEqualTo(
            NpyFile.read(SharedFiles.find("reference/mesh/" + name + "_verts.npy")).floats());
    double[] faces =
        NpyFile.read(SharedFiles.find("reference/mesh/" + name + "_faces.npy")).doubles();
    assertThat(mesh.returnedFaces()).containsExactly(asInts(faces));
  }

  @ParameterizedTest
  @ValueSource(strings = {"128x128", "192x160", "301x217", "512x512", "90x140"})
  void isTheNotebooksMesh(String size) throws IOException {
    String pipeline = "reference/attention-unet-4/pipeline_" + size;
    Path expected = SharedFiles.find(pipeline + "/depth.obj");

    byte[] obj = LegacyMesh.read(SharedFiles.find(pipeline + "/depth.png")).encode();

    assertThat(obj).isEqualTo(Files.readAllBytes(expected));
  }

  /** The notebook's depth PNG is MiDaS's write_depth of the network's raw output. */
  @ParameterizedTest
  @ValueSource(strings = {"128x128", "192x160", "301x217", "512x512", "90x140"})
  void minMaxPngIsTheNotebooksDepthPng(String size) throws IOException {
    String pipeline = "reference/attention-unet-4/pipeline_" + size;
    Path expected = SharedFiles.find(pipeline + "/depth.png");
    NpyArray output = NpyFile.read(SharedFiles.find(pipeline + "/net_out.npy"));
    int rank = output.shape().length;
    Path written = folder.resolve("depth.png");

    MinMaxPng.write8(written, output.shape()[rank - 1], output.shape()[rank - 2], output.floats());

    assertThat(PngReader.read("", Files.readAllBytes(written)).samples())
        .isEqualTo(PngReader.read("", Files.readAllBytes(expected)).samples());
  }

  @Test
  void colourImageIsRefused() {
    Path file = SharedFiles.find("reference/mesh/rgb_8x8_u8.png");

    assertThatThrownBy(() -> LegacyMesh.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("rgb_8x8_u8.png")
        .hasMessageContaining("RGB");
  }

  @Test
  void oneBitImageIsRefused() throws IOException {
    Path file = folder.resolve("bits.png");
    byte[] shades = {0, -1};
    BufferedImage image =
        new BufferedImage(
            4,
            4,
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(1, 2, shades, shades, shades));
    ImageIO.write(image, "png", file.toFile());

    assertThatThrownBy(() -> LegacyMesh.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("1-bit");
  }

  @Test
  void paletteImageIsReadAsItsIndices() throws IOException {
    Random random = new Random(1);
    byte[] reds = new byte[256];
    random.nextBytes(reds);
    byte[] greens = new byte[256];
    random.nextBytes(greens);
    BufferedImage image =
        new BufferedImage(
            6, 5, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 256, reds, greens, reds));
    int[] indices = new int[30];
    for (int i = 0; i < 30; i++) {
      indices[i] = random.nextInt(256);
    }
    image.getRaster().setPixels(0, 0, 6, 5, indices);
    Path file = folder.resolve("palette.png");
    ImageIO.write(image, "png", file.toFile());

    assertThat(LegacyMesh.read(file).encode()).isEqualTo(LegacyMesh.of(6, 5, indices).encode());
  }

  @Test
  void facesThatTouchTheLastVertexAreWrittenButNotReturned() {
    int[] pixels = new int[16];
    for (int i = 0; i < 16; i++) {
      pixels[i] = 2 * i;
    }
    LegacyMesh mesh = LegacyMesh.of(4, 4, pixels);

    assertThat(mesh.writtenFaces()).containsExactly(11, 12, 15, 16, 15, 12);
    assertThat(mesh.returnedFaces()).containsExactly(11, 12, 15);
  }

  private static int[] asInts(double[] values) {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) values[i];
    }
    return ints;
  }
}
