package facedepth.geometry;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Binary little-endian PLY: positions and normals, and for a mesh with a picture the picture's
 * colour at each vertex, since the format has no textures.
 */
public final class PlyWriter implements MeshWriter {

  @Override
  public String extension() {
    return "ply";
  }

  @Override
  public void write(Path target, Mesh mesh, MeshTexture texture) throws IOException {
    byte[] colours = texture == null || !mesh.isTextured() ? null : vertexColours(mesh, texture);
    byte[] ply = encode(mesh, colours);
    AtomicFile.write(target, out -> out.write(ply));
  }

  /**
   * The bytes of the .ply file.
   *
   * @param colours red, green, blue of each vertex, or null
   */
  public static byte[] encode(Mesh mesh, byte[] colours) {
    ExportAxes.requireTriangles(mesh);
    int vertices = mesh.vertexCount();
    if (colours != null && colours.length != 3 * vertices) {
      throw new IllegalArgumentException(
          colours.length + " colour bytes do not fit " + vertices + " vertices");
    }
    byte[] header = header(mesh, colours != null).getBytes(StandardCharsets.US_ASCII);
    long size =
        header.length + (colours == null ? 24L : 27L) * vertices + 13L * mesh.triangleCount();
    ByteBuffer out =
        ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN).put(header);
    float[] positions = ExportAxes.standing(mesh.positions());
    float[] normals = ExportAxes.standing(mesh.normals());
    for (int i = 0; i < positions.length; i += 3) {
      out.putFloat(positions[i]).putFloat(positions[i + 1]).putFloat(positions[i + 2]);
      out.putFloat(normals[i]).putFloat(normals[i + 1]).putFloat(normals[i + 2]);
      if (colours != null) {
        out.put(colours, i, 3);
      }
    }
    int[] triangles = mesh.triangles();
    for (int i = 0; i < triangles.length; i += 3) {
      out.put((byte) 3).putInt(triangles[i]).putInt(triangles[i + 1]).putInt(triangles[i + 2]);
    }
    return out.array();
  }

  private static String header(Mesh mesh, boolean coloured) {
    String vertex = "";
    for (String property : new String[] {"x", "y", "z", "nx", "ny", "nz"}) {
      vertex += "property float " + property + "\n";
    }
    if (coloured) {
      vertex += "property uchar red\nproperty uchar green\nproperty uchar blue\n";
    }
    return "ply\nformat binary_little_endian 1.0\ncomment facedepth; z up, the viewer at negative y\n"
        + "element vertex "
        + mesh.vertexCount()
        + "\n"
        + vertex
        + "element face "
        + mesh.triangleCount()
        + "\nproperty list uchar int vertex_indices\nend_header\n";
  }

  private static byte[] vertexColours(Mesh mesh, MeshTexture texture) throws IOException {
    BufferedImage image =
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(texture.encoded())));
    if (image == null) {
      throw new MalformedFileException(texture.fileName(), "the picture cannot be decoded");
    }
    float[] coordinates = mesh.textureCoordinates();
    byte[] colours = new byte[3 * mesh.vertexCount()];
    for (int i = 0; i < mesh.vertexCount(); i++) {
      int x = pixel(coordinates[2 * i], image.getWidth());
      int y = pixel(coordinates[2 * i + 1], image.getHeight());
      int rgb = image.getRGB(x, y);
      colours[3 * i] = (byte) (rgb >> 16);
      colours[3 * i + 1] = (byte) (rgb >> 8);
      colours[3 * i + 2] = (byte) rgb;
    }
    return colours;
  }

  /** The pixel that a texture coordinate falls into; beyond the picture, the one at its edge. */
  private static int pixel(float coordinate, int size) {
    return Math.max(0, Math.min(size - 1, (int) Math.floor(coordinate * (double) size)));
  }
}
