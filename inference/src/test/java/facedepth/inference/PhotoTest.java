package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTest {
  private static final int RGB = BufferedImage.TYPE_INT_RGB;

  @TempDir Path folder;

  private static Photo decode(byte[] bytes) throws IOException {
    return Photo.decode("picture", bytes, PhotoLimits.DEFAULT);
  }

  /** Red grows to the right, green downwards. */
  private static int ramp(int x, int y) {
    return 0xff000000 | (8 * x) << 16 | (8 * y) << 8 | 90;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"png", "bmp", "tiff", "gif"})
  void losslessFormatsGiveTheVeryColours(String format) throws IOException {
    BufferedImage image = TestPictures.image(RGB, 12, 9, (x, y) -> x < 6 ? 0xff2040c0 : 0xffe0a010);
    Photo photo = decode(TestPictures.encode(image, format));
    assertThat(photo.width()).isEqualTo(12);
    assertThat(photo.height()).isEqualTo(9);
    assertThat(photo.rgb(0, 0)).isEqualTo(0x2040c0);
    assertThat(photo.rgb(11, 8)).isEqualTo(0xe0a010);
  }

  @Test
  void greyKeepsItsStoredValues() throws IOException {
    for (String format : new String[] {"png", "jpeg"}) {
      BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
      fill(image.getRaster(), 100);
      assertThat(decode(TestPictures.encode(image, format)).rgb(3, 3))
          .as(format)
          .isEqualTo(0x646464);
    }
  }

  @Test
  void sixteenBitsAreCutToEight() throws IOException {
    BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
    fill(grey.getRaster(), 0x80ff);
    assertThat(decode(TestPictures.encode(grey, "png")).rgb(1, 1)).isEqualTo(0x808080);
  }

  private static void fill(WritableRaster raster, int value) {
    int[] samples = new int[raster.getWidth() * raster.getHeight() * raster.getNumBands()];
    Arrays.fill(samples, value);
    raster.setPixels(0, 0, raster.getWidth(), raster.getHeight(), samples);
  }

  @Test
  void transparencyIsLaidOnWhite() throws IOException {
    BufferedImage image =
        TestPictures.image(
            BufferedImage.TYPE_INT_ARGB,
            3,
            1,
            (x, y) -> new int[] {0x00123456, 0x80000000, 0xff102030}[x]);
    Photo photo = decode(TestPictures.encode(image, "png"));
    assertThat(photo.rgb(0, 0)).isEqualTo(0xffffff);
    assertThat(photo.rgb(1, 0)).isEqualTo(0x7f7f7f);
    assertThat(photo.rgb(2, 0)).isEqualTo(0x102030);
  }

  @Test
  void palettesAreLookedUp() throws IOException {
    BufferedImage image =
        TestPictures.image(
            BufferedImage.TYPE_BYTE_INDEXED, 2, 1, (x, y) -> x == 0 ? 0xffff0000 : 0xff0000ff);
    Photo photo = decode(TestPictures.encode(image, "png"));
    assertThat(photo.rgb(0, 0)).isEqualTo(0xff0000);
    assertThat(photo.rgb(1, 0)).isEqualTo(0x0000ff);
  }

  @Test
  void cmykJpegsAreBroughtToRgb() throws IOException {
    // Four channels as Adobe stores them, inverted: little ink of cyan, much of magenta and yellow.
    BufferedImage fourChannels = new BufferedImage(16, 16, BufferedImage.TYPE_4BYTE_ABGR);
    int[] pixel = {245, 20, 30, 250};
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        fourChannels.getRaster().setPixel(x, y, pixel);
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(fourChannels.getRaster(), null, null));
    } finally {
      writer.dispose();
    }
    byte[] adobe = withAdobeMarker(out.toByteArray());
    int rgb = decode(adobe).rgb(8, 8);
    assertThat(rgb >> 16).as("red").isGreaterThan(180);
    assertThat(rgb >> 8 & 0xff).as("green").isLessThan(90);
    assertThat(rgb & 0xff).as("blue").isLessThan(90);
  }

  /** After the start of image: an APP14 segment that says CMYK, no transform. */
  private static byte[] withAdobeMarker(byte[] jpeg) {
    byte[] marker = {
      (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    byte[] file = new byte[jpeg.length + marker.length];
    System.arraycopy(jpeg, 0, file, 0, 2);
    System.arraycopy(marker, 0, file, 2, marker.length);
    System.arraycopy(jpeg, 2, file, 2 + marker.length, jpeg.length - 2);
    return file;
  }

  @ParameterizedTest(name = "orientation {0}")
  @CsvSource({
    // where the stored top left (red) and top right (green) corners are to be seen, in eighths
    "1, 0,0, 1,0", "2, 1,0, 0,0", "3, 1,1, 0,1", "4, 0,1, 1,1",
    "5, 0,0, 0,1", "6, 1,0, 1,1", "7, 1,1, 1,0", "8, 0,1, 0,0"
  })
  void orientationIsApplied(int code, int redX, int redY, int greenX, int greenY)
      throws IOException {
    BufferedImage image =
        TestPictures.image(
            RGB, 64, 32, (x, y) -> y >= 16 ? 0xff000000 : x < 32 ? 0xffff0000 : 0xff00ff00);
    Photo photo = decode(TestPictures.withExif(TestPictures.encode(image, "jpeg"), code, 0));
    assertThat(photo.width()).isEqualTo(code < 5 ? 64 : 32);
    assertThat(photo.height()).isEqualTo(code < 5 ? 32 : 64);
    int red = photo.rgb(redX * (photo.width() - 1), redY * (photo.height() - 1));
    int green = photo.rgb(greenX * (photo.width() - 1), greenY * (photo.height() - 1));
    assertThat(red >> 16).isGreaterThan(200);
    assertThat(red >> 8 & 0xff).isLessThan(60);
    assertThat(green >> 8 & 0xff).isGreaterThan(200);
    assertThat(green >> 16).isLessThan(60);
  }

  @Test
  void focalLengthComesFromThe35mmEquivalent() throws IOException {
    byte[] jpeg = TestPictures.encode(TestPictures.image(RGB, 40, 30, PhotoTest::ramp), "jpeg");
    assertThat(decode(jpeg).focalLengthPixels()).isEmpty();
    Photo photo = decode(TestPictures.withExif(jpeg, 6, 85));
    assertThat(photo.focalLengthPixels()).hasValue(85 / Math.hypot(36, 24) * 50);
    assertThat(decode(TestPictures.withExif(jpeg, 1, 60000)).focalLengthPixels()).isEmpty();
  }

  @Test
  void jpegsCutShortAreRefused() throws IOException {
    Random random = new Random(5);
    byte[] jpeg =
        TestPictures.encode(
            TestPictures.image(RGB, 64, 64, (x, y) -> 0xff000000 | random.nextInt()), "jpeg");
    assertThat(decode(jpeg).width()).isEqualTo(64);
    for (int length : new int[] {jpeg.length - 2, jpeg.length / 2, 700, 30, 4}) {
      assertThatThrownBy(() -> decode(Arrays.copyOf(jpeg, length)))
          .as("%d of %d bytes", length, jpeg.length)
          .isInstanceOf(MalformedFileException.class)
          .hasMessageStartingWith("picture: ")
          .hasMessageMatching(".*(cut short|damaged).*");
    }
    assertThatThrownBy(() -> decode(Arrays.copyOf(jpeg, jpeg.length / 2)))
        .hasMessageContaining("the file is cut short");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"png", "bmp", "tiff", "gif"})
  void otherFilesCutShortAreRefused(String format) throws IOException {
    Random random = new Random(6);
    byte[] bytes =
        TestPictures.encode(
            TestPictures.image(RGB, 64, 64, (x, y) -> 0xff000000 | random.nextInt()), format);
    assertThat(decode(bytes).width()).isEqualTo(64);
    assertThatThrownBy(() -> decode(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith("picture: ");
  }

  @Test
  void damagedFilesNeverGiveAnythingButOneLine() throws IOException {
    byte[] png = TestPictures.encode(TestPictures.image(RGB, 32, 32, PhotoTest::ramp), "png");
    byte[] jpeg = TestPictures.encode(TestPictures.image(RGB, 32, 32, PhotoTest::ramp), "jpeg");
    byte[] tiff = TestPictures.encode(TestPictures.image(RGB, 32, 32, PhotoTest::ramp), "tiff");
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[][] {png, jpeg, tiff}[i % 3].clone();
      for (int k = 0; k < 1 + random.nextInt(6); k++) {
        bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt();
      }
      try {
        decode(bytes);
      } catch (IOException e) {
        refused++;
        assertThat(e.getMessage()).startsWith("picture: ").doesNotContain("\n");
      }
    }
    assertThat(refused).isBetween(30, 299);
  }

  @Test
  void hugePicturesAreRefusedByTheirHeader() {
    assertThatThrownBy(() -> decode(TestPictures.pngHeader(30_000, 30_000)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("30000x30000 pixels")
        .hasMessageContaining("100 million");
    assertThatThrownBy(() -> decode(TestPictures.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE)))
        .isInstanceOf(MalformedFileException.class);
    byte[] bytes = TestPictures.encode(TestPictures.image(RGB, 40, 30, PhotoTest::ramp), "png");
    assertThatThrownBy(() -> Photo.decode("p", bytes, new PhotoLimits(1199, 1 << 20)))
        .hasMessageContaining("40x30");
  }

  @Test
  void onePixelIsAPhoto() throws IOException {
    byte[] bytes = TestPictures.encode(TestPictures.image(RGB, 1, 1, (x, y) -> 0xff112233), "png");
    assertThat(decode(bytes).rgb(0, 0)).isEqualTo(0x112233);
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    assertThatThrownBy(() -> decode(new byte[0])).hasMessageContaining("empty");
    assertThatThrownBy(() -> decode("hello, world".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("not a picture")
        .hasMessageContaining("JPEG");
    byte[] heic = new byte[40];
    System.arraycopy(
        new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'}, 0, heic, 0, 12);
    assertThatThrownBy(() -> decode(heic)).hasMessageContaining("HEIC");
    assertThatThrownBy(() -> Photo.read(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> Photo.read(folder.resolve("none.jpg")))
        .hasMessageContaining("no such file");
    Path large = folder.resolve("large.jpg");
    Files.write(large, new byte[2000]);
    assertThatThrownBy(() -> Photo.read(large, new PhotoLimits(1000, 1000)))
        .hasMessageContaining("large.jpg");
  }
}
