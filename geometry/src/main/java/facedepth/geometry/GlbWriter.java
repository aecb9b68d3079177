package facedepth.geometry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Binary glTF 2.0 with the texture's picture inside. Source: the glTF 2.0 specification, Khronos
 * Group / ISO/IEC 12113.
 */
public final class GlbWriter implements MeshWriter {
  private static final int MAGIC = 0x46546C67;
  private static final int JSON_CHUNK = 0x4E4F534A;
  private static final int BINARY_CHUNK = 0x004E4942;

  /** 65535 itself means "restart" in 16-bit indices, so the last vertex may be 65534. */
  private static final int MAXIMUM_SHORT_VERTICES = 65535;

  @Override
  public String extension() {
    return "glb";
  }

  @Override
  public void write(Path target, Mesh mesh, MeshTexture texture) throws IOException {
    byte[] glb = encode(mesh, texture);
    AtomicFile.write(target, out -> out.write(glb));
  }

  /**
   * The bytes of the .glb file.
   *
   * @param texture the picture, or null
   */
  public static byte[] encode(Mesh mesh, MeshTexture texture) {
    ExportAxes.requireTriangles(mesh);
    MeshTexture picture = mesh.isTextured() ? texture : null;
    float[] positions = ExportAxes.flipped(mesh.positions());
    boolean shortIndices = mesh.vertexCount() <= MAXIMUM_SHORT_VERTICES;
    int indexBytes = mesh.triangles().length * (shortIndices ? 2 : 4);
    GlbLayout layout =
        new GlbLayout(
            indexBytes,
            4 * positions.length,
            4 * mesh.textureCoordinates().length,
            picture == null ? 0 : picture.encoded().length);
    byte[] json =
        GlbJson.describe(mesh, positions, layout, shortIndices, picture)
            .getBytes(StandardCharsets.US_ASCII);
    int jsonBytes = GlbLayout.aligned(json.length);
    int total = Math.addExact(12 + 8 + jsonBytes + 8, layout.total());

    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).putInt(2).putInt(total);
    out.putInt(jsonBytes).putInt(JSON_CHUNK).put(json);
    while (out.position() < 20 + jsonBytes) {
      out.put((byte) ' ');
    }
    out.putInt(layout.total()).putInt(BINARY_CHUNK);
    ByteBuffer binary = out.slice().order(ByteOrder.LITTLE_ENDIAN);
    putIndices(binary, mesh.triangles(), shortIndices);
    putFloats(binary, layout.positions(), positions);
    putFloats(binary, layout.normals(), ExportAxes.flipped(mesh.normals()));
    putFloats(binary, layout.textureCoordinates(), mesh.textureCoordinates());
    if (picture != null) {
      binary.put(layout.picture(), picture.encoded());
    }
    return out.array();
  }

  private static void putIndices(ByteBuffer binary, int[] triangles, boolean shortIndices) {
    if (!shortIndices) {
      binary.asIntBuffer().put(triangles);
      return;
    }
    char[] indices = new char[triangles.length];
    for (int i = 0; i < triangles.length; i++) {
      indices[i] = (char) triangles[i];
    }
    binary.asCharBuffer().put(indices);
  }

  private static void putFloats(ByteBuffer binary, int offset, float[] values) {
    binary
        .slice(offset, 4 * values.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .put(values);
  }
}
