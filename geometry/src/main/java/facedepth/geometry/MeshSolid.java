package facedepth.geometry;

import java.util.Arrays;

/**
 * Closes a sheet of triangles to a solid: a flat back, and walls from the sheet's boundary to it
 * along the camera's rays.
 *
 * <p>Front, walls and back share their vertices, so the solid is closed by its indices as well as
 * by its positions. Along the rays the sheet hides nothing of itself, as a depth map's cannot, so
 * no wall runs through it. Normals at the rim are the front's: seen from there it looks as before.
 */
public final class MeshSolid {
  private MeshSolid() {}

  /** As {@link #close(Mesh, int[], CropCamera, double)}, the back with all of the front's edges. */
  public static Mesh close(Mesh front, CropCamera camera, double back) {
    return close(front, front.triangles(), camera, back);
  }

  /**
   * A solid.
   *
   * @param front a manifold with boundary, seen from the camera
   * @param backTriangles the back's triangles as vertices of the front, facing the viewer as the
   *     front's do: the same boundary, inside it any vertices of the front
   * @param camera the crop's camera
   * @param back z of the back, crop widths, beyond all of the front
   * @throws IllegalArgumentException if the back does not lie behind the front, or the two differ
   *     in their boundary
   */
  public static Mesh close(Mesh front, int[] backTriangles, CropCamera camera, double back) {
    float[] z = front.positions();
    for (int i = 2; i < z.length; i += 3) {
      if (!(z[i] < back)) {
        throw new IllegalArgumentException("a back at " + back + " is not behind " + z[i]);
      }
    }
    int vertices = front.vertexCount();
    int[] walls = MeshEdges.boundary(front.triangles(), vertices);
    int[] copyOf = copies(vertices, walls, backTriangles);
    int[] backWalls = MeshEdges.boundary(backTriangles, vertices);
    if (!sameEdges(walls, backWalls)) {
      throw new IllegalArgumentException("front and back differ in their boundary");
    }
    int copies = 0;
    for (int copy : copyOf) {
      copies += copy >= 0 ? 1 : 0;
    }
    float[] positions = Arrays.copyOf(front.positions(), 3 * (vertices + copies));
    float[] normals = Arrays.copyOf(front.normals(), 3 * (vertices + copies));
    float[] coordinates =
        Arrays.copyOf(front.textureCoordinates(), front.isTextured() ? 2 * (vertices + copies) : 0);
    for (int i = 0; i < vertices; i++) {
      int copy = copyOf[i];
      if (copy >= 0) {
        double scale = camera.spread(back) / camera.spread(positions[3 * i + 2]);
        positions[3 * copy] = (float) (positions[3 * i] * scale);
        positions[3 * copy + 1] = (float) (positions[3 * i + 1] * scale);
        positions[3 * copy + 2] = (float) back;
        normals[3 * copy + 2] = 1;
        if (front.isTextured()) {
          coordinates[2 * copy] = coordinates[2 * i];
          coordinates[2 * copy + 1] = coordinates[2 * i + 1];
        }
      }
    }
    return new Mesh(
        positions,
        normals,
        coordinates,
        triangles(front.triangles(), backTriangles, walls, copyOf));
  }

  /** For each vertex its copy in the back, -1 for those that the back does not use. */
  private static int[] copies(int vertices, int[] walls, int[] backTriangles) {
    int[] copyOf = new int[vertices];
    Arrays.fill(copyOf, -1);
    int next = vertices;
    for (int[] used : new int[][] {walls, backTriangles}) {
      for (int vertex : used) {
        if (copyOf[vertex] < 0) {
          copyOf[vertex] = next++;
        }
      }
    }
    return copyOf;
  }

  private static int[] triangles(int[] front, int[] back, int[] walls, int[] copyOf) {
    int[] all = Arrays.copyOf(front, front.length + back.length + 3 * walls.length);
    int at = front.length;
    for (int t = 0; t < back.length; t += 3) {
      all[at++] = copyOf[back[t]];
      all[at++] = copyOf[back[t + 2]]; // turned over: it faces away from the viewer
      all[at++] = copyOf[back[t + 1]];
    }
    for (int e = 0; e < walls.length; e += 2) {
      int a = walls[e];
      int b = walls[e + 1];
      all[at++] = b;
      all[at++] = a;
      all[at++] = copyOf[a];
      all[at++] = b;
      all[at++] = copyOf[a];
      all[at++] = copyOf[b];
    }
    return all;
  }

  private static boolean sameEdges(int[] p, int[] q) {
    return Arrays.equals(sorted(p), sorted(q));
  }

  private static long[] sorted(int[] edges) {
    long[] keys = new long[edges.length / 2];
    for (int e = 0; e < keys.length; e++) {
      keys[e] = (long) edges[2 * e] << 32 | edges[2 * e + 1];
    }
    Arrays.sort(keys);
    return keys;
  }
}
