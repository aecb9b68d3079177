package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DepthCreasesTest {
  private static final int SIDE = 64;
  private static final double SLOPE = 8;

  /** A slanted face of 60x60 pixels with a step down into some of its pixels. */
  private static float[] face(int left, int top, int width, int height, float deeper) {
    float[] values = new float[SIDE * SIDE];
    Arrays.fill(values, Float.NaN);
    for (int y = 2; y < SIDE - 2; y++) {
      for (int x = 2; x < SIDE - 2; x++) {
        boolean in = x >= left && x < left + width && y >= top && y < top + height;
        values[y * SIDE + x] = 0.002f * x + (in ? deeper : 0);
      }
    }
    return values;
  }

  private static DepthMap limited(float[] values, CropCamera camera) {
    return DepthCreases.limited(new DepthMap(SIDE, SIDE, values), camera, SLOPE);
  }

  @Test
  void aNostrilIsMadeShallowAndTheMeshStaysWhole() {
    float[] values = face(30, 40, 3, 2, 0.4f);
    for (CropCamera camera : new CropCamera[] {CropCamera.ORTHOGRAPHIC, new CropCamera(3)}) {
      DepthMap limited = limited(values, camera);
      float[] expected = values.clone();
      for (int i = 0; i < values.length; i++) {
        boolean pit = i % SIDE >= 30 && i % SIDE < 33 && i / SIDE >= 40 && i / SIDE < 42;
        if (pit) {
          assertThat(limited.values()[i]).isBetween(values[i] - 0.4f + 0.08f, values[i] - 0.2f);
          expected[i] = limited.values()[i];
        }
      }
      assertThat(limited.values()).isEqualTo(expected);
      MeshOptions options = new MeshOptions(SLOPE, 0);
      DepthMap bare = new DepthMap(SIDE, SIDE, face(0, 0, 0, 0, 0));
      Mesh whole = SurfaceMesher.mesh(limited, camera, options);
      Mesh torn = SurfaceMesher.mesh(new DepthMap(SIDE, SIDE, values), camera, options);
      int rim = ends(SurfaceMesher.mesh(bare, camera, options));
      assertThat(ends(whole)).isEqualTo(rim);
      assertThat(ends(torn)).isGreaterThan(rim);
    }
  }

  @Test
  void theFarSideOfANoseAndAnOpenMouthAreNoHoles() {
    CropCamera camera = new CropCamera(3);
    MeshOptions options = new MeshOptions(SLOPE, 0);
    DepthMap bare = new DepthMap(SIDE, SIDE, face(0, 0, 0, 0, 0));
    int rim = ends(SurfaceMesher.mesh(bare, camera, options));
    for (float[] values : new float[][] {besideANose(), face(22, 40, 14, 9, 0.3f)}) {
      DepthMap torn = new DepthMap(SIDE, SIDE, values);
      assertThat(ends(SurfaceMesher.mesh(torn, camera, options))).isGreaterThan(rim);
      DepthMap limited = limited(values, camera);
      assertThat(ends(SurfaceMesher.mesh(limited, camera, options))).isEqualTo(rim);
      for (int i = 0; i < values.length; i++) {
        assertThat(Float.isNaN(limited.values()[i])).isEqualTo(Float.isNaN(values[i]));
        assertThat(limited.values()[i] > values[i]).isFalse();
      }
    }
  }

  /** Cheek, and before it a ridge that rises slowly on one side and falls off on the other. */
  private static float[] besideANose() {
    float[] values = face(0, 0, 0, 0, 0);
    for (int y = 20; y < 40; y++) {
      double height = 0.25 * Math.sin(Math.PI * (y - 20) / 19);
      for (int x = 20; x < 32; x++) {
        values[y * SIDE + x] -= (float) (height * (x - 20) / 11);
      }
    }
    return values;
  }

  @Test
  void whatLiesBehindAJumpStays() {
    float[] large = face(20, 20, 24, 24, 0.4f);
    assertThat(limited(large, new CropCamera(3)).values()).isEqualTo(large);
    float[] atTheEdge = face(2, 30, 2, 3, 0.4f);
    assertThat(limited(atTheEdge, new CropCamera(3)).values()).isEqualTo(atTheEdge);
  }

  @Test
  void whatSticksOutAndWhatIsFlatEnoughStays() {
    float[] bump = face(30, 30, 3, 3, -0.4f);
    assertThat(limited(bump, new CropCamera(3)).values()[31 * SIDE + 31])
        .isCloseTo(0.002f * 31 - 0.4f, within(1e-6f));
    float[] shallow = face(30, 30, 3, 3, 0.1f);
    DepthMap same = new DepthMap(SIDE, SIDE, shallow);
    assertThat(DepthCreases.limited(same, new CropCamera(3), SLOPE)).isSameAs(same);
    assertThat(DepthCreases.limited(same, new CropCamera(3), Double.POSITIVE_INFINITY))
        .isSameAs(same);
  }

  private static int ends(Mesh mesh) {
    return MeshEdges.boundary(mesh.triangles(), mesh.vertexCount()).length;
  }
}
