package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurfaceMesherTest {
  private static final float NONE = Float.NaN;

  @ParameterizedTest
  @CsvSource({"1, 8", "1, 20.3", "2, 20.3", "3, 25.5"})
  void outlineIsTheDiscsWithinHalfAPixel(int detail, double radius) {
    int side = 64;
    DepthMap disc = disc(side, radius);

    Mesh mesh = mesh(disc, CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT, detail);

    Set<Long> boundary = MeshTopology.boundary(mesh);
    assertThat(boundary).hasSizeGreaterThan((int) (2 * Math.PI * radius * 0.7));
    for (long edge : boundary) {
      int i = (int) (edge >>> 32);
      double pixels = side * Math.hypot(mesh.positions()[3 * i], mesh.positions()[3 * i + 1]);
      assertThat(pixels).isCloseTo(radius, within(0.6));
    }
  }

  @Test
  void outlineOfLogitsRunsBetweenPixels() {
    int side = 40;
    float[] logits = new float[side * side];
    boolean[] inside = new boolean[side * side];
    double radius = 12.4;
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (radius - Math.hypot(i % side - 19.5, i / side - 19.5));
      inside[i] = logits[i] > 0;
    }
    FaceOutline outline = FaceOutline.of(side, side, logits, inside);
    DepthMap depth = disc(side, radius);

    Mesh mesh =
        SurfaceMesher.mesh(depth, outline, CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT, 1, null);

    for (long edge : MeshTopology.boundary(mesh)) {
      int i = (int) (edge >>> 32);
      double pixels = side * Math.hypot(mesh.positions()[3 * i], mesh.positions()[3 * i + 1]);
      assertThat(pixels).isCloseTo(radius, within(0.15));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "2, 2", "Infinity, 1", "Infinity, 3"})
  void sphereKeepsItsRadius(double focalLength, int detail) {
    CropCamera camera = new CropCamera(focalLength);
    double radius = 0.35;
    Mesh mesh =
        mesh(Surfaces.sphere(257, radius, camera), camera, new MeshOptions(4, 0.02), detail);

    double steepest = 0;
    for (int i = 0; i < mesh.vertexCount(); i++) {
      double[] p = MeshSoundness.vector(mesh.positions(), i);
      double[] n = MeshSoundness.vector(mesh.normals(), i);
      double distance = Math.sqrt(MeshSoundness.dot(p, p));
      assertThat(distance).isCloseTo(radius, within(1e-3));
      double cosine = MeshSoundness.dot(p, n) / distance;
      if (Math.hypot(p[0], p[1]) < 0.8 * radius) {
        steepest = Math.max(steepest, Math.toDegrees(Math.acos(Math.min(1, cosine))));
      }
    }
    assertThat(steepest).as("worst normal in degrees").isLessThan(0.3);
    assertThat(mesh.triangleCount()).isGreaterThan(20000 * detail * detail);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyMeshIsSound(long seed) {
    DepthMap depth = Surfaces.bumpyFace(24 + (int) seed, 30, seed);
    for (CropCamera camera : new CropCamera[] {new CropCamera(1.2), CropCamera.ORTHOGRAPHIC}) {
      Mesh mesh = mesh(depth, camera, MeshOptions.DEFAULT, 1);

      assertThat(mesh.triangleCount()).isGreaterThan(300);
      MeshSoundness.check(mesh, camera, MeshOptions.DEFAULT, Math.max(24 + (int) seed, 30));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomMasksGiveManifolds(long seed) {
    Random random = new Random(seed);
    int width = 5 + random.nextInt(30);
    int height = 5 + random.nextInt(30);
    float[] values = new float[width * height];
    float[] logits = new float[width * height];
    boolean[] inside = new boolean[width * height];
    double holes = 0.6 * random.nextDouble();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < holes ? NONE : 0.3f * random.nextFloat();
      logits[i] = (float) random.nextGaussian();
      inside[i] = logits[i] > 0;
    }
    DepthMap depth = new DepthMap(width, height, values);
    if (depth.faceArea() == 0) {
      return;
    }
    FaceOutline wild = FaceOutline.of(width, height, logits, inside);
    for (MeshOptions options : new MeshOptions[] {new MeshOptions(3, 0), MeshOptions.KEEP_ALL}) {
      for (FaceOutline outline : new FaceOutline[] {null, wild}) {
        for (int detail = 1; detail < 4; detail++) {
          Mesh mesh = SurfaceMesher.mesh(depth, outline, new CropCamera(3), options, detail, null);
          MeshTopology.requireManifold(mesh);
        }
      }
    }
  }

  @Test
  void noTriangleBridgesAJumpAndItsTearIsClean() {
    int side = 64;
    float[] values = new float[side * side];
    for (int i = 0; i < values.length; i++) {
      int x = i % side;
      int y = i / side;
      values[i] = x + 0.3 * y < 40 ? 0 : 0.5f;
    }
    for (int detail = 1; detail < 4; detail++) {
      Mesh mesh =
          mesh(
              new DepthMap(side, side, values),
              CropCamera.ORTHOGRAPHIC,
              new MeshOptions(5, 0),
              detail);

      int[] triangles = mesh.triangles();
      for (int c = 0; c < triangles.length; c++) {
        float depth = mesh.positions()[3 * triangles[c] + 2];
        assertThat(depth).isEqualTo(mesh.positions()[3 * triangles[c - c % 3] + 2]);
        assertThat(depth == 0 || depth == 0.5f).isTrue();
      }
      assertThat(area(mesh)).isBetween(0.91, 0.97);
    }
  }

  @Test
  void spikesGoAndSlopesStay() {
    DepthMap plane = Surfaces.plane(20, 20, 1.5, 0.5);
    float[] spiked = plane.values().clone();
    spiked[10 * 20 + 7] -= 0.4f;
    spiked[4 * 20 + 15] = Float.POSITIVE_INFINITY;

    Mesh mesh = mesh(new DepthMap(20, 20, spiked), CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT, 1);

    assertThat(mesh.vertexCount()).isEqualTo(400);
    for (int i = 0; i < 400; i++) {
      double expected = 1.5 * mesh.positions()[3 * i] + 0.5 * mesh.positions()[3 * i + 1];
      assertThat((double) mesh.positions()[3 * i + 2]).isCloseTo(expected, within(0.06));
    }
  }

  @Test
  void smallHolesAreFilledAndLargeOnesStay() {
    float[] values = Surfaces.plane(40, 40, 0.5, 0).values();
    for (int i : new int[] {410, 411, 450}) {
      values[i] = NONE;
    }
    for (int y = 25; y < 35; y++) {
      Arrays.fill(values, y * 40 + 20, y * 40 + 30, NONE);
    }

    Mesh mesh = mesh(new DepthMap(40, 40, values), CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT, 1);

    assertThat(loops(mesh)).isEqualTo(2);
  }

  /** A head from the front: a flank back to the ears that begins and ends at another x each row. */
  private static DepthMap headWithEars(int side) {
    Random random = new Random(4);
    float[] values = new float[side * side];
    Arrays.fill(values, NONE);
    for (int y = side / 10; y < side * 9 / 10; y++) {
      double begins =
          0.3 * side + 1.5 * random.nextDouble() + 0.02 * side * Math.sin(9.0 * y / side);
      boolean ear = Math.abs(y - side / 2) < side / 9;
      double ends = begins + (ear ? 8 : 1 + 3 * random.nextDouble());
      for (int x = 0; x < side; x++) {
        double across = Math.abs(x - side / 2.0);
        if (across < (ear ? ends + 6 : ends)) {
          double flank = Math.min(across, ends) - Math.min(across, begins);
          values[y * side + x] = (float) (0.3 * Math.pow(across / side, 2) + 6 * flank / side);
        }
      }
    }
    return new DepthMap(side, side, values).centred();
  }

  @Test
  void aFlankEndsAtADepthWithoutFringeAndEar() {
    int side = 128;
    Mesh mesh = mesh(headWithEars(side), CropCamera.ORTHOGRAPHIC, new MeshOptions(8, 0.1, 3.5), 1);
    Mesh frayed = mesh(headWithEars(side), CropCamera.ORTHOGRAPHIC, new MeshOptions(8, 0.1), 1);

    double[] rim = sideRim(mesh);
    assertThat(rim[1] - rim[0]).as("depths of the edge").isLessThan(0.06);
    assertThat(rim[1]).as("no ear").isLessThan(0.15);
    double[] without = sideRim(frayed);
    assertThat(without[1] - without[0]).as("what the cut is good for").isGreaterThan(0.07);
    assertThat(loops(mesh)).isEqualTo(1);
  }

  @Test
  void aFlankDoesNotReachTheMouth() {
    int side = 128;
    DepthMap head = headWithEars(side);
    for (int i = 0; i < head.values().length; i++) { // a gentle pit, deeper than the flank begins
      double distance = Math.hypot(i % side - 0.58 * side, i / side - 0.6 * side) / side;
      head.values()[i] += (float) (0.13 * Math.exp(-0.5 * Math.pow(distance / 0.04, 2)));
    }

    Mesh mesh = mesh(head, CropCamera.ORTHOGRAPHIC, new MeshOptions(8, 0.1, 3.5), 1);

    assertThat(loops(mesh)).as("no hole").isEqualTo(1);
  }

  /** The smallest and the largest depth along the edge beside the middle of the face. */
  private static double[] sideRim(Mesh mesh) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (long edge : MeshTopology.boundary(mesh)) {
      double[] p = MeshSoundness.vector(mesh.positions(), (int) (edge >>> 32));
      if (Math.abs(p[1]) < 0.33 && Math.abs(p[0]) > 0.2) {
        least = Math.min(least, p[2]);
        most = Math.max(most, p[2]);
      }
    }
    return new double[] {least, most};
  }

  @Test
  void specksAndWhatHangsByAStrandGo() {
    int side = 128;
    float[] values = new float[side * side];
    Arrays.fill(values, NONE);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean face = Math.hypot(x - 50, y - 64) < 35;
        boolean strand = y >= 63 && y < 65 && x < 105 && x > 50;
        boolean ear = Math.hypot(x - 105, y - 64) < 6;
        boolean speck = Math.hypot(x - 110, y - 10) < 5;
        values[y * side + x] = face || strand || ear || speck ? 0 : NONE;
      }
    }

    Mesh mesh =
        mesh(new DepthMap(side, side, values), CropCamera.ORTHOGRAPHIC, new MeshOptions(5, 0.1), 1);

    assertThat(loops(mesh)).isEqualTo(1);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      assertThat(mesh.positions()[3 * i]).isLessThan((90 - 63.5f) / side);
    }
  }

  @Test
  void detailAddsVerticesBetweenThePixels() {
    DepthMap depth = Surfaces.plane(9, 6, 0.3, -0.2);
    TextureMapping texture = TextureMapping.stretched(9, 6, 90, 60);

    Mesh mesh =
        SurfaceMesher.mesh(depth, null, CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT, 4, texture);

    assertThat(mesh.vertexCount()).isEqualTo(33 * 21);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      float u = mesh.positions()[3 * i];
      float v = mesh.positions()[3 * i + 1];
      assertThat(mesh.positions()[3 * i + 2]).isCloseTo(0.3f * u - 0.2f * v, within(1e-6f));
      assertThat(mesh.textureCoordinates()[2 * i]).isCloseTo(u + 0.5f, within(1e-6f));
      assertThat(mesh.textureCoordinates()[2 * i + 1]).isCloseTo(v * 1.5f + 0.5f, within(1e-6f));
    }
  }

  @Test
  void refinedVerticesStayOnTheMap() {
    CropCamera camera = new CropCamera(2);
    DepthMap depth = Surfaces.sphere(64, 0.4, CropCamera.ORTHOGRAPHIC);
    Mesh mesh = mesh(depth, camera, new MeshOptions(4, 0), 3);

    for (int i = 0; i < mesh.vertexCount(); i++) {
      double d = mesh.positions()[3 * i + 2];
      double u = mesh.positions()[3 * i] / camera.spread(d);
      double v = mesh.positions()[3 * i + 1] / camera.spread(d);
      double reach = Math.hypot(u, v);
      if (reach < 0.34) {
        assertThat(d).isCloseTo(-Math.sqrt(0.16 - reach * reach), within(1e-3));
      }
    }
  }

  @Test
  void aMeshToBeReducedIsMadeOfFewerPixelsAndStillOnTheSurface() {
    CropCamera camera = new CropCamera(2);
    DepthMap depth = Surfaces.sphere(258, 0.35, camera);
    int side = 66;
    float[] step = new float[side * side];
    for (int i = 0; i < step.length; i++) {
      step[i] = i % side < 33 ? 0 : 0.4f;
    }

    Mesh mesh = SurfaceMesher.mesh(depth, null, camera, new MeshOptions(4, 0.02), 1, null, 4000);
    Mesh torn =
        SurfaceMesher.mesh(
            new DepthMap(side, side, step),
            null,
            CropCamera.ORTHOGRAPHIC,
            new MeshOptions(5, 0),
            1,
            null,
            500);

    assertThat(mesh.triangleCount()).isBetween(10_000, 14_000);
    MeshTopology.requireManifold(mesh);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      double[] p = MeshSoundness.vector(mesh.positions(), i);
      assertThat(Math.sqrt(MeshSoundness.dot(p, p))).isCloseTo(0.35, within(4e-3));
    }
    assertThat(torn.triangleCount()).isBetween(250, 600);
    for (int c = 0; c < torn.triangles().length; c++) {
      assertThat(torn.positions()[3 * torn.triangles()[c] + 2])
          .isEqualTo(torn.positions()[3 * torn.triangles()[c - c % 3] + 2]);
    }
  }

  @Test
  void thinAndTinyFacesGiveSmallMeshesOrNone() {
    float[] line = {NONE, 0, NONE, NONE, 0.1f, NONE, NONE, 0.2f, NONE};

    for (DepthMap map :
        new DepthMap[] {
          new DepthMap(3, 3, line),
          new DepthMap(1, 5, new float[5]),
          new DepthMap(1, 1, new float[1]),
          new DepthMap(2, 1, new float[2])
        }) {
      assertThat(mesh(map, new CropCamera(2), MeshOptions.DEFAULT, 2).triangleCount()).isZero();
    }
    Mesh smallest =
        mesh(new DepthMap(2, 2, new float[4]), new CropCamera(2), MeshOptions.DEFAULT, 1);
    assertThat(smallest.triangleCount()).isEqualTo(2);
    assertThat(Arrays.copyOf(smallest.normals(), 3)).containsExactly(0f, 0f, -1f);
  }

  @Test
  void mapsWithoutFaceAndOutlinesOfAnotherSizeAreRefused() {
    DepthMap empty = new DepthMap(2, 1, new float[] {NONE, Float.POSITIVE_INFINITY});
    DepthMap flat = new DepthMap(2, 2, new float[4]);

    assertThatThrownBy(() -> mesh(empty, CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no face");
    assertThatThrownBy(
            () ->
                SurfaceMesher.mesh(
                    flat,
                    FaceOutline.of(Surfaces.plane(3, 2, 0, 0)),
                    CropCamera.ORTHOGRAPHIC,
                    MeshOptions.DEFAULT,
                    1,
                    null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3x2 for a depth map of 2x2");
    assertThatThrownBy(() -> mesh(flat, CropCamera.ORTHOGRAPHIC, MeshOptions.DEFAULT, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("detail 0");
  }

  private static Mesh mesh(DepthMap depth, CropCamera camera, MeshOptions options, int detail) {
    return SurfaceMesher.mesh(depth, null, camera, options, detail, null);
  }

  private static DepthMap disc(int side, double radius) {
    float[] values = new float[side * side];
    for (int i = 0; i < values.length; i++) {
      double middle = (side - 1) / 2.0;
      values[i] = Math.hypot(i % side - middle, i / side - middle) < radius ? 0 : NONE;
    }
    return new DepthMap(side, side, values);
  }

  private static double area(Mesh mesh) {
    double sum = 0;
    for (int c = 0; c < mesh.triangles().length; c += 3) {
      double[] a = MeshSoundness.vector(mesh.positions(), mesh.triangles()[c]);
      double[] b = MeshSoundness.vector(mesh.positions(), mesh.triangles()[c + 1]);
      double[] d = MeshSoundness.vector(mesh.positions(), mesh.triangles()[c + 2]);
      double[] n = MeshSoundness.cross(MeshSoundness.minus(b, a), MeshSoundness.minus(d, a));
      sum += Math.sqrt(MeshSoundness.dot(n, n)) / 2;
    }
    return sum;
  }

  /** How many closed lines the boundary is made of. */
  private static int loops(Mesh mesh) {
    Set<Long> open = MeshTopology.boundary(mesh);
    int[] next = new int[mesh.vertexCount()];
    Set<Integer> left = new HashSet<>();
    for (long edge : open) {
      next[(int) (edge >>> 32)] = (int) edge;
      left.add((int) (edge >>> 32));
    }
    int loops = 0;
    while (!left.isEmpty()) {
      int vertex = left.iterator().next();
      loops++;
      while (left.remove(vertex)) {
        vertex = next[vertex];
      }
    }
    return loops;
  }
}
