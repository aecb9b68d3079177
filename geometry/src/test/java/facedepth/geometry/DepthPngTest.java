package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepthPngTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void depthComesBackToHalfAStep(long seed) throws IOException {
    DepthMap depth = Surfaces.bumpyFace(31, 18, seed);
    Path file = folder.resolve("depth.png");

    DepthRange range = DepthPng.write(file, depth);
    DepthMap read = DepthPng.read(file, range);

    double half = range.relief() / 65534 / 2;
    for (int i = 0; i < depth.values().length; i++) {
      if (Float.isFinite(depth.values()[i])) {
        assertThat((double) read.values()[i])
            .isCloseTo(depth.values()[i], within(half * 1.001 + 1e-7));
      } else {
        assertThat(read.values()[i]).isNaN();
      }
    }
  }

  @Test
  void nearIsBrightAndNoFaceIsBlack() throws IOException {
    Path file = folder.resolve("depth.png");
    DepthRange range =
        DepthPng.write(file, new DepthMap(3, 1, new float[] {-0.25f, Float.NaN, 0.5f}));

    BufferedImage image = ImageIO.read(file.toFile());

    assertThat(range).isEqualTo(new DepthRange(-0.25f, 0.5f));
    assertThat(image.getColorModel().getPixelSize()).isEqualTo(16);
    assertThat(image.getRaster().getPixels(0, 0, 3, 1, (int[]) null)).containsExactly(65535, 0, 1);
  }

  @Test
  void constantDepthComesBack() throws IOException {
    Path file = folder.resolve("depth.png");
    DepthRange range = DepthPng.write(file, new DepthMap(2, 1, new float[] {0.125f, 0.125f}));

    assertThat(DepthPng.read(file, range).values()).containsExactly(0.125f, 0.125f);
  }

  @Test
  void mapWithoutFaceIsRefused() {
    DepthMap empty = new DepthMap(2, 1, new float[] {Float.NaN, Float.POSITIVE_INFINITY});

    assertThatThrownBy(() -> DepthPng.write(folder.resolve("depth.png"), empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no face");
  }

  @Test
  void maskIsWhiteOnTheFace() throws IOException {
    Path file = folder.resolve("mask.png");
    DepthPng.writeMask(file, new DepthMap(2, 1, new float[] {0, Float.NaN}));

    BufferedImage image = ImageIO.read(file.toFile());

    assertThat(image.getColorModel().getPixelSize()).isEqualTo(8);
    assertThat(image.getRaster().getPixels(0, 0, 2, 1, (int[]) null)).containsExactly(255, 0);
  }

  /** What javax.imageio writes, in the kinds it can, must be read to the same samples. */
  @ParameterizedTest
  @CsvSource({"10,8,1", "12,8,1", "11,16,1", "5,8,3", "6,8,4"})
  void samplesAgreeWithAnIndependentWriter(int type, int bits, int channels) throws IOException {
    Random random = new Random(type);
    BufferedImage image = new BufferedImage(19, 11, type);
    int[] pixel = new int[image.getRaster().getNumBands()];
    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 19; x++) {
        for (int k = 0; k < pixel.length; k++) {
          pixel[k] = random.nextInt(1 << Math.min(16, image.getColorModel().getComponentSize(k)));
        }
        image.getRaster().setPixel(x, y, type == 12 ? new int[] {random.nextInt(2)} : pixel);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);

    PngImage png = PngReader.read("test", out.toByteArray());

    assertThat(png.colour().channels()).isEqualTo(channels);
    for (int y = 0; y < 11; y++) {
      for (int x = 0; x < 19; x++) {
        for (int k = 0; k < channels; k++) {
          assertThat((int) png.samples()[(y * 19 + x) * channels + k])
              .isEqualTo(image.getRaster().getSample(x, y, k));
        }
      }
    }
    assertThat(png.bitDepth()).isEqualTo(type == 12 ? 1 : bits);
  }

  @Test
  void hugeClaimIsRefusedBeforeMemoryIsAskedFor() {
    byte[] png = GreyPng.encode(2, 2, new char[4]);
    ByteBuffer.wrap(png).putInt(16, 16000).putInt(20, 16000);
    fixChecksums(png);

    assertThatThrownBy(() -> PngReader.read("huge.png", png))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("huge.png")
        .hasMessageContaining("cannot hold 16000x16000");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void damagedFilesAreReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    char[] pixels = new char[77];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (char) random.nextInt(65536);
    }
    byte[] original = GreyPng.encode(11, 7, pixels);
    assertThat(ImageIO.read(new ByteArrayInputStream(original))).isNotNull();
    int read = 0;
    int refused = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = Mutations.of(original, random);
      if (round % 2 == 0) {
        fixChecksums(damaged); // else hardly any damage passes the checksums
      }
      try {
        PngReader.read("damaged", damaged);
        read++;
      } catch (MalformedFileException expected) {
        refused++;
      }
    }
    assertThat(read).isPositive();
    assertThat(refused).isGreaterThan(500);
  }

  private static void fixChecksums(byte[] png) {
    ByteBuffer bytes = ByteBuffer.wrap(png);
    int at = 8;
    while (at + 12 <= png.length) {
      int length = bytes.getInt(at);
      if (length < 0 || length > png.length - at - 12) {
        return;
      }
      CRC32 crc = new CRC32();
      crc.update(png, at + 4, length + 4);
      bytes.putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
  }
}
