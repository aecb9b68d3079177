package facedepth.benchmarks;

import de.javagl.obj.Obj;
import de.javagl.obj.ObjData;
import de.javagl.obj.ObjReader;
import de.javagl.obj.ObjUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A scanned head in its own units, y up, looking along z, the middle of its face at the origin.
 *
 * @param positions three floats a vertex
 * @param normals likewise, unit vectors
 * @param coordinates two floats a vertex, v upwards
 * @param triangles three vertices each
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
record ScannedHead(float[] positions, float[] normals, float[] coordinates, int[] triangles) {
  private static final double QUANTILE = 0.05;

  /** Reads an OBJ file with normals and texture coordinates. */
  static ScannedHead read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Obj obj = ObjUtils.convertToRenderable(ObjReader.read(in));
      if (obj.getNumNormals() == 0 || obj.getNumTexCoords() == 0) {
        throw new IOException(file + " lacks normals or texture coordinates");
      }
      return new ScannedHead(
          centred(ObjData.getVerticesArray(obj)),
          ObjData.getNormalsArray(obj),
          ObjData.getTexCoordsArray(obj, 2),
          ObjData.getFaceVertexIndicesArray(obj));
    }
  }

  int vertexCount() {
    return positions.length / 3;
  }

  /** About the middle of the foremost twentieth of the vertices, which is the face's. */
  private static float[] centred(float[] positions) {
    int count = positions.length / 3;
    double[] depths =
        IntStream.range(0, count).mapToDouble(i -> -positions[3 * i + 2]).sorted().toArray();
    double front = -depths[(int) (QUANTILE * count)];
    double[] sum = new double[3];
    int foremost = 0;
    for (int i = 0; i < positions.length; i += 3) {
      if (positions[i + 2] >= front) {
        for (int k = 0; k < 3; k++) {
          sum[k] += positions[i + k];
        }
        foremost++;
      }
    }
    float[] centred = new float[positions.length];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = (float) (positions[i] - sum[i % 3] / foremost);
    }
    return centred;
  }
}
