package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshEdges;
import facedepth.geometry.ReliefPlate;
import facedepth.geometry.TextureMapping;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepthMesherTest {
  private static final CropCamera CAMERA = new CropCamera(3);

  /** A dome of an ellipse's outline, 0.35 deep, with a nose that is steep on one side. */
  private static DepthMap dome(int side) {
    float[] values = new float[side * side];
    for (int i = 0; i < values.length; i++) {
      double u = (i % side + 0.5) / side - 0.5;
      double v = (i / side + 0.5) / side - 0.5;
      double square = u * u / (0.3 * 0.3) + v * v / (0.4 * 0.4);
      double nose = Math.abs(v) < 0.08 && u > -0.06 && u < 0 ? u + 0.06 : 0;
      values[i] = square < 1 ? (float) (0.25 * square - nose) : Float.NaN;
    }
    return new DepthMap(side, side, values).centred();
  }

  private static Mesh mesh(DepthMap depth, MeshRecipe recipe) {
    TextureMapping texture = TextureMapping.stretched(depth.width(), depth.height(), 300, 300);
    return DepthMesher.mesh(depth, null, CAMERA, recipe, texture);
  }

  @Test
  void detailFollowsThePhotoUnlessItIsGiven() {
    int sparse = mesh(dome(100), MeshRecipe.FACE.withDetail(1)).vertexCount();

    assertThat(mesh(dome(100), MeshRecipe.FACE).vertexCount()).isGreaterThan(3 * sparse);
    assertThat(mesh(dome(200), MeshRecipe.FACE).vertexCount())
        .isEqualTo(mesh(dome(200), MeshRecipe.FACE.withDetail(1)).vertexCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 2000, 6000})
  void decimationKeepsShapeAndBoundary(int most) {
    Mesh full = mesh(dome(96), MeshRecipe.FACE.withDetail(2));
    Mesh fewer = mesh(dome(96), MeshRecipe.FACE.withDetail(2).withMaximumTriangles(most));

    assertThat(full.triangleCount()).isGreaterThan(10_000);
    assertThat(fewer.triangleCount()).isBetween(most * 8 / 10, most);
    assertThat(MeshEdges.isManifold(fewer.triangles(), fewer.vertexCount())).isTrue();
    assertThat(area(fewer)).isCloseTo(area(full), within(0.01 * area(full)));
    assertThat(rimLength(fewer)).isCloseTo(rimLength(full), within(0.02 * rimLength(full)));
    // Vertices are some of those there were, with all that belongs to them.
    for (int i = 0; i < fewer.vertexCount(); i += 7) {
      int at = indexOf(full, fewer, i);
      assertThat(at).isNotNegative();
      assertThat(fewer.normals()[3 * i]).isEqualTo(full.normals()[3 * at]);
      assertThat(fewer.textureCoordinates()[2 * i]).isEqualTo(full.textureCoordinates()[2 * at]);
    }
    if (most >= 2000) {
      assertThat(farthestFrom(full, fewer)).as("error in crop widths").isLessThan(4e-3);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "3000, 1", "800, 2"})
  void solidsAreClosedAndHaveVolume(int most, int detail) {
    MeshRecipe recipe =
        MeshRecipe.FACE
            .withDetail(detail)
            .withMaximumTriangles(most)
            .withForm(new MeshRecipe.Solid(0.02));
    Mesh solid = mesh(dome(64), recipe);

    assertThat(MeshEdges.boundary(solid.triangles(), solid.vertexCount())).isEmpty();
    assertThat(MeshEdges.isManifold(solid.triangles(), solid.vertexCount())).isTrue();
    // An ellipse of 0.3 x 0.4, between 0.02 and 0.27 thick, wider where it is farther away.
    assertThat(volume(solid)).isBetween(0.04, 0.08);
    if (most > 0) {
      assertThat(solid.triangleCount()).isLessThanOrEqualTo(most);
    }
  }

  @ParameterizedTest
  @CsvSource({"TILE, 0", "MEDAL, 0", "TILE, 2000", "MEDAL, 2000"})
  void reliefsAreClosedAndAsHighAsAsked(ReliefPlate.Shape shape, int most) {
    MeshRecipe recipe =
        MeshRecipe.FACE
            .withMaximumTriangles(most)
            .withForm(new MeshRecipe.Relief(0.03, 0.01, shape));
    Mesh relief = mesh(dome(64), recipe);

    assertThat(MeshEdges.boundary(relief.triangles(), relief.vertexCount())).isEmpty();
    double least = Double.POSITIVE_INFINITY;
    double most2 = Double.NEGATIVE_INFINITY;
    for (int i = 2; i < relief.positions().length; i += 3) {
      least = Math.min(least, relief.positions()[i]);
      most2 = Math.max(most2, relief.positions()[i]);
    }
    assertThat(least).isCloseTo(-0.03, within(most == 0 ? 0.002 : 0.006));
    assertThat(most2).isCloseTo(0.01, within(1e-6));
    double plate = shape == ReliefPlate.Shape.TILE ? 0.97 : 0.76;
    assertThat(volume(relief)).isBetween(0.01 * plate, 0.01 + 0.03 * 0.4);
    if (most > 0) {
      assertThat(relief.triangleCount()).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void aConstantDepthIsAFlatMeshAndAFlatRelief() {
    DepthMap flat = new DepthMap(20, 20, new float[400]);

    assertThat(mesh(flat, MeshRecipe.MEASURED).triangleCount()).isEqualTo(2 * 19 * 19);
    Mesh relief =
        mesh(
            flat,
            MeshRecipe.MEASURED.withForm(new MeshRecipe.Relief(0.1, 0.01, ReliefPlate.Shape.TILE)));
    assertThat(volume(relief)).isCloseTo(0.01 * 0.95 * 0.95, within(1e-5));
  }

  @Test
  void aFaceOfOnePixelsWidthIsRefusedInOneLine() {
    float[] values = new float[30 * 30];
    Arrays.fill(values, Float.NaN);
    for (int y = 0; y < 30; y++) {
      values[30 * y + 12] = 0.1f;
    }
    DepthMap line = new DepthMap(30, 30, values);

    assertThatThrownBy(() -> mesh(line, MeshRecipe.FACE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too thin for a mesh");
  }

  @Test
  void millimetresOfAFile() {
    Mesh mesh = mesh(dome(32), MeshRecipe.FACE);
    LengthScale scale = LengthScale.ofEyeDistance(67);

    assertThat(scale.millimetres()).isCloseTo(250, within(1e-9));
    assertThat(scale.inFile(mesh, "stl").positions()[1])
        .isCloseTo(250 * mesh.positions()[1], within(1e-4f));
    assertThat(scale.inFile(mesh, "glb").positions()[1])
        .isCloseTo(0.25f * mesh.positions()[1], within(1e-6f));
    assertThatThrownBy(() -> LengthScale.ofEyeDistance(6.3)).hasMessageContaining("6.3 mm");
  }

  private static int indexOf(Mesh full, Mesh fewer, int vertex) {
    for (int i = 0; i < full.vertexCount(); i++) {
      if (Arrays.equals(
          full.positions(), 3 * i, 3 * i + 3, fewer.positions(), 3 * vertex, 3 * vertex + 3)) {
        return i;
      }
    }
    return -1;
  }

  /** How far, along the camera's rays, vertices of one mesh lie from the triangles of another. */
  private static double farthestFrom(Mesh full, Mesh fewer) {
    double worst = 0;
    for (int i = 0; i < full.vertexCount(); i += 11) {
      double[] p = seen(full, i);
      for (int c = 0; c < fewer.triangles().length; c += 3) {
        double[] a = seen(fewer, fewer.triangles()[c]);
        double[] b = seen(fewer, fewer.triangles()[c + 1]);
        double[] d = seen(fewer, fewer.triangles()[c + 2]);
        double all = side(a, b, d);
        double wa = side(p, b, d) / all;
        double wb = side(a, p, d) / all;
        double wd = 1 - wa - wb;
        if (wa >= 0 && wb >= 0 && wd >= 0) {
          worst = Math.max(worst, Math.abs(wa * a[2] + wb * b[2] + wd * d[2] - p[2]));
          break;
        }
      }
    }
    return worst;
  }

  private static double[] seen(Mesh mesh, int vertex) {
    double z = mesh.positions()[3 * vertex + 2];
    double spread = CAMERA.spread(z);
    return new double[] {
      mesh.positions()[3 * vertex] / spread, mesh.positions()[3 * vertex + 1] / spread, z
    };
  }

  private static double side(double[] a, double[] b, double[] c) {
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  }

  private static double rimLength(Mesh mesh) {
    int[] edges = MeshEdges.boundary(mesh.triangles(), mesh.vertexCount());
    double sum = 0;
    for (int e = 0; e < edges.length; e += 2) {
      double square = 0;
      for (int k = 0; k < 3; k++) {
        double step = mesh.positions()[3 * edges[e] + k] - mesh.positions()[3 * edges[e + 1] + k];
        square += step * step;
      }
      sum += Math.sqrt(square);
    }
    return sum;
  }

  private static double area(Mesh mesh) {
    double sum = 0;
    for (int c = 0; c < mesh.triangles().length; c += 3) {
      double[] n = cross(mesh, c);
      sum += Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) / 2;
    }
    return sum;
  }

  private static double volume(Mesh mesh) {
    double sum = 0;
    for (int c = 0; c < mesh.triangles().length; c += 3) {
      double[] n = cross(mesh, c);
      int at = 3 * mesh.triangles()[c];
      for (int k = 0; k < 3; k++) {
        sum += n[k] * mesh.positions()[at + k] / 6;
      }
    }
    return sum;
  }

  private static double[] cross(Mesh mesh, int corner) {
    double[][] p = new double[3][3];
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 3; k++) {
        p[j][k] = mesh.positions()[3 * mesh.triangles()[corner + j] + k];
      }
    }
    double[] a = new double[3];
    double[] b = new double[3];
    for (int k = 0; k < 3; k++) {
      a[k] = p[1][k] - p[0][k];
      b[k] = p[2][k] - p[0][k];
    }
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }
}
