package facedepth.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another program's decoder reads what was encoded; noise also proves that the buffer suffices. */
class PngEncoderTest {
  @ParameterizedTest(name = "{0}x{1}, seed {2}")
  @CsvSource({"1,1,1", "7,5,2", "64,64,3", "257,3,4"})
  void picturesComeBackAsTheyWere(int width, int height, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] rgb = new byte[3 * width * height];
    byte[] grey = new byte[width * height];
    char[] deep = new char[width * height];
    random.nextBytes(rgb);
    random.nextBytes(grey);
    for (int i = 0; i < deep.length; i++) {
      deep[i] = (char) random.nextInt();
    }
    BufferedImage colour = decode(PngEncoder.rgb(width, height, rgb));
    Raster eight = decode(PngEncoder.grey(width, height, grey)).getRaster();
    Raster sixteen = decode(PngEncoder.grey(width, height, deep)).getRaster();
    for (int i = 0; i < deep.length; i++) {
      int x = i % width;
      int y = i / width;
      int expected =
          (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | rgb[3 * i + 2] & 0xFF;
      assertThat(colour.getRGB(x, y) & 0xFFFFFF).isEqualTo(expected);
      assertThat(eight.getSample(x, y, 0)).isEqualTo(grey[i] & 0xFF);
      assertThat(sixteen.getSample(x, y, 0)).isEqualTo(deep[i]);
    }
  }

  private static BufferedImage decode(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
