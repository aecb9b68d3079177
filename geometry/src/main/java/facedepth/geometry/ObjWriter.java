package facedepth.geometry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Wavefront OBJ: positions and normals, and for a textured mesh texture coordinates, an .mtl file
 * of the same stem and the texture's picture beside it. Six decimals, a millionth of a crop width.
 */
public final class ObjWriter implements MeshWriter {
  private static final String MATERIAL = "face";
  private static final int POSITION_DECIMALS = 6;
  private static final int NORMAL_DECIMALS = 5;

  @Override
  public String extension() {
    return "obj";
  }

  @Override
  public void write(Path target, Mesh mesh, MeshTexture texture) throws IOException {
    boolean textured = texture != null && mesh.isTextured();
    String stem = target.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    byte[] obj = encode(mesh, textured ? stem + ".mtl" : null);
    if (textured) {
      // The picture and the material first, so that the mesh never names files that are missing.
      AtomicFile.write(
          target.resolveSibling(texture.fileName()), out -> out.write(texture.encoded()));
      byte[] material = material(texture.fileName()).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(target.resolveSibling(stem + ".mtl"), out -> out.write(material));
    }
    AtomicFile.write(target, out -> out.write(obj));
  }

  /**
   * The bytes of the .obj file.
   *
   * @param materialLibrary the .mtl file's name, or null for none
   */
  public static byte[] encode(Mesh mesh, String materialLibrary) {
    ExportAxes.requireTriangles(mesh);
    TextBuffer text = new TextBuffer(90 * mesh.vertexCount() + 60 * mesh.triangleCount() + 200);
    text.append("# facedepth; y up, z toward the viewer\n");
    if (materialLibrary != null) {
      text.append("mtllib ").append(materialLibrary).append('\n');
    }
    triples(text, "v", ExportAxes.flipped(mesh.positions()), POSITION_DECIMALS);
    float[] coordinates = mesh.textureCoordinates();
    for (int i = 0; i < coordinates.length; i += 2) {
      // OBJ's v runs up from the bottom of the picture.
      text.append("vt ").append(coordinates[i], POSITION_DECIMALS);
      text.append(' ').append(1 - coordinates[i + 1], POSITION_DECIMALS).append('\n');
    }
    triples(text, "vn", ExportAxes.flipped(mesh.normals()), NORMAL_DECIMALS);
    if (materialLibrary != null) {
      text.append("usemtl " + MATERIAL + "\n");
    }
    faces(text, mesh);
    return text.toByteArray();
  }

  private static void triples(TextBuffer text, String keyword, float[] triples, int decimals) {
    for (int i = 0; i < triples.length; i += 3) {
      text.append(keyword).append(' ').append(triples[i], decimals);
      text.append(' ').append(triples[i + 1], decimals);
      text.append(' ').append(triples[i + 2], decimals).append('\n');
    }
  }

  private static void faces(TextBuffer text, Mesh mesh) {
    int[] triangles = mesh.triangles();
    boolean textured = mesh.isTextured();
    for (int i = 0; i < triangles.length; i += 3) {
      text.append('f');
      for (int k = 0; k < 3; k++) {
        int index = triangles[i + k] + 1; // OBJ counts from 1
        text.append(' ').append(index).append('/');
        if (textured) {
          text.append(index);
        }
        text.append('/').append(index);
      }
      text.append('\n');
    }
  }

  private static String material(String pictureName) {
    return "newmtl "
        + MATERIAL
        + "\nKa 1 1 1\nKd 1 1 1\nKs 0 0 0\nillum 1\nmap_Kd "
        + pictureName
        + "\n";
  }
}
