package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshEdges;
import facedepth.geometry.ReliefPlate;
import facedepth.inference.DepthMesher;
import facedepth.inference.MeshRecipe;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadSource;
import facedepth.synthesis.SyntheticFace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meshes of rendered faces, whose depth is known: people of all kinds, turned by all angles. */
class MeshOfRenderedFacesTest {
  private static final int SIDE = 96;
  private static final int FACES = 10;
  private static final double CLOSE = 1e-3; // crop widths

  private static final List<SyntheticFace> faces = new ArrayList<>();

  @BeforeAll
  static void render(@TempDir Path cache) throws IOException {
    FaceGenerator generator =
        new FaceGenerator(HeadSource.open(HeadSource.BUILTIN, cache), SIDE, 20261123);
    for (int i = 0; i < FACES; i++) {
      faces.add(generator.cleanFace(i));
    }
  }

  @Test
  void theFacesAreOfManyKinds() {
    double[] yaws = faces.stream().mapToDouble(face -> face.pose().yaw()).sorted().toArray();
    assertThat(yaws[FACES - 1] - yaws[0]).as("degrees of yaw").isGreaterThan(40);
    String recipes = String.join("\n", faces.stream().map(SyntheticFace::parametersJson).toList());
    assertThat(recipes).containsPattern("\"(spectacles|glasses)\":\\{");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void verticesLieOnTheDepthMapAndNoTriangleBridgesAJump(int detail) {
    for (SyntheticFace face : faces) {
      for (MeshRecipe recipe : List.of(MeshRecipe.MEASURED, MeshRecipe.FACE)) {
        Mesh mesh = mesh(face, recipe.withDetail(detail));
        assertThat(mesh.triangleCount()).isGreaterThan(face.depth().faceArea() * detail);
        int wild = 0;
        for (int i = 0; i < mesh.vertexCount(); i++) {
          double[] p = pixel(mesh, i, face.camera());
          double depth = mesh.positions()[3 * i + 2];
          double truth = bilinear(face.depth(), p[0], p[1]);
          if (Math.abs(truth - depth) > CLOSE) { // false where there is no truth
            assertThat(sticksOut(face.depth(), p))
                .as("%s off by %s", where(p), truth - depth)
                .isTrue();
            wild++;
          }
        }
        assertThat(wild).as("vertices at spikes").isLessThan(mesh.vertexCount() / 300);
        requireNoBridge(mesh, face, recipe.surface().maximumSlope() * (detail > 1 ? 1.5 : 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theOutlineIsTheMasksWithinAPixel(int detail) {
    for (SyntheticFace face : faces) {
      Mesh mesh = mesh(face, MeshRecipe.MEASURED.withDetail(detail));
      int[] edges = MeshEdges.boundary(mesh.triangles(), mesh.vertexCount());
      boolean[] near = new boolean[SIDE * SIDE];
      int far = 0;
      for (int end : edges) {
        double[] p = pixel(mesh, end, face.camera());
        double distance = toMask(face.depth(), p);
        // Where a strand was cut off, the cut runs through it.
        assertThat(distance).as(where(p)).isLessThanOrEqualTo(2.5);
        far += distance > 1 ? 1 : 0;
        mark(near, p);
      }
      assertThat(far).as("of %d ends at the outline", edges.length).isLessThan(edges.length / 40);
      // The other way round, but for strands, gaps, and what is torn off behind a jump.
      boolean[] body = body(face.depth());
      int missed = 0;
      int rim = 0;
      for (int i = 0; i < near.length; i++) {
        if (body[i] && touchesOutside(face.depth(), i)) {
          rim++;
          missed += near[i] ? 0 : 1;
        }
      }
      assertThat(missed).as("of %d pixels at the mask's edge", rim).isLessThan(rim / 6);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1500})
  void solidsAndReliefsAreClosedAndHaveVolume(int most) {
    for (SyntheticFace face : faces) {
      for (MeshRecipe.Form form :
          List.of(
              new MeshRecipe.Solid(0.02),
              new MeshRecipe.Relief(0.03, 0.01, ReliefPlate.Shape.TILE),
              new MeshRecipe.Relief(0.03, 0.01, ReliefPlate.Shape.MEDAL))) {
        Mesh mesh = mesh(face, MeshRecipe.FACE.withForm(form).withMaximumTriangles(most));
        assertThat(MeshEdges.isManifold(mesh.triangles(), mesh.vertexCount())).isTrue();
        assertThat(MeshEdges.boundary(mesh.triangles(), mesh.vertexCount())).isEmpty();
        int[] welded = welded(mesh);
        assertThat(MeshEdges.boundary(welded, mesh.vertexCount())).as("welded").isEmpty();
        assertThat(volume(mesh)).isGreaterThan(0.002);
      }
    }
  }

  private static Mesh mesh(SyntheticFace face, MeshRecipe recipe) {
    return DepthMesher.mesh(face.depth(), null, face.camera(), recipe, null);
  }

  private static double[] pixel(Mesh mesh, int vertex, CropCamera camera) {
    double spread = camera.spread(mesh.positions()[3 * vertex + 2]);
    double x = mesh.positions()[3 * vertex] / spread;
    double y = mesh.positions()[3 * vertex + 1] / spread;
    return new double[] {(x + 0.5) * SIDE - 0.5, (y + 0.5) * SIDE - 0.5};
  }

  private static String where(double[] pixel) {
    return "at column " + pixel[0] + ", row " + pixel[1];
  }

  /** NaN where one of the pixels around has no depth. */
  private static double bilinear(DepthMap map, double column, double row) {
    double x = Math.abs(column - Math.rint(column)) < 1e-3 ? Math.rint(column) : column;
    double y = Math.abs(row - Math.rint(row)) < 1e-3 ? Math.rint(row) : row;
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      double weight = (k % 2 == 0 ? left + 1 - x : x - left) * (k < 2 ? top + 1 - y : y - top);
      if (weight > 0) {
        sum += weight * map.at(left + k % 2, top + k / 2);
      }
    }
    return sum;
  }

  /** Whether a pixel around is far from all but one of its neighbours: those are mended. */
  private static boolean sticksOut(DepthMap map, double[] pixel) {
    for (int y = (int) Math.floor(pixel[1]); y <= Math.ceil(pixel[1]); y++) {
      for (int x = (int) Math.floor(pixel[0]); x <= Math.ceil(pixel[0]); x++) {
        double[] steps = new double[9];
        Arrays.fill(steps, Double.NaN); // sorted last
        for (int k = 0; k < 9; k++) {
          int nx = x + k % 3 - 1;
          int ny = y + k / 3 - 1;
          if (k != 4 && nx >= 0 && ny >= 0 && nx < SIDE && ny < SIDE && map.isFace(nx, ny)) {
            steps[k] = Math.abs(map.at(nx, ny) - map.at(x, y));
          }
        }
        Arrays.sort(steps);
        if (steps[2] > 0.9 / SIDE) {
          return true;
        }
      }
    }
    return false;
  }

  private static void requireNoBridge(Mesh mesh, SyntheticFace face, double slope) {
    int[] triangles = mesh.triangles();
    for (int c = 0; c < triangles.length; c += 3) {
      double nearest = Double.POSITIVE_INFINITY;
      double farthest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < 3; k++) {
        nearest = Math.min(nearest, mesh.positions()[3 * triangles[c + k] + 2]);
        farthest = Math.max(farthest, mesh.positions()[3 * triangles[c + k] + 2]);
      }
      double most = slope / SIDE * face.camera().spread(nearest);
      assertThat(farthest - nearest).isLessThanOrEqualTo(most * (1 + 1e-5));
    }
  }

  /**
   * Pixels from a place to the squares of the mask's pixels, or out of them to the next outside.
   */
  private static double toMask(DepthMap map, double[] p) {
    boolean inside = map.isFace(clamped(p[0]), clamped(p[1]));
    double least = Double.POSITIVE_INFINITY;
    for (int y = (int) p[1] - 3; y <= p[1] + 4; y++) {
      for (int x = (int) p[0] - 3; x <= p[0] + 4; x++) {
        boolean face = x >= 0 && y >= 0 && x < SIDE && y < SIDE && map.isFace(x, y);
        boolean jump = face && steep(map, x, y);
        if (face != inside || jump) {
          double dx = Math.max(0, Math.abs(p[0] - x) - 0.5);
          double dy = Math.max(0, Math.abs(p[1] - y) - 0.5);
          least = Math.min(least, Math.hypot(dx, dy));
        }
      }
    }
    return least;
  }

  /** Whether the surface may tear at a pixel: its steps are near to the allowed ones. */
  private static boolean steep(DepthMap map, int x, int y) {
    for (int k = 0; k < 9; k++) {
      int nx = x + k % 3 - 1;
      int ny = y + k / 3 - 1;
      if (nx >= 0 && ny >= 0 && nx < SIDE && ny < SIDE) {
        if (Math.abs(map.at(nx, ny) - map.at(x, y)) > 2.5 / SIDE) { // half of MEASURED's slope
          return true;
        }
      }
    }
    return false;
  }

  private static int clamped(double coordinate) {
    return (int) Math.max(0, Math.min(SIDE - 1, Math.rint(coordinate)));
  }

  private static void mark(boolean[] near, double[] p) {
    for (int y = Math.max(0, (int) Math.ceil(p[1] - 1.5));
        y <= Math.min(SIDE - 1, p[1] + 1.5);
        y++) {
      for (int x = Math.max(0, (int) Math.ceil(p[0] - 1.5));
          x <= Math.min(SIDE - 1, p[0] + 1.5);
          x++) {
        near[y * SIDE + x] = true;
      }
    }
  }

  /** The largest part of the mask that is three pixels thick everywhere and has no jump in it. */
  private static boolean[] body(DepthMap map) {
    boolean[] thick = new boolean[SIDE * SIDE];
    for (int i = SIDE; i < SIDE * (SIDE - 1); i++) {
      if (i % SIDE > 0 && i % SIDE < SIDE - 1 && isSmoothBlock(map, i)) {
        for (int k = 0; k < 9; k++) {
          thick[i + k % 3 - 1 + (k / 3 - 1) * SIDE] = true;
        }
      }
    }
    boolean[] largest = new boolean[0];
    int most = 0;
    boolean[] seen = new boolean[SIDE * SIDE];
    for (int start = 0; start < seen.length; start++) {
      boolean[] part = new boolean[SIDE * SIDE];
      int count = 0;
      Deque<Integer> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        int i = open.pop();
        if (i >= 0 && i < seen.length && thick[i] && !seen[i]) {
          seen[i] = true;
          part[i] = true;
          count++;
          open.addAll(List.of(i - 1, i + 1, i - SIDE, i + SIDE));
        }
      }
      if (count > most) {
        most = count;
        largest = part;
      }
    }
    return largest;
  }

  private static boolean isSmoothBlock(DepthMap map, int centre) {
    for (int k = 0; k < 9; k++) {
      int x = centre % SIDE + k % 3 - 1;
      int y = centre / SIDE + k / 3 - 1;
      if (!map.isFace(x, y) || steep(map, x, y)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a pixel beside is out of the face, and not in a hole or gap that may be filled. */
  private static boolean touchesOutside(DepthMap map, int i) {
    int x = i % SIDE;
    int y = i / SIDE;
    return isOutside(map, x - 1, y)
        || isOutside(map, x + 1, y)
        || isOutside(map, x, y - 1)
        || isOutside(map, x, y + 1);
  }

  /** Whether a pixel is in a block of three by three that has nothing of the face. */
  private static boolean isOutside(DepthMap map, int x, int y) {
    for (int block = 0; block < 9; block++) {
      boolean empty = true;
      for (int k = 0; k < 9; k++) {
        int nx = x + block % 3 - 1 + k % 3 - 1;
        int ny = y + block / 3 - 1 + k / 3 - 1;
        empty &= nx < 0 || ny < 0 || nx >= SIDE || ny >= SIDE || !map.isFace(nx, ny);
      }
      if (empty) {
        return true;
      }
    }
    return false;
  }

  /** Triangles by places instead of vertices, as a file without indices has them. */
  private static int[] welded(Mesh mesh) {
    Map<List<Float>, Integer> places = new HashMap<>();
    int[] welded = new int[mesh.triangles().length];
    float[] p = mesh.positions();
    for (int c = 0; c < welded.length; c++) {
      int at = 3 * mesh.triangles()[c];
      List<Float> place = List.of(p[at], p[at + 1], p[at + 2]);
      welded[c] = places.computeIfAbsent(place, unused -> places.size());
    }
    return welded;
  }

  private static double volume(Mesh mesh) {
    double sum = 0;
    float[] p = mesh.positions();
    for (int c = 0; c < mesh.triangles().length; c += 3) {
      int i = 3 * mesh.triangles()[c];
      int j = 3 * mesh.triangles()[c + 1];
      int k = 3 * mesh.triangles()[c + 2];
      sum +=
          p[i] * ((double) p[j + 1] * p[k + 2] - (double) p[j + 2] * p[k + 1])
              + p[i + 1] * ((double) p[j + 2] * p[k] - (double) p[j] * p[k + 2])
              + p[i + 2] * ((double) p[j] * p[k + 1] - (double) p[j + 1] * p[k]);
    }
    return sum / 6;
  }
}
