package facedepth.geometry;

/**
 * A triangle mesh in crop widths, camera axes: x right, y down, z forward (away from the viewer).
 *
 * <p>Writers convert to the axes of their format. Triangles are counter-clockwise when seen from
 * the camera on the screen with y up, so their geometric normal points to the viewer. The arrays
 * are shared with the caller, not copied.
 */
public final class Mesh {
  private final float[] positions;
  private final float[] normals;
  private final float[] textureCoordinates;
  private final int[] triangles;

  /**
   * Wraps the arrays.
   *
   * @param positions 3 floats a vertex: x, y, z in crop widths
   * @param normals 3 floats a vertex, unit length, towards the outside
   * @param textureCoordinates 2 floats a vertex: u right, v down, both 0 to 1 over the texture
   *     image (glTF's convention); an empty array when there is no texture
   * @param triangles 3 vertex indices a triangle, 0-based
   * @throws IllegalArgumentException if the lengths do not fit together
   */
  public Mesh(float[] positions, float[] normals, float[] textureCoordinates, int[] triangles) {
    if (positions.length % 3 != 0
        || normals.length != positions.length
        || triangles.length % 3 != 0
        || (textureCoordinates.length != 0
            && textureCoordinates.length != positions.length / 3 * 2)) {
      throw new IllegalArgumentException(
          "mesh arrays do not fit together: "
              + positions.length
              + " position, "
              + normals.length
              + " normal, "
              + textureCoordinates.length
              + " texture floats, "
              + triangles.length
              + " indices");
    }
    this.positions = positions;
    this.normals = normals;
    this.textureCoordinates = textureCoordinates;
    this.triangles = triangles;
  }

  /** How many vertices. */
  public int vertexCount() {
    return positions.length / 3;
  }

  /** How many triangles. */
  public int triangleCount() {
    return triangles.length / 3;
  }

  /** x, y, z of each vertex. */
  public float[] positions() {
    return positions;
  }

  /** Unit normal of each vertex. */
  public float[] normals() {
    return normals;
  }

  /** u, v of each vertex, or empty. */
  public float[] textureCoordinates() {
    return textureCoordinates;
  }

  /** Whether vertices carry texture coordinates. */
  public boolean isTextured() {
    return textureCoordinates.length > 0;
  }

  /** Vertex indices of each triangle. */
  public int[] triangles() {
    return triangles;
  }

  /** The same mesh in another unit: every position times {@code factor}. */
  public Mesh scaled(double factor) {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("scale " + factor + " is not positive");
    }
    float[] scaled = new float[positions.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (positions[i] * factor);
    }
    return new Mesh(scaled, normals, textureCoordinates, triangles);
  }

  /**
   * The mesh of some of the vertices.
   *
   * @param fewer triangles, by this mesh's vertices; those it does not use are dropped
   */
  public Mesh withTriangles(int[] fewer) {
    int[] renamed = new int[vertexCount()];
    for (int vertex : fewer) {
      renamed[vertex] = 1;
    }
    int count = 0;
    for (int i = 0; i < renamed.length; i++) {
      renamed[i] = renamed[i] == 0 ? -1 : count++;
    }
    int[] kept = new int[fewer.length];
    for (int c = 0; c < kept.length; c++) {
      kept[c] = renamed[fewer[c]];
    }
    return new Mesh(
        taken(positions, 3, renamed, count),
        taken(normals, 3, renamed, count),
        isTextured() ? taken(textureCoordinates, 2, renamed, count) : textureCoordinates,
        kept);
  }

  private static float[] taken(float[] values, int perVertex, int[] renamed, int count) {
    float[] out = new float[perVertex * count];
    for (int i = 0; i < renamed.length; i++) {
      if (renamed[i] >= 0) {
        System.arraycopy(values, perVertex * i, out, perVertex * renamed[i], perVertex);
      }
    }
    return out;
  }
}
