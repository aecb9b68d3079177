package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sample says of its face is what a ray through each pixel's centre finds. */
class TruthTest {
  private static final int SIZE = 96;
  private static final int RAYS = 250;
  private static final double TOLERANCE = 1e-4; // crop widths

  private static HeadAssets assets;
  private static FaceGenerator generator;

  @BeforeAll
  static void head() {
    HeadModel head = TestHeads.ellipsoid();
    assets = HeadAssets.of(head);
    generator = new FaceGenerator(head, SIZE, 11);
  }

  /** The scene of a sample, built anew, and the camera that saw it. */
  private record Setting(SceneMesh scene, Framing.Frame frame) {
    static Setting of(SyntheticFace face) {
      FaceRecipe recipe = face.recipe();
      PersonPainter painter = PersonPainter.of(recipe, assets.atlas());
      SceneBuilder builder = new SceneBuilder(assets);
      builder.build(recipe, painter.face());
      Framing.Frame frame =
          new Framing(assets.atlas()).frame(recipe.viewpoint(), builder.scene(), painter.hair());
      return new Setting(builder.scene(), frame);
    }

    /** Camera z of what a ray meets first, brute force; infinite if nothing. */
    double cast(double column, double row) {
      double u = ((column + 0.5) / SIZE - 0.5) / frame.focalLength();
      double v = ((row + 0.5) / SIZE - 0.5) / frame.focalLength();
      double nearest = Double.POSITIVE_INFINITY;
      double[] corner = new double[9];
      for (SceneRun run : scene.runs()) {
        if (run.layer() == Layer.HAIR || run.layer() == Layer.WORN) {
          continue; // the face is seen through them or not at all
        }
        for (int t = run.from(); t < run.to(); t++) {
          for (int k = 0; k < 3; k++) {
            int at = 3 * scene.triangles()[3 * t + k];
            corner[3 * k] = scene.position[at] + (double) frame.shiftX();
            corner[3 * k + 1] = scene.position[at + 1] + (double) frame.shiftY();
            corner[3 * k + 2] = scene.position[at + 2] + (double) frame.distance();
          }
          nearest = Math.min(nearest, meet(corner, u, v, run.layer().isTwoSided()));
        }
      }
      return nearest;
    }

    /** Moeller and Trumbore's intersection with the ray t (u, v, 1) from the origin. */
    private static double meet(double[] p, double u, double v, boolean twoSided) {
      double e1x = p[3] - p[0];
      double e1y = p[4] - p[1];
      double e1z = p[5] - p[2];
      double e2x = p[6] - p[0];
      double e2y = p[7] - p[1];
      double e2z = p[8] - p[2];
      double px = v * e2z - e2y;
      double py = e2x - u * e2z;
      double pz = u * e2y - v * e2x;
      double determinant = e1x * px + e1y * py + e1z * pz;
      // Corners that run counter-clockwise on the screen face the camera.
      if (Math.abs(determinant) < 1e-15 || (!twoSided && determinant < 0)) {
        return Double.POSITIVE_INFINITY;
      }
      double b = -(p[0] * px + p[1] * py + p[2] * pz) / determinant;
      double qx = -(p[1] * e1z - p[2] * e1y);
      double qy = -(p[2] * e1x - p[0] * e1z);
      double qz = -(p[0] * e1y - p[1] * e1x);
      double c = (u * qx + v * qy + qz) / determinant;
      if (b < 0 || c < 0 || b + c > 1) {
        return Double.POSITIVE_INFINITY;
      }
      double t = (e2x * qx + e2y * qy + e2z * qz) / determinant;
      return t > 0 ? t : Double.POSITIVE_INFINITY;
    }
  }

  @ParameterizedTest(name = "sample {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void depthIsWhatARayMeetsFirst(long index) {
    SyntheticFace face = generator.certainFace(index);
    Setting setting = Setting.of(face);
    SplittableRandom random = new SplittableRandom(index);
    double median = face.placement().faceDistance();
    double perWidth = face.camera().focalLength() / median;
    int compared = 0;
    for (int tries = 0; compared < RAYS && tries < 100 * RAYS; tries++) {
      int x = random.nextInt(SIZE);
      int y = random.nextInt(SIZE);
      if (!face.depth().isFace(x, y)) {
        continue;
      }
      compared++;
      // Outlines are drawn to within 1/512 of a pixel: there either side will do.
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < 5; k++) {
        double z =
            setting.cast(
                x + (k == 1 ? -0.002 : k == 2 ? 0.002 : 0),
                y + (k == 3 ? -0.002 : k == 4 ? 0.002 : 0));
        double d = (z - median) * perWidth;
        low = Math.min(low, d);
        high = Math.max(high, d);
      }
      assertThat((double) face.depth().at(x, y))
          .as("depth of pixel %d, %d of a face of %s", x, y, face.pose())
          .isBetween(low - TOLERANCE, high + TOLERANCE);
    }
    assertThat(compared).isEqualTo(RAYS);
  }

  @ParameterizedTest(name = "sample {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4})
  void normalsAreOfUnitLengthAndFollowTheDepth(long index) {
    SyntheticFace face = generator.certainFace(index);
    int area = SIZE * SIZE;
    double phi = face.camera().focalLength();
    double sum = 0;
    int compared = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int at = y * SIZE + x;
        double nx = face.normals()[at];
        double ny = face.normals()[area + at];
        double nz = face.normals()[2 * area + at];
        assertThat(Double.isNaN(nx)).isEqualTo(!face.depth().isFace(x, y));
        if (Double.isNaN(nx)) {
          continue;
        }
        assertThat(nx * nx + ny * ny + nz * nz).isCloseTo(1, within(1e-5));
        boolean inside =
            x > 0
                && y > 0
                && x < SIZE - 1
                && y < SIZE - 1
                && face.depth().isFace(x - 1, y)
                && face.depth().isFace(x + 1, y)
                && face.depth().isFace(x, y - 1)
                && face.depth().isFace(x, y + 1);
        if (inside) {
          double[] across = difference(point(face, x + 1, y, phi), point(face, x - 1, y, phi));
          double[] down = difference(point(face, x, y + 1, phi), point(face, x, y - 1, phi));
          // Towards the viewer: down times across has negative z.
          double mx = down[1] * across[2] - down[2] * across[1];
          double my = down[2] * across[0] - down[0] * across[2];
          double mz = down[0] * across[1] - down[1] * across[0];
          double length = Math.sqrt(mx * mx + my * my + mz * mz);
          double cosine = (nx * mx + ny * my + nz * mz) / length;
          sum += Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
    assertThat(sum / compared).as("mean angle to the depth's normals, degrees").isLessThan(6);
  }

  private static double[] point(SyntheticFace face, int x, int y, double phi) {
    double z = phi + face.depth().at(x, y);
    return new double[] {((x + 0.5) / SIZE - 0.5) * z / phi, ((y + 0.5) / SIZE - 0.5) * z / phi, z};
  }

  private static double[] difference(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  @ParameterizedTest(name = "sample {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5})
  void landmarksLieWhereTheirVerticesDo(long index) {
    SyntheticFace face = generator.certainFace(index);
    Setting setting = Setting.of(face);
    Framing.Frame frame = setting.frame();
    double median = face.placement().faceDistance();
    int[] vertices = assets.head().landmarks();
    int seen = 0;
    for (int i = 0; i < vertices.length; i++) {
      int at = 3 * vertices[i];
      double z = setting.scene().position[at + 2] + (double) frame.distance();
      double x = (setting.scene().position[at] + (double) frame.shiftX()) / z;
      double y = (setting.scene().position[at + 1] + (double) frame.shiftY()) / z;
      float column = face.landmarks()[3 * i];
      float row = face.landmarks()[3 * i + 1];
      assertThat((column + 0.5) / SIZE - 0.5).isCloseTo(x * frame.focalLength(), within(1e-5));
      assertThat((row + 0.5) / SIZE - 0.5).isCloseTo(y * frame.focalLength(), within(1e-5));
      assertThat((double) face.landmarks()[3 * i + 2])
          .isCloseTo((z - median) * frame.focalLength() / median, within(1e-5));
      seen += face.landmarkSeen()[i] ? 1 : 0;
    }
    assertThat(seen).isGreaterThan(5);
  }
}
