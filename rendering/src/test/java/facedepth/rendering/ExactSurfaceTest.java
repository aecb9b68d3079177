package facedepth.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn agrees with the formula of what it is, at every covered sample. */
class ExactSurfaceTest {
  private static final int SIZE = 96;
  private static final double TOLERANCE = 1e-4; // of the thing's size

  @ParameterizedTest(name = "sphere at {0}, {1}, {2}, focal length {3} widths")
  @CsvSource({"0,0,40,10", "0.3,-0.2,4,1.2", "-0.4,0.3,1.9,0.6", "0.02,0.01,1.25,0.4"})
  void aSphere(double cx, double cy, double cz, double focalWidths) {
    int columns = 1400;
    int rows = 700;
    float[] points = new float[3 * (columns + 1) * (rows + 1)];
    float[] normals = new float[points.length];
    for (int row = 0, at = 0; row <= rows; row++) {
      for (int column = 0; column <= columns; column++, at += 3) {
        double polar = Math.PI * row / rows;
        double around = 2 * Math.PI * column / columns;
        normals[at] = (float) (Math.sin(polar) * Math.cos(around));
        normals[at + 1] = (float) -Math.cos(polar);
        normals[at + 2] = (float) (Math.sin(polar) * Math.sin(around));
        points[at] = (float) (cx + normals[at]);
        points[at + 1] = (float) (cy + normals[at + 1]);
        points[at + 2] = (float) (cz + normals[at + 2]);
      }
    }
    int[] triangles = grid(columns, rows);
    ScreenVertices screen = new ScreenVertices();
    float focal = (float) (focalWidths * SIZE);
    float centre = (SIZE - 1) / 2f;
    screen.perspective(points, points.length / 3, 0, 0, 0, focal, centre, centre);
    FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
    Rasterizer.draw(screen, triangles, 0, triangles.length / 3, Rasterizer.Cull.CLOCKWISE, buffer);
    SurfacePoint spot = new SurfacePoint();
    int covered = 0;
    for (int at = 0; at < SIZE * SIZE; at++) {
      double u = (at % SIZE - (SIZE - 1) / 2.0) / focal;
      double v = (at / SIZE - (SIZE - 1) / 2.0) / focal;
      // |t (u, v, 1) - c| = 1
      double a = u * u + v * v + 1;
      double b = u * cx + v * cy + cz;
      double root = b * b - a * (cx * cx + cy * cy + cz * cz - 1);
      if (buffer.triangle(at) == FragmentBuffer.NOTHING) {
        assertThat(root).as("sample %d is missed", at).isLessThan(1e-4);
        continue;
      }
      covered++;
      double z = (b - Math.sqrt(Math.max(0, root))) / a;
      // Facets lie this much inside the sphere, which shows where a ray grazes it.
      double sagitta = 1 - Math.cos(Math.sqrt(2) * Math.PI / columns);
      double inner = root - a * (1 - (1 - sagitta) * (1 - sagitta));
      double farthest = (b - Math.sqrt(Math.max(0, inner))) / a;
      assertThat((double) buffer.depth(at))
          .as("sample %d", at)
          .isBetween(z - 2 * TOLERANCE, farthest + 2 * TOLERANCE);
      spot.locate(screen, triangles, buffer.triangle(at), at % SIZE, at / SIZE);
      assertThat((double) spot.depth())
          .as("place of sample %d", at)
          .isBetween(z - 2 * TOLERANCE, farthest + 2 * TOLERANCE);
      assertThat(spot.interpolate(points, 3, 0) / spot.depth()).isCloseTo((float) u, within(1e-5f));
      assertThat(spot.interpolate(points, 3, 1) / spot.depth()).isCloseTo((float) v, within(1e-5f));
      double cosine =
          spot.interpolate(normals, 3, 0) * (u * z - cx)
              + spot.interpolate(normals, 3, 1) * (v * z - cy)
              + spot.interpolate(normals, 3, 2) * (z - cz);
      assertThat(cosine).as("normal of sample %d", at).isGreaterThan(Math.cos(Math.toRadians(0.3)));
    }
    assertThat(covered).isGreaterThan(500);
  }

  @ParameterizedTest(name = "plane tilted by {0} and {1}, focal length {2} widths")
  @CsvSource({"0,0,3", "0.5,-0.3,1", "3,1,0.8", "-8,5,2", "20,0,10"})
  void aPlaneOfManySmallTrianglesAndOfTwo(double slopeX, double slopeY, double focalWidths) {
    for (int cells : new int[] {1, 7, 400}) {
      // z = 5 + slopeX x + slopeY y over a square of side 2 / (1 + |slopes|): its size is about 2.
      double half = 1 / (1 + Math.abs(slopeX) + Math.abs(slopeY));
      float[] points = new float[3 * (cells + 1) * (cells + 1)];
      for (int i = 0; i < points.length; i += 3) {
        double x = half * (2.0 * (i / 3 % (cells + 1)) / cells - 1);
        double y = half * (2.0 * (i / 3 / (cells + 1)) / cells - 1);
        points[i] = (float) x;
        points[i + 1] = (float) y;
        points[i + 2] = (float) (5 + slopeX * x + slopeY * y);
      }
      int[] triangles = grid(cells, cells);
      ScreenVertices screen = new ScreenVertices();
      float focal = (float) (focalWidths * SIZE);
      float centre = (SIZE - 1) / 2f;
      screen.perspective(points, points.length / 3, 0, 0, 0, focal, centre, centre);
      FragmentBuffer buffer = new FragmentBuffer(SIZE, SIZE);
      Rasterizer.draw(screen, triangles, 0, triangles.length / 3, Rasterizer.Cull.NONE, buffer);
      SurfacePoint spot = new SurfacePoint();
      int covered = 0;
      for (int at = 0; at < SIZE * SIZE; at++) {
        if (buffer.triangle(at) == FragmentBuffer.NOTHING) {
          continue;
        }
        covered++;
        double u = (at % SIZE - (SIZE - 1) / 2.0) / focal;
        double v = (at / SIZE - (SIZE - 1) / 2.0) / focal;
        double z = 5 / (1 - slopeX * u - slopeY * v);
        assertThat((double) buffer.depth(at))
            .as("sample %d of %d cells", at, cells)
            .isCloseTo(z, within(2 * TOLERANCE));
        spot.locate(screen, triangles, buffer.triangle(at), at % SIZE, at / SIZE);
        assertThat((double) spot.depth())
            .as("place of sample %d of %d cells", at, cells)
            .isCloseTo(z, within(2 * TOLERANCE));
      }
      assertThat(covered).isGreaterThan(20);
    }
  }

  /** Triangles of a grid of vertices, row by row. */
  private static int[] grid(int columns, int rows) {
    int[] triangles = new int[6 * columns * rows];
    int next = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int a = row * (columns + 1) + column;
        int b = a + columns + 1;
        for (int corner : new int[] {a, b, a + 1, a + 1, b, b + 1}) {
          triangles[next++] = corner;
        }
      }
    }
    return triangles;
  }
}
