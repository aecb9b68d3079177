package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridMesherTest {
  private static final float NONE = Float.NaN;

  @Test
  void pixelCentresOfAMapThatIsNotSquare() {
    Mesh mesh = GridMesher.mesh(new DepthMap(4, 2, new float[8]), CropCamera.ORTHOGRAPHIC);

    assertThat(mesh.vertexCount()).isEqualTo(8);
    assertThat(mesh.triangleCount()).isEqualTo(6);
    assertThat(Arrays.copyOf(mesh.positions(), 3)).containsExactly(-0.375f, -0.125f, 0f);
    assertThat(Arrays.copyOfRange(mesh.positions(), 21, 24)).containsExactly(0.375f, 0.125f, 0f);
  }

  @Test
  void perspectiveSpreadsWithDepth() {
    float[] values = new float[16];
    Arrays.fill(values, 0.5f);

    Mesh mesh = GridMesher.mesh(new DepthMap(4, 4, values), new CropCamera(2));

    // (phi + d) / phi = 1.25
    assertThat(Arrays.copyOf(mesh.positions(), 3))
        .containsExactly(-0.375f * 1.25f, -0.375f * 1.25f, 0.5f);
  }

  @Test
  void textureCoordinatesFollowTheMap() {
    TextureMapping texture = TextureMapping.stretched(4, 4, 400, 200);

    Mesh mesh =
        GridMesher.mesh(
            Surfaces.plane(4, 4, 0, 0), CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT, texture);

    assertThat(mesh.textureCoordinates()[0]).isCloseTo(0.125f, within(1e-6f));
    assertThat(mesh.textureCoordinates()[1]).isCloseTo(0.125f, within(1e-6f));
    assertThat(mesh.textureCoordinates()[30]).isCloseTo(0.875f, within(1e-6f));
    assertThat(mesh.textureCoordinates()[31]).isCloseTo(0.875f, within(1e-6f));
  }

  @Test
  void cellIsSplitAlongTheFlatterDiagonal() {
    Mesh mesh =
        GridMesher.mesh(
            new DepthMap(2, 2, new float[] {0, 0.5f, 0.6f, 0}),
            CropCamera.ORTHOGRAPHIC,
            MeshOptions.KEEP_ALL);

    assertThat(mesh.triangles()).containsExactly(0, 2, 3, 0, 3, 1);
  }

  @ParameterizedTest
  @CsvSource({"0, 123", "1, 023", "2, 031", "3, 021"})
  void cellWithThreeCornersGivesOneTriangle(int missing, String corners) {
    float[] values = new float[4];
    values[missing] = NONE;

    Mesh mesh = GridMesher.mesh(new DepthMap(2, 2, values), CropCamera.ORTHOGRAPHIC);

    assertThat(mesh.vertexCount()).isEqualTo(3);
    for (int k = 0; k < 3; k++) {
      int pixel = corners.charAt(k) - '0';
      int vertex = mesh.triangles()[k];
      assertThat(mesh.positions()[3 * vertex]).isEqualTo(pixel % 2 == 0 ? -0.25f : 0.25f);
      assertThat(mesh.positions()[3 * vertex + 1]).isEqualTo(pixel < 2 ? -0.25f : 0.25f);
    }
  }

  @Test
  void looseSpecksGoAndLargePartsStay() {
    float[] values = new float[32 * 32];
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        boolean large = x < 20;
        boolean middle = x > 21 && x < 26 && y < 20;
        boolean speck = x > 28 && x < 31 && y > 28 && y < 31;
        values[y * 32 + x] = large || middle || speck ? 0 : NONE;
      }
    }
    DepthMap depth = new DepthMap(32, 32, values);
    int large = 19 * 31 * 2;
    int middle = 3 * 19 * 2;

    assertThat(triangles(depth, 0)).isEqualTo(large + middle + 2);
    assertThat(triangles(depth, 0.02)).isEqualTo(large + middle);
    assertThat(triangles(depth, 1)).isEqualTo(large);
  }

  @Test
  void jumpIsCut() {
    float[] values = new float[64];
    for (int i = 0; i < 64; i++) {
      values[i] = i % 8 < 4 ? 0 : 0.7f; // 5.6 spacings of 1/8
    }
    DepthMap depth = new DepthMap(8, 8, values);

    assertThat(GridMesher.mesh(depth, CropCamera.ORTHOGRAPHIC).triangleCount())
        .isEqualTo(2 * 7 * 6);
    assertThat(
            GridMesher.mesh(depth, CropCamera.ORTHOGRAPHIC, new MeshOptions(5.7, 0))
                .triangleCount())
        .isEqualTo(2 * 7 * 7);
  }

  @Test
  void normalsOfAPlaneAreThePlanes() {
    double a = 0.4;
    double b = -0.3;
    Mesh mesh = GridMesher.mesh(Surfaces.plane(9, 7, a, b), CropCamera.ORTHOGRAPHIC);

    double length = Math.sqrt(a * a + b * b + 1);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      assertThat((double) mesh.normals()[3 * i]).isCloseTo(a / length, within(1e-5));
      assertThat((double) mesh.normals()[3 * i + 1]).isCloseTo(b / length, within(1e-5));
      assertThat((double) mesh.normals()[3 * i + 2]).isCloseTo(-1 / length, within(1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 4, Double.POSITIVE_INFINITY})
  void sphereHasItsRadiusAndItsNormals(double focalLength) {
    CropCamera camera = new CropCamera(focalLength);
    double radius = 0.35;
    Mesh mesh = GridMesher.mesh(Surfaces.sphere(257, radius, camera), camera);

    double worst = 0;
    for (int i = 0; i < mesh.vertexCount(); i++) {
      double x = mesh.positions()[3 * i];
      double y = mesh.positions()[3 * i + 1];
      double z = mesh.positions()[3 * i + 2];
      assertThat(Math.sqrt(x * x + y * y + z * z)).isCloseTo(radius, within(1e-6));
      double cosine =
          (x * mesh.normals()[3 * i]
                  + y * mesh.normals()[3 * i + 1]
                  + z * mesh.normals()[3 * i + 2])
              / radius;
      if (Math.hypot(x, y) < 0.8 * radius) {
        worst = Math.max(worst, Math.toDegrees(Math.acos(Math.min(1, cosine))));
      }
    }
    assertThat(worst).isLessThan(0.2);
  }

  @Test
  void normalsDoNotSeeAcrossAJump() {
    float[] values = {0, 0, 0.9f, 0.9f, 0, 0, 0.9f, 0.9f};
    float[] cut = DepthNormals.of(new DepthMap(4, 2, values), CropCamera.ORTHOGRAPHIC, 3);
    float[] smooth = DepthNormals.of(new DepthMap(4, 2, values), CropCamera.ORTHOGRAPHIC);

    assertThat(cut[3 * 1 + 2]).isEqualTo(-1f);
    assertThat(smooth[3 * 1 + 2]).isGreaterThan(-0.6f);
  }

  @Test
  void normalsAreNaNOutsideTheFace() {
    float[] normals =
        DepthNormals.of(new DepthMap(2, 1, new float[] {NONE, 1}), CropCamera.ORTHOGRAPHIC);

    assertThat(normals).containsExactly(NONE, NONE, NONE, 0f, 0f, -1f);
  }

  @Test
  void faceOnePixelWideGivesNoTriangle() {
    float[] values = {NONE, 0, NONE, NONE, 0.1f, NONE, NONE, 0.2f, NONE};

    Mesh mesh = GridMesher.mesh(new DepthMap(3, 3, values), CropCamera.ORTHOGRAPHIC);

    assertThat(mesh.vertexCount()).isZero();
    assertThat(mesh.triangleCount()).isZero();
    assertThat(GridMesher.mesh(new DepthMap(1, 5, new float[5]), new CropCamera(2)).vertexCount())
        .isZero();
  }

  @Test
  void mapWithoutFaceIsRefused() {
    DepthMap empty = new DepthMap(2, 1, new float[] {NONE, Float.POSITIVE_INFINITY});

    assertThatThrownBy(() -> GridMesher.mesh(empty, CropCamera.ORTHOGRAPHIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no face");
  }

  @Test
  void depthBehindTheCameraIsRefused() {
    DepthMap depth = new DepthMap(2, 1, new float[] {0, -3});

    assertThatThrownBy(() -> GridMesher.mesh(depth, new CropCamera(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-3.0 lies behind the camera");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyMeshIsSound(long seed) {
    DepthMap depth = Surfaces.bumpyFace(24 + (int) seed, 30, seed);
    for (CropCamera camera : new CropCamera[] {new CropCamera(1.2), CropCamera.ORTHOGRAPHIC}) {
      Mesh mesh = GridMesher.mesh(depth, camera);

      assertThat(mesh.triangleCount()).isGreaterThan(400);
      MeshSoundness.check(mesh, camera, MeshOptions.DEFAULT, Math.max(24 + (int) seed, 30));
    }
  }

  private static int triangles(DepthMap depth, double share) {
    return GridMesher.mesh(depth, CropCamera.ORTHOGRAPHIC, new MeshOptions(5, share))
        .triangleCount();
  }
}
