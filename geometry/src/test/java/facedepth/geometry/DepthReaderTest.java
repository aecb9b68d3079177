package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepthReaderTest {
  private static final float NONE = Float.NaN;

  @TempDir Path folder;

  @Test
  void floatNpyIsCropWidthsAndCentred() throws IOException {
    Path file = folder.resolve("depth.npy");
    NpyFile.write(file, new float[] {1, 2, NONE, 4, Float.POSITIVE_INFINITY, 3}, 2, 3);

    DepthFile depth = DepthReader.read(file);

    assertThat(depth.kind()).isEqualTo(DepthFile.Kind.CROP_WIDTHS);
    assertThat(depth.map().width()).isEqualTo(3);
    assertThat(depth.map().values()).containsExactly(-1, 0, NONE, 2, NONE, 1);
  }

  @ParameterizedTest
  @CsvSource({"2 3", "1 2 3", "1 1 2 3", "2 3 1", "1 2 3 1"})
  void sidesOfOneAreLeftOut(String shape) throws IOException {
    Path file = folder.resolve("depth.npy");
    int[] sides = shape.chars().filter(c -> c != ' ').map(c -> c - '0').toArray();
    NpyFile.write(file, new float[6], sides);

    DepthMap map = DepthReader.read(file).map();

    assertThat(map.width()).isEqualTo(3);
    assertThat(map.height()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"6,", "1 6, 6 1", "6 1, 1 6"})
  void onePixelWideShapes(String shape, String widthAndHeight) throws IOException {
    Path file = folder.resolve("depth.npy");
    int[] sides = shape.chars().filter(c -> c != ' ').map(c -> c - '0').toArray();
    NpyFile.write(file, new float[6], sides);

    if (widthAndHeight == null) {
      assertThatThrownBy(() -> DepthReader.read(file))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageContaining("[6]");
    } else {
      DepthMap map = DepthReader.read(file).map();
      assertThat(map.width() + " " + map.height()).isEqualTo(widthAndHeight);
    }
  }

  @Test
  void threeChannelNpyIsRefused() throws IOException {
    Path file = folder.resolve("image.npy");
    NpyFile.write(file, new float[12], 2, 2, 3);

    assertThatThrownBy(() -> DepthReader.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("[2, 2, 3]");
  }

  @Test
  void eightBitPngIsRelativeAndHasNoMask() throws IOException {
    Path file = folder.resolve("depth.png");
    GreyPng.write(file, 3, 1, new byte[] {0, 100, (byte) 200});

    DepthFile depth = DepthReader.read(file);

    assertThat(depth.kind()).isEqualTo(DepthFile.Kind.RELATIVE);
    assertThat(depth.map().values()).containsExactly(0.2f, 0, -0.2f);
  }

  @Test
  void sixteenBitPngWithoutRangeIsRelativeAndZeroIsNoFace() throws IOException {
    Path file = folder.resolve("depth.png");
    GreyPng.write(file, 4, 1, new char[] {0, 10000, 20000, 30000});

    DepthFile depth = DepthReader.read(file, null, 0.8);

    assertThat(depth.kind()).isEqualTo(DepthFile.Kind.RELATIVE);
    assertThat(depth.map().values())
        .usingElementComparator(Float::compare)
        .containsExactly(NONE, 0.4f, 0f, -0.4f);
  }

  @Test
  void ownPngWithItsRangeGivesBackTheDepth() throws IOException {
    DepthMap depth = Surfaces.bumpyFace(20, 30, 3).centred();
    Path file = folder.resolve("depth.png");
    DepthRange range = DepthPng.write(file, depth);

    DepthFile read = DepthReader.read(file, range, 99);

    assertThat(read.kind()).isEqualTo(DepthFile.Kind.CROP_WIDTHS);
    for (int i = 0; i < 600; i++) {
      if (Float.isFinite(depth.values()[i])) {
        assertThat(read.map().values()[i]).isCloseTo(depth.values()[i], within(1e-5f));
      } else {
        assertThat(read.map().values()[i]).isNaN();
      }
    }
  }

  @Test
  void greyInThreeChannelsIsReadAndColourIsRefused() throws IOException {
    Path file = folder.resolve("rgb.png");
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xFF101010);
    image.setRGB(1, 0, 0xFF202020);
    ImageIO.write(image, "png", file.toFile());
    assertThat(DepthReader.read(file).map().values()).containsExactly(0.4f, 0f);

    image.setRGB(1, 0, 0xFF202021);
    ImageIO.write(image, "png", file.toFile());
    assertThatThrownBy(() -> DepthReader.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("colour picture");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pfmIsReadFromTheBottomUp(boolean littleEndian) throws IOException {
    Path file = folder.resolve("depth.pfm");
    byte[] header =
        (littleEndian ? "Pf\n2 2\n-1.0\n" : "Pf\n2 2\n1\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes = ByteBuffer.allocate(header.length + 16).put(header);
    bytes.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    bytes.putFloat(3).putFloat(4).putFloat(1).putFloat(2);
    Files.write(file, bytes.array());

    DepthMap map = DepthReader.read(file, null, 3).map();

    assertThat(map.values()).containsExactly(2f, 1f, 0f, -1f);
  }

  @Test
  void constantDepthIsFlat() throws IOException {
    Path file = folder.resolve("depth.png");
    GreyPng.write(file, 2, 1, new byte[] {9, 9});

    assertThat(DepthReader.read(file).map().values()).containsExactly(0, 0);
  }

  @Test
  void mapWithoutFaceIsRefused() throws IOException {
    Path file = folder.resolve("depth.png");
    GreyPng.write(file, 2, 1, new char[2]);

    assertThatThrownBy(() -> DepthReader.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("holds no face");
  }

  @Test
  void somethingElseIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("depth.png"), "hello");

    assertThatThrownBy(() -> DepthReader.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("neither a .npy file nor a PNG nor a PFM");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void damagedPfmIsReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] original = new byte[12 + 48];
    System.arraycopy("Pf\n3 4\n-1.0\n".getBytes(StandardCharsets.US_ASCII), 0, original, 0, 12);
    Path file = folder.resolve("damaged.pfm");
    int refused = 0;
    for (int round = 0; round < 500; round++) {
      Files.write(file, Mutations.of(original, random));
      try {
        assertThat(DepthReader.read(file).map().faceArea()).isPositive();
      } catch (MalformedFileException expected) {
        refused++;
      }
    }
    assertThat(refused).isBetween(100, 499);
  }
}
