package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshSolidTest {
  @Test
  void aSquareBecomesABox() {
    Mesh square =
        SurfaceMesher.mesh(
            new DepthMap(5, 5, new float[25]), CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT);

    Mesh box = MeshSolid.close(square, CropCamera.ORTHOGRAPHIC, 0.5);

    MeshTopology.requireClosed(box);
    assertThat(MeshTopology.volume(box)).isCloseTo(0.8 * 0.8 * 0.5, within(1e-6));
    assertThat(MeshEdges.boundary(box.triangles(), box.vertexCount())).isEmpty();
  }

  @Test
  void wallsRunAlongTheCamerasRays() {
    Mesh square =
        SurfaceMesher.mesh(
            new DepthMap(5, 5, new float[25]), new CropCamera(2), MeshOptions.DEFAULT);

    Mesh frustum = MeshSolid.close(square, new CropCamera(2), 1);

    // 0.8 wide at distance 2, 1.2 wide at distance 3
    assertThat(MeshTopology.volume(frustum)).isCloseTo((1.44 * 3 - 0.64 * 2) / 3, within(1e-5));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomMasksGiveClosedSolids(long seed) {
    Random random = new Random(seed);
    int side = 12 + random.nextInt(30);
    float[] values = new float[side * side];
    double holes = 0.4 * random.nextDouble();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < holes ? Float.NaN : 0.2f * random.nextFloat();
    }
    CropCamera camera = new CropCamera(3);
    for (MeshOptions options : new MeshOptions[] {MeshOptions.KEEP_ALL, new MeshOptions(4, 0)}) {
      Mesh sheet = SurfaceMesher.mesh(new DepthMap(side, side, values), camera, options);
      if (sheet.triangleCount() == 0) {
        continue;
      }

      Mesh solid = MeshSolid.close(sheet, camera, 0.3);

      MeshTopology.requireClosed(solid);
      assertThat(MeshTopology.volume(solid)).isPositive();
      assertThat(MeshEdges.isManifold(solid.triangles(), solid.vertexCount())).isTrue();
    }
  }

  @Test
  void aBackBeforeTheFrontOrWithAnotherBoundaryIsRefused() {
    Mesh square =
        SurfaceMesher.mesh(
            new DepthMap(5, 5, new float[25]), CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT);
    int[] part = Arrays.copyOf(square.triangles(), 6);

    assertThatThrownBy(() -> MeshSolid.close(square, CropCamera.ORTHOGRAPHIC, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not behind");
    assertThatThrownBy(() -> MeshSolid.close(square, part, CropCamera.ORTHOGRAPHIC, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("boundary");
  }

  @Test
  void edgesTellManifoldsFromOthers() {
    int[] twoFans = {0, 1, 2, 0, 3, 4};
    int[] threeOnAnEdge = {0, 1, 2, 0, 1, 3};

    assertThat(MeshEdges.isManifold(new int[] {0, 1, 2, 2, 1, 3}, 4)).isTrue();
    assertThat(MeshEdges.isManifold(twoFans, 5)).isFalse();
    assertThat(MeshEdges.isManifold(threeOnAnEdge, 4)).isFalse();
    assertThat(MeshEdges.boundary(new int[] {0, 1, 2}, 3)).containsExactly(0, 1, 1, 2, 2, 0);
  }
}
