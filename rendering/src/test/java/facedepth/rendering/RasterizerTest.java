package facedepth.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterizerTest {
  private static final int SIZE = 64;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void trianglesThatShareEdgesCoverEachPixelExactlyOnce(long seed) {
    Random random = new Random(seed);
    int n = 9;
    float[] x = new float[n * n];
    float[] y = new float[n * n];
    float[] z = new float[n * n];
    for (int i = 0; i < n * n; i++) {
      boolean border = i % n == 0 || i % n == n - 1 || i / n == 0 || i / n == n - 1;
      float jitter = border ? 0 : 3;
      x[i] = i % n * 8f + (random.nextFloat() - 0.5f) * jitter;
      y[i] = i / n * 8f + (random.nextFloat() - 0.5f) * jitter;
      z[i] = 1 + random.nextFloat();
    }
    int[] drawn = new int[SIZE * SIZE];
    for (int cell = 0; cell < (n - 1) * (n - 1); cell++) {
      int a = cell / (n - 1) * n + cell % (n - 1);
      for (int[] triangle : new int[][] {{a, a + 1, a + n}, {a + n + 1, a + n, a + 1}}) {
        FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
        draw(x, y, z, triangle, 0, 1, Projection.PERSPECTIVE, Rasterizer.Cull.NONE, buffer);
        for (int p = 0; p < drawn.length; p++) {
          drawn[p] += buffer.triangle(p) == 0 ? 1 : 0;
        }
      }
    }
    assertThat(drawn).containsOnly(1);
  }

  @Test
  void perspectiveDepthOfATiltedPlaneIsExact() {
    // The plane z = 2 + 0.5 X, seen by a pinhole with 64 pixels focal length in the middle.
    float focal = 64;
    float[] x = new float[4];
    float[] y = new float[4];
    float[] z = new float[4];
    for (int i = 0; i < 4; i++) {
      float px = i % 2 * 4f - 2f;
      float py = i / 2 * 4f - 2f;
      z[i] = 2 + 0.5f * px;
      x[i] = focal * px / z[i] + 31.5f;
      y[i] = focal * py / z[i] + 31.5f;
    }
    FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
    draw(
        x,
        y,
        z,
        new int[] {0, 1, 2, 3, 2, 1},
        0,
        2,
        Projection.PERSPECTIVE,
        Rasterizer.Cull.NONE,
        buffer);
    for (int row = 0; row < SIZE; row++) {
      for (int column = 0; column < SIZE; column++) {
        // Ray (u, v, 1) t meets the plane at t = 2 / (1 - 0.5 u).
        double u = (column - 31.5) / focal;
        assertThat((double) buffer.depth(row * SIZE + column))
            .as("pixel %d,%d", column, row)
            .isCloseTo(2 / (1 - 0.5 * u), within(1e-4));
      }
    }
  }

  @Test
  void weightsReproduceThePointOnTheTriangle() {
    float[] x = {3, 60, 20};
    float[] y = {5, 12, 58};
    float[] z = {1, 3, 2};
    FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
    draw(x, y, z, new int[] {0, 2, 1}, 0, 1, Projection.PERSPECTIVE, Rasterizer.Cull.NONE, buffer);
    int pixel = 25 * SIZE + 28;
    assertThat(buffer.triangle(pixel)).isZero();
    ScreenVertices vertices = new ScreenVertices();
    vertices.set(x, y, z, Projection.PERSPECTIVE);
    SurfacePoint point = new SurfacePoint();
    point.locate(vertices, new int[] {0, 2, 1}, 0, 28, 25);
    // In space the corner is (x z, y z, z): the weighted point must project back to the pixel.
    float[] corners = new float[9];
    for (int i = 0; i < 3; i++) {
      corners[3 * i] = x[i] * z[i];
      corners[3 * i + 1] = y[i] * z[i];
      corners[3 * i + 2] = z[i];
    }
    float pointX = point.interpolate(corners, 3, 0);
    float pointY = point.interpolate(corners, 3, 1);
    float pointZ = point.interpolate(corners, 3, 2);
    assertThat(point.depth()).isCloseTo(buffer.depth(pixel), within(1e-6f));
    assertThat(pointZ).isCloseTo(buffer.depth(pixel), within(1e-6f));
    assertThat(pointX / pointZ).isCloseTo(28f, within(1e-5f));
    assertThat(pointY / pointZ).isCloseTo(25f, within(1e-5f));
  }

  @Test
  void theNearerOfTwoSurfacesWinsWhateverTheOrder() {
    float[] x = {-9, 200, -9, -9, 200, -9};
    float[] y = {-9, -9, 200, -9, -9, 200};
    float[] z = {2, 2, 2, 1, 1, 1};
    for (int[] order : new int[][] {{0, 1, 2, 3, 4, 5}, {3, 4, 5, 0, 1, 2}}) {
      FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
      draw(x, y, z, order, 0, 2, Projection.ORTHOGRAPHIC, Rasterizer.Cull.NONE, buffer);
      for (int i = 0; i < SIZE * SIZE; i++) {
        assertThat(buffer.depth(i)).isEqualTo(1f);
      }
    }
  }

  @Test
  void cullingDropsClockwiseTriangles() {
    float[] x = {0, 60, 0};
    float[] y = {0, 0, 60};
    float[] z = {1, 1, 1};
    FragmentBuffer clockwise = new FragmentBuffer(SIZE, SIZE);
    FragmentBuffer counter = new FragmentBuffer(SIZE, SIZE);
    Rasterizer.Cull cull = Rasterizer.Cull.CLOCKWISE;
    draw(x, y, z, new int[] {0, 1, 2}, 0, 1, Projection.ORTHOGRAPHIC, cull, clockwise);
    draw(x, y, z, new int[] {0, 2, 1}, 0, 1, Projection.ORTHOGRAPHIC, cull, counter);
    assertNothing(clockwise);
    assertThat(counter.triangle(70)).isZero();
  }

  @Test
  void cornersBehindTheCameraOrFarOffAreLeftOut() {
    FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
    draw(
        new float[] {0, 60, 0, Float.NaN, 1e9f, 3},
        new float[] {0, 0, 60, 0, 4, 5},
        new float[] {1, -1, 1, 1, 1, 1},
        new int[] {0, 1, 2, 3, 4, 5},
        0,
        2,
        Projection.PERSPECTIVE,
        Rasterizer.Cull.NONE,
        buffer);
    assertNothing(buffer);
  }

  private static void assertNothing(FragmentBuffer buffer) {
    assertThat(buffer.isEmpty()).isTrue();
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertThat(buffer.triangle(i)).isEqualTo(FragmentBuffer.NOTHING);
      assertThat(buffer.depth(i)).isEqualTo(Float.POSITIVE_INFINITY);
    }
  }

  private static void draw(
      float[] x,
      float[] y,
      float[] z,
      int[] triangles,
      int from,
      int to,
      Projection projection,
      Rasterizer.Cull cull,
      FragmentBuffer buffer) {
    ScreenVertices vertices = new ScreenVertices();
    vertices.set(x, y, z, projection);
    Rasterizer.draw(vertices, triangles, from, to, cull, buffer);
  }
}
