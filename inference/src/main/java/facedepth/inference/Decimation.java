package facedepth.inference;

import facedepth.geometry.Mesh;
import facedepth.geometry.MeshEdges;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.util.meshoptimizer.MeshOptimizer;

/**
 * Fewer triangles for the same shape, by meshoptimizer: edges collapse in the order of the quadric
 * error they cause (Garland and Heckbert 1997), onto one of their ends, so that the vertices that
 * are left keep their places, normals and texture coordinates. Boundaries keep their course.
 *
 * <p>LWJGL carries meshoptimizer; this class is loaded when it is first needed.
 */
public final class Decimation {
  private static final int TRIES = 4;
  private static final double MORE = 1.3; // triangles from one try to the next

  private Decimation() {}

  /**
   * A mesh of at most so many triangles, the same one if it has no more.
   *
   * <p>A mesh that is a manifold stays one: should the result be none, which quadrics alone do not
   * rule out, a little more is asked for, and in the end the mesh is given back as it was.
   *
   * @param maximumTriangles at least 4; a mesh of many parts may keep more
   * @throws IllegalStateException if meshoptimizer does not run on this machine
   */
  public static Mesh reduce(Mesh mesh, int maximumTriangles) {
    if (maximumTriangles < 4) {
      throw new IllegalArgumentException("at most " + maximumTriangles + " triangles are too few");
    }
    if (mesh.triangleCount() <= maximumTriangles) {
      return mesh;
    }
    boolean manifold = MeshEdges.isManifold(mesh.triangles(), mesh.vertexCount());
    double target = maximumTriangles;
    for (int i = 0; i < TRIES; i++) {
      int[] fewer = triangles(mesh.positions(), mesh.triangles(), (int) target, false);
      if (!manifold || MeshEdges.isManifold(fewer, mesh.vertexCount())) {
        return mesh.withTriangles(fewer);
      }
      target *= MORE;
    }
    return mesh;
  }

  /**
   * The fewest triangles that cover a flat piece with the same boundary.
   *
   * @param triangles three vertices each, of {@code front}
   * @return {@code triangles} itself if it cannot be done with less
   */
  static int[] flatCover(Mesh front, int[] triangles) {
    float[] flat = front.positions().clone();
    for (int i = 2; i < flat.length; i += 3) {
      flat[i] = 0;
    }
    int[] cover = triangles(flat, triangles, 4, true);
    return MeshEdges.isManifold(cover, front.vertexCount()) ? cover : triangles;
  }

  private static int[] triangles(
      float[] positions, int[] triangles, int target, boolean lockBoundary) {
    try {
      IntBuffer in = BufferUtils.createIntBuffer(triangles.length).put(triangles).flip();
      IntBuffer out = BufferUtils.createIntBuffer(triangles.length);
      FloatBuffer points = BufferUtils.createFloatBuffer(positions.length).put(positions).flip();
      long length =
          MeshOptimizer.meshopt_simplify(
              out,
              in,
              points,
              positions.length / 3,
              3L * Float.BYTES,
              3L * target,
              1, // any error, relative to the mesh's size: the number of triangles decides
              lockBoundary ? MeshOptimizer.meshopt_SimplifyLockBorder : 0,
              null);
      int[] fewer = new int[(int) length];
      out.get(0, fewer);
      return fewer;
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "meshoptimizer does not run on this machine, so meshes keep all their triangles: " + e,
          e);
    }
  }
}
