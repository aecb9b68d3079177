package facedepth.geometry;

/**
 * Turns a depth map into a triangle mesh: a vertex a pixel, two triangles a cell of four pixels.
 *
 * <p>With {@code phi} the camera's focal length and n the longer side of the map, pixel (x, y) of
 * depth d lies at {@code u = (x + 0.5 - W/2) / n}, {@code v = (y + 0.5 - H/2) / n}, and its vertex
 * at {@code X = u (phi + d) / phi}, {@code Y = v (phi + d) / phi}, {@code z = d}: crop widths, z
 * relative to the median of the face so that the mesh stands at the origin, the camera at z = -phi.
 * The orthographic camera gives {@code (u, v, d)}.
 *
 * <p>A cell is split along the diagonal with the smaller difference in depth; with three pixels of
 * the face it gives one triangle. Triangles across jumps and small loose parts are left out ({@link
 * MeshOptions}); vertices without a triangle too.
 */
public final class GridMesher {
  private GridMesher() {}

  /** A mesh without texture, with the default options. */
  public static Mesh mesh(DepthMap depth, CropCamera camera) {
    return mesh(depth, camera, MeshOptions.DEFAULT, null);
  }

  /** A mesh without texture. */
  public static Mesh mesh(DepthMap depth, CropCamera camera, MeshOptions options) {
    return mesh(depth, camera, options, null);
  }

  /**
   * A mesh.
   *
   * @param depth crop widths relative to the median of the face, NaN outside it
   * @param camera the crop's camera
   * @param options what is left out
   * @param texture where pixels lie in the texture image, or null for a mesh without texture
   * @throws IllegalArgumentException if no pixel is finite or one lies behind the camera. A face
   *     too thin for a triangle gives an empty mesh
   */
  public static Mesh mesh(
      DepthMap depth, CropCamera camera, MeshOptions options, TextureMapping texture) {
    depth.requireFace();
    DepthSurface surface = new DepthSurface(depth, camera, options.maximumSlope());
    GridCells cells = GridCells.of(depth, surface);
    if (options.minimumShare() > 0) {
      ConnectedParts.removeSmall(cells, options.minimumShare());
    }
    int[] vertexOf = new int[depth.values().length];
    int vertices = numberVertices(cells, vertexOf);

    int width = depth.width();
    float[] positions = new float[3 * vertices];
    float[] normals = new float[3 * vertices];
    surface.vertices(vertexOf, positions, normals);
    float[] textureCoordinates =
        texture == null
            ? new float[0]
            : textureCoordinates(texture.toTexture(), vertexOf, width, vertices);
    return new Mesh(positions, normals, textureCoordinates, triangles(cells, vertexOf));
  }

  /** Numbers the pixels that a triangle uses, row-major; the others become -1. */
  private static int numberVertices(GridCells cells, int[] vertexOf) {
    int count = 0;
    for (int y = 0, pixel = 0; y <= cells.rows(); y++) {
      int above = cells.index(0, y - 1);
      int below = cells.index(0, y);
      // The pixel is d, c, b, a of the cells that touch it, which only one triangle each lacks.
      int left =
          cells.triangles(above - 1) & ~GridCells.ACB | cells.triangles(below - 1) & ~GridCells.ACD;
      for (int x = 0; x <= cells.columns(); x++, pixel++) {
        int upper = cells.triangles(above + x);
        int lower = cells.triangles(below + x);
        int used = left | upper & ~GridCells.ADB | lower & ~GridCells.BCD;
        vertexOf[pixel] = used != 0 ? count++ : -1;
        left = upper & ~GridCells.ACB | lower & ~GridCells.ACD;
      }
    }
    return count;
  }

  private static float[] textureCoordinates(
      AffineMap toTexture, int[] vertexOf, int width, int vertices) {
    float[] coordinates = new float[2 * vertices];
    for (int pixel = 0, x = 0, y = 0; pixel < vertexOf.length; pixel++) {
      int vertex = vertexOf[pixel];
      if (vertex >= 0) {
        coordinates[2 * vertex] = (float) toTexture.applyX(x, y);
        coordinates[2 * vertex + 1] = (float) toTexture.applyY(x, y);
      }
      if (++x == width) {
        x = 0;
        y++;
      }
    }
    return coordinates;
  }

  private static int[] triangles(GridCells cells, int[] vertexOf) {
    int[] triangles = new int[3 * cells.triangleCount()];
    int width = cells.columns() + 1;
    int at = 0;
    for (int y = 0; y < cells.rows(); y++) {
      int cell = cells.index(0, y);
      for (int x = 0; x < cells.columns(); x++, cell++) {
        int bits = cells.triangles(cell);
        if (bits == 0) {
          continue;
        }
        int pixel = y * width + x;
        int a = vertexOf[pixel];
        int b = vertexOf[pixel + 1];
        int c = vertexOf[pixel + width];
        int d = vertexOf[pixel + width + 1];
        if ((bits & GridCells.ACB) != 0) {
          at = put(triangles, at, a, c, b);
        }
        if ((bits & GridCells.BCD) != 0) {
          at = put(triangles, at, b, c, d);
        }
        if ((bits & GridCells.ACD) != 0) {
          at = put(triangles, at, a, c, d);
        }
        if ((bits & GridCells.ADB) != 0) {
          at = put(triangles, at, a, d, b);
        }
      }
    }
    return triangles;
  }

  private static int put(int[] triangles, int at, int i, int j, int k) {
    triangles[at] = i;
    triangles[at + 1] = j;
    triangles[at + 2] = k;
    return at + 3;
  }
}
