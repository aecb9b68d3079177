package facedepth.geometry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Binary STL: bare triangles with their geometric normals. */
public final class StlWriter implements MeshWriter {
  private static final int HEADER_BYTES = 80;
  private static final int TRIANGLE_BYTES = 50;

  @Override
  public String extension() {
    return "stl";
  }

  @Override
  public void write(Path target, Mesh mesh, MeshTexture texture) throws IOException {
    byte[] stl = encode(mesh);
    AtomicFile.write(target, out -> out.write(stl));
  }

  /** The bytes of the .stl file. */
  public static byte[] encode(Mesh mesh) {
    ExportAxes.requireTriangles(mesh);
    long size = HEADER_BYTES + 4 + (long) TRIANGLE_BYTES * mesh.triangleCount();
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
    // The header must not begin with "solid", by which readers know the text form.
    out.put("facedepth; z up, the viewer at negative y".getBytes(StandardCharsets.US_ASCII));
    out.position(HEADER_BYTES).putInt(mesh.triangleCount());
    float[] positions = ExportAxes.standing(mesh.positions());
    int[] triangles = mesh.triangles();
    for (int t = 0; t < triangles.length; t += 3) {
      int i = 3 * triangles[t];
      int j = 3 * triangles[t + 1];
      int k = 3 * triangles[t + 2];
      putNormal(out, positions, i, j, k);
      for (int corner : new int[] {i, j, k}) {
        out.putFloat(positions[corner]);
        out.putFloat(positions[corner + 1]);
        out.putFloat(positions[corner + 2]);
      }
      out.putShort((short) 0);
    }
    return out.array();
  }

  private static void putNormal(ByteBuffer out, float[] p, int i, int j, int k) {
    double ax = (double) p[j] - p[i];
    double ay = (double) p[j + 1] - p[i + 1];
    double az = (double) p[j + 2] - p[i + 2];
    double bx = (double) p[k] - p[i];
    double by = (double) p[k + 1] - p[i + 1];
    double bz = (double) p[k + 2] - p[i + 2];
    double nx = ay * bz - az * by;
    double ny = az * bx - ax * bz;
    double nz = ax * by - ay * bx;
    double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    double scale = length > 0 ? 1 / length : 0;
    out.putFloat((float) (nx * scale))
        .putFloat((float) (ny * scale))
        .putFloat((float) (nz * scale));
  }
}
