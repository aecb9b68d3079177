package facedepth.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.MalformedFileException;
import facedepth.geometry.NpyArray;
import facedepth.geometry.NpyFile;
import facedepth.geometry.NpyType;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadPose;
import facedepth.synthesis.SyntheticFace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Eg3dLayoutTest {
  private static final int SIZE = 256;

  @TempDir static Path folder;

  @BeforeAll
  static void write() throws Exception {
    Sets.write(folder, Sets.eg3dManifest(SIZE), 3, 1);
  }

  @Test
  void theFilesAreNamedAsTheOriginsAre() throws IOException {
    assertThat(Sets.files(folder).keySet())
        .containsExactly(
            "cam_poses/seed00000.npy",
            "cam_poses/seed00001.npy",
            "cam_poses/seed00002.npy",
            "dataset.json",
            "depth128x128/seed00000.png",
            "depth128x128/seed00001.png",
            "depth128x128/seed00002.png",
            "images/seed00000.png",
            "images/seed00001.png",
            "images/seed00002.png");
    NpyArray camera = NpyFile.read(folder.resolve("cam_poses/seed00001.npy"));
    assertThat(camera.type()).isEqualTo(NpyType.FLOAT32);
    assertThat(camera.shape()).containsExactly(1, 25);
    BufferedImage depth = ImageIO.read(folder.resolve("depth128x128/seed00001.png").toFile());
    assertThat(depth.getWidth()).isEqualTo(128);
    assertThat(depth.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage picture = ImageIO.read(folder.resolve("images/seed00001.png").toFile());
    assertThat(picture.getHeight()).isEqualTo(SIZE);
    assertThat(picture.getColorModel().getNumComponents()).isEqualTo(3);
  }

  @Test
  void depthIsStretchedPerPictureAndNearIsBright() throws IOException {
    FaceGenerator faces = Sets.faces(SIZE);
    for (int i = 0; i < 3; i++) {
      faces.certainFace(i);
      float[] scene = faces.sceneDepth();
      Raster depth =
          ImageIO.read(folder.resolve("depth128x128/seed0000" + i + ".png").toFile()).getRaster();
      int[] grey = depth.getSamples(0, 0, 128, 128, 0, (int[]) null);
      assertThat(Arrays.stream(grey).min().orElseThrow()).isZero();
      assertThat(Arrays.stream(grey).max().orElseThrow()).isBetween(254, 255);
      int brightest = 0;
      for (int p = 0; p < grey.length; p++) {
        brightest = grey[p] > grey[brightest] ? p : brightest;
      }
      float nearest = Float.POSITIVE_INFINITY;
      for (float z : scene) {
        nearest = Float.isFinite(z) ? Math.min(nearest, z) : nearest;
      }
      assertThat(scene[brightest / 128 * 2 * SIZE + brightest % 128 * 2])
          .isCloseTo(nearest, within(1.5f));
    }
  }

  @Test
  void aWallInFrontOfTheCameraIsNearestInTheMiddle() {
    float[] wall = new float[SIZE * SIZE];
    Arrays.fill(wall, 100);
    wall[0] = Float.NaN;
    float[] nearness = Eg3dDepth.nearness(wall, SIZE, Eg3dDepth.SIZE, new CropCamera(2), 100);
    double end = 100 + 0.6 / 0.027;
    double corner = 100 * Math.sqrt(1 + 2 * Math.pow(0.5 / 2, 2));
    assertThat(nearness[64 * 128 + 64]).isCloseTo((float) (end - 100), within(0.01f));
    assertThat(nearness[127]).isCloseTo((float) (end - corner), within(0.1f));
    assertThat(nearness[0]).isCloseTo((float) (end - corner) * 3 / 4, within(0.1f));
    Arrays.fill(wall, 130);
    assertThat(Eg3dDepth.nearness(wall, SIZE, Eg3dDepth.SIZE, new CropCamera(2), 100))
        .containsOnly(0);
  }

  @Test
  void aCameraOneMetreInFrontStandsAtEg3dsRadius() {
    double[] frontal = {1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 100};
    float[] label = new Eg3dCamera(new CropCamera(4.2647), frontal).label();
    assertThat(label)
        .containsExactly(
            new float[] {
              1, 0, 0, 0, 0, -1, 0, 0, 0, 0, -1, 2.7f, 0, 0, 0, 1, 4.2647f, 0, 0.5f, 0, 4.2647f,
              0.5f, 0, 0, 1
            },
            within(1e-6f));
  }

  @Test
  void aCameraToTheLeftOfTheHeadSeesTheFaceTurnedToTheRight() {
    // EG3D's camera at azimuth 0.3 from the front, on the side of negative x.
    double angle = 0.3;
    double s = Math.sin(angle);
    double c = Math.cos(angle);
    float[] label = {
      (float) c,
      0,
      (float) s,
      (float) (-2.7 * s),
      0,
      -1,
      0,
      0,
      (float) s,
      0,
      (float) -c,
      (float) (2.7 * c),
      0,
      0,
      0,
      1,
      4.26f,
      0,
      0.5f,
      0,
      4.26f,
      0.5f,
      0,
      0,
      1
    };
    Eg3dCamera camera = Eg3dCamera.of(label);
    assertThat(camera.pose().yaw()).isCloseTo(Math.toDegrees(angle), within(1e-4));
    assertThat(camera.pose().pitch()).isCloseTo(0, within(1e-4));
    assertThat(camera.pose().roll()).isCloseTo(0, within(1e-4));
    assertThat(camera.headToCamera()[11]).as("distance").isCloseTo(100, within(1e-3));
    assertThat(camera.headToCamera()[3]).as("sideways").isCloseTo(0, within(1e-3));
    assertThat(camera.label()).containsExactly(label, within(1e-6f));
  }

  @Test
  void whatIsReadIsWhatWasRendered() throws IOException {
    Dataset dataset = Dataset.open(folder);
    assertThat(dataset.names()).containsExactly("seed00000", "seed00001", "seed00002");
    for (int i = 0; i < 3; i++) {
      SyntheticFace face = Sets.faces(SIZE).certainFace(i);
      Sample sample = dataset.read(dataset.names().get(i));
      assertThat(sample.picture().rgb()).isEqualTo(face.rgb());
      assertThat(sample.depth().width()).isEqualTo(128);
      assertThat(sample.depthKind()).isEqualTo(DepthFile.Kind.RELATIVE);
      assertThat(sample.masked()).isFalse();
      Sample.View view = sample.view().orElseThrow();
      assertThat(view.camera().focalLength()).isCloseTo(face.camera().focalLength(), within(1e-5));
      HeadPose pose = face.pose();
      HeadPose seen = view.pose().orElseThrow();
      assertThat(seen.yaw()).isCloseTo(pose.yaw(), within(1e-3));
      assertThat(seen.pitch()).isCloseTo(pose.pitch(), within(1e-3));
      assertThat(seen.roll()).isCloseTo(pose.roll(), within(1e-3));
    }
  }

  @Test
  void theOriginsOwnDataAreRead(@TempDir Path theirs) throws IOException {
    // Four digits, no cameras, no dataset.json; larger grey = nearer.
    Files.createDirectories(theirs.resolve("images"));
    Files.createDirectories(theirs.resolve("depth128x128"));
    BufferedImage picture = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, 0x102030);
    ImageIO.write(picture, "png", theirs.resolve("images/seed0003.png").toFile());
    BufferedImage depth = new BufferedImage(128, 128, BufferedImage.TYPE_BYTE_GRAY);
    depth.getRaster().setSample(5, 6, 0, 255);
    ImageIO.write(depth, "png", theirs.resolve("depth128x128/seed0003.png").toFile());
    Dataset dataset = Dataset.open(theirs);
    assertThat(dataset.names()).containsExactly("seed0003");
    Sample sample = dataset.read("seed0003");
    assertThat(sample.view()).isEmpty();
    assertThat(sample.depth().at(5, 6)).isLessThan(sample.depth().at(7, 7) - 0.3f);
    assertThat(sample.picture().shrunk(128).rgb()[0]).isEqualTo(1); // 0x10 / 16
    Files.delete(theirs.resolve("depth128x128/seed0003.png"));
    assertThatThrownBy(() -> dataset.read("seed0003"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("seed0003.png");
  }

  @Test
  void aFolderOfSomethingElseIsRefused(@TempDir Path other) {
    assertThatThrownBy(() -> Dataset.open(other))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(other.toString())
        .hasMessageContaining("dataset.json");
    assertThatThrownBy(() -> new Eg3dWriter(other, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200");
  }
}
