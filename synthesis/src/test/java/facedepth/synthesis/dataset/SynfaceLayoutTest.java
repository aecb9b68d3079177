package facedepth.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ball before the camera of the protocol: everything about it is known. */
class SynfaceLayoutTest {
  private static final double TANGENT = Math.tan(Math.toRadians(5));
  private static final int CUT = 170;
  private static final double RADIUS = 0.06; // the camera stands 1 from the centre

  @TempDir private Path folder;

  @Test
  void theCutOfABallIsTheBallInCropWidths() throws IOException {
    write("ball.png", 256);
    Sample sample = Dataset.open(folder).read("ball");

    assertThat(sample.depthKind()).isEqualTo(DepthFile.Kind.CROP_WIDTHS);
    assertThat(sample.masked()).isTrue();
    assertThat(sample.picture().size()).isEqualTo(CUT);
    Sample.View view = sample.view().orElseThrow();
    assertThat(view.pose()).isEmpty();
    double phi = view.camera().focalLength();
    assertThat(2 * Math.toDegrees(Math.atan(0.5 / phi))).isCloseTo(10, within(1e-9));

    DepthMap depth = sample.depth();
    float median = new DepthMap(CUT, CUT, cutOfBall()).median();
    double greyStep = 0.2 / 255 * phi;
    int face = 0;
    for (int y = 0; y < CUT; y++) {
      for (int x = 0; x < CUT; x++) {
        double z = ball(u(x), u(y));
        assertThat(depth.isFace(x, y)).as("%d, %d", x, y).isEqualTo(!Double.isNaN(z));
        if (!Double.isNaN(z)) {
          double widths = (z - median) * phi / median; // the design's definition
          assertThat((double) depth.at(x, y)).isCloseTo(widths, within(1.1 * greyStep));
          face++;
        }
      }
    }
    assertThat(face).isGreaterThan(10_000);
    assertThat((double) depth.median()).isZero();
  }

  @Test
  void whatIsCutAlreadyIsNotCutAgain() throws IOException {
    write("ball.png", 64);
    Sample sample = Dataset.open(folder).read("ball");
    assertThat(sample.picture().size()).isEqualTo(64);
    assertThat(sample.picture().rgb()[0]).isEqualTo(40);
    assertThat(sample.picture().rgb()[2 * 64 * 64 + 32 * 64 + 32]).isEqualTo(30);
  }

  @Test
  void imageBecomesDepthInFileNamesToo() throws IOException {
    write("000017_image.png", 64);
    Files.move(folder.resolve("depth/000017_image.png"), folder.resolve("depth/000017_depth.png"));
    Dataset dataset = Dataset.open(folder);
    assertThat(dataset.names()).containsExactly("000017_image");
    assertThat(dataset.read("000017_image").depth().faceArea()).isPositive();
  }

  @Test
  void aDividedDataSetIsOpenedByItsParts() throws IOException {
    Path whole = folder;
    for (Part part : Part.values()) {
      folder = Files.createDirectory(whole.resolve(part.toString()));
      write(part + ".png", 64);
    }
    assertThat(Dataset.open(whole, Part.VAL).names()).containsExactly("val");
    assertThat(Dataset.open(whole.resolve("test"), Part.TRAIN).names()).containsExactly("test");
    assertThatThrownBy(() -> Dataset.open(whole))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("[train, val, test]");
  }

  @Test
  void damageIsNamed() throws IOException {
    write("ball.png", 64);
    Dataset dataset = Dataset.open(folder);
    Files.writeString(folder.resolve("depth/ball.png"), "no picture");
    assertThatThrownBy(() -> dataset.read("ball"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("depth");
    Files.delete(folder.resolve("depth/ball.png"));
    assertThatThrownBy(() -> dataset.read("ball"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("no depth");
  }

  @Test
  void greyPicturesKeepTheirBrightness() throws IOException {
    Files.createDirectories(folder.resolve("image"));
    write("ball.png", 64);
    BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(5, 0, 0, 100);
    ImageIO.write(grey, "png", folder.resolve("image/ball.png").toFile());
    float[] rgb = Dataset.open(folder).read("ball").picture().rgb();
    assertThat(rgb[5]).isEqualTo(100);
    assertThat(rgb[2 * 64 * 64 + 5]).isEqualTo(100);
  }

  private void write(String name, int size) throws IOException {
    Files.createDirectories(folder.resolve("image"));
    Files.createDirectories(folder.resolve("depth"));
    BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    BufferedImage depth = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    int cut = Math.min(size, CUT);
    int border = (size - cut) / 2;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double z = ball((x - border + 0.5) / cut - 0.5, (y - border + 0.5) / cut - 0.5);
        picture.setRGB(x, y, Double.isNaN(z) ? 0x28323c : 0xc8961e);
        int grey = Double.isNaN(z) ? 0 : (int) Math.round(255 * (1.1 - z) / 0.2);
        depth.getRaster().setSample(x, y, 0, grey);
      }
    }
    ImageIO.write(picture, "png", folder.resolve("image").resolve(name).toFile());
    ImageIO.write(depth, "png", folder.resolve("depth").resolve(name).toFile());
  }

  private static double u(int pixel) {
    return (pixel + 0.5) / CUT - 0.5;
  }

  private static float[] cutOfBall() {
    float[] z = new float[CUT * CUT];
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) ball(u(i % CUT), u(i / CUT));
    }
    return z;
  }

  /** Camera z of a ball at distance 1 along the ray through (u, v) of the cut; NaN beside it. */
  private static double ball(double u, double v) {
    double x = 2 * TANGENT * u;
    double y = 2 * TANGENT * v;
    double a = x * x + y * y + 1;
    double root = 1 - a * (1 - RADIUS * RADIUS);
    return root < 0 ? Double.NaN : (1 - Math.sqrt(root)) / a;
  }
}
