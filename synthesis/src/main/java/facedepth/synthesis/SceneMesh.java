package facedepth.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vertices and triangles of one scene in growing arrays that are reused from sample to sample.
 *
 * <p>Positions are centimetres, y up, z to the viewer until {@link #place} turns them into the
 * camera's axes (y down, z forward). Coordinates are the neutral head's, by which things are
 * painted.
 */
@SuppressWarnings("EnumOrdinal") // ordinals live no longer than a picture
final class SceneMesh {
  private static final Material[] MATERIALS = Material.values();

  float[] position = new float[3 * 50_000];
  float[] coordinate = new float[3 * 50_000];
  float[] normal = new float[3 * 50_000];
  private int vertices;
  private int[] triangle = new int[3 * 80_000];
  private byte[] material = new byte[80_000]; // ordinals: read for every sample
  private int triangles;
  private final List<SceneRun> runs = new ArrayList<>();
  private Layer layer = Layer.SOLID;
  private int layerStart;

  void clear() {
    vertices = 0;
    triangles = 0;
    runs.clear();
    layer = Layer.SOLID;
    layerStart = 0;
  }

  /** Puts the triangles that are appended from now on into a layer; at first it is SOLID. */
  void begin(Layer next) {
    endRun();
    layer = next;
  }

  /** All triangles by the layers they were put into, in the order they were appended. */
  List<SceneRun> runs() {
    endRun();
    return runs;
  }

  private void endRun() {
    if (triangles > layerStart) {
      runs.add(new SceneRun(layer, layerStart, triangles));
      layerStart = triangles;
    }
  }

  int vertexCount() {
    return vertices;
  }

  int triangleCount() {
    return triangles;
  }

  int[] triangles() {
    return triangle;
  }

  Material material(int index) {
    return MATERIALS[material[index]];
  }

  /** The ordinals of all triangles' materials. */
  byte[] materialOrdinals() {
    return material;
  }

  /** Appends a vertex and returns its index. */
  int vertex(float x, float y, float z, float cx, float cy, float cz) {
    reserve(1);
    int at = 3 * vertices;
    position[at] = x;
    position[at + 1] = y;
    position[at + 2] = z;
    coordinate[at] = cx;
    coordinate[at + 1] = cy;
    coordinate[at + 2] = cz;
    return vertices++;
  }

  /** Appends many vertices at once. */
  void vertices(float[] positions, float[] coordinates) {
    int count = positions.length / 3;
    reserve(count);
    System.arraycopy(positions, 0, position, 3 * vertices, positions.length);
    System.arraycopy(coordinates, 0, coordinate, 3 * vertices, positions.length);
    vertices += count;
  }

  void triangle(int a, int b, int c, Material what) {
    reserveTriangles(1);
    triangle[3 * triangles] = a;
    triangle[3 * triangles + 1] = b;
    triangle[3 * triangles + 2] = c;
    material[triangles++] = (byte) what.ordinal();
  }

  /** Appends many triangles at once, given by their corners. */
  void triangles(int[] corners, Material what) {
    int count = corners.length / 3;
    reserveTriangles(count);
    System.arraycopy(corners, 0, triangle, 3 * triangles, corners.length);
    Arrays.fill(material, triangles, triangles + count, (byte) what.ordinal());
    triangles += count;
  }

  private void reserveTriangles(int more) {
    if (triangles + more > material.length) {
      int size = Math.max(2 * material.length, triangles + more);
      material = Arrays.copyOf(material, size);
      triangle = Arrays.copyOf(triangle, 3 * size);
    }
  }

  void quad(int a, int b, int c, int d, Material what) {
    triangle(a, b, c, what);
    triangle(a, c, d, what);
  }

  private void reserve(int more) {
    if (3 * (vertices + more) > position.length) {
      int size = Math.max(2 * position.length, 3 * (vertices + more));
      position = Arrays.copyOf(position, size);
      coordinate = Arrays.copyOf(coordinate, size);
      normal = Arrays.copyOf(normal, size);
    }
  }

  /** Vertex normals, area-weighted, of the triangles {@code from} to the last. */
  void computeNormals() {
    Arrays.fill(normal, 0, 3 * vertices, 0);
    for (int t = 0; t < triangles; t++) {
      int a = 3 * triangle[3 * t];
      int b = 3 * triangle[3 * t + 1];
      int c = 3 * triangle[3 * t + 2];
      float ux = position[b] - position[a];
      float uy = position[b + 1] - position[a + 1];
      float uz = position[b + 2] - position[a + 2];
      float vx = position[c] - position[a];
      float vy = position[c + 1] - position[a + 1];
      float vz = position[c + 2] - position[a + 2];
      float nx = uy * vz - uz * vy;
      float ny = uz * vx - ux * vz;
      float nz = ux * vy - uy * vx;
      normal[a] += nx;
      normal[a + 1] += ny;
      normal[a + 2] += nz;
      normal[b] += nx;
      normal[b + 1] += ny;
      normal[b + 2] += nz;
      normal[c] += nx;
      normal[c + 1] += ny;
      normal[c + 2] += nz;
    }
    for (int i = 0; i < 3 * vertices; i += 3) {
      float nx = normal[i];
      float ny = normal[i + 1];
      float nz = normal[i + 2];
      float length = (float) Math.sqrt(nx * nx + ny * ny + nz * nz);
      float scale = length > 0 ? 1 / length : 0;
      normal[i] = nx * scale;
      normal[i + 1] = ny * scale;
      normal[i + 2] = nz * scale;
    }
  }

  /** Turns positions and normals into camera axes by a pose. */
  void place(HeadPose pose) {
    float[] m = pose.toCamera();
    for (int i = 0; i < 3 * vertices; i += 3) {
      float x = position[i];
      float y = position[i + 1];
      float z = position[i + 2];
      position[i] = m[0] * x + m[1] * y + m[2] * z;
      position[i + 1] = m[3] * x + m[4] * y + m[5] * z;
      position[i + 2] = m[6] * x + m[7] * y + m[8] * z;
      x = normal[i];
      y = normal[i + 1];
      z = normal[i + 2];
      normal[i] = m[0] * x + m[1] * y + m[2] * z;
      normal[i + 1] = m[3] * x + m[4] * y + m[5] * z;
      normal[i + 2] = m[6] * x + m[7] * y + m[8] * z;
    }
  }
}
