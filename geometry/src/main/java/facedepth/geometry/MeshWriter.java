package facedepth.geometry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes meshes in one file format.
 *
 * <p>A mesh has camera axes (y down, z away from the viewer); all formats here are written with y
 * up, right-handed, z toward the viewer: {@code (x, -y, -z)}, a half turn about x, which leaves the
 * triangles' orientation as it is. Lengths stay crop widths.
 */
public interface MeshWriter {

  /** The formats, preferred first. */
  static List<MeshWriter> all() {
    return List.of(new GlbWriter(), new ObjWriter(), new PlyWriter(), new StlWriter());
  }

  /**
   * The writer for a file name's extension, whatever its case.
   *
   * @throws IllegalArgumentException if no format has that extension
   */
  static MeshWriter forFile(Path file) {
    String name = file.getFileName().toString();
    return forExtension(name.substring(name.lastIndexOf('.') + 1));
  }

  /**
   * The writer for an extension, without the dot.
   *
   * @throws IllegalArgumentException if no format has it
   */
  static MeshWriter forExtension(String extension) {
    String wanted = extension.toLowerCase(Locale.ROOT);
    List<String> known = all().stream().map(MeshWriter::extension).toList();
    return all().stream()
        .filter(writer -> writer.extension().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no mesh format '" + extension + "'; there are " + String.join(", ", known)));
  }

  /** The file name extension, lower case, without the dot. */
  String extension();

  /**
   * Writes a mesh, and beside it the files that the format keeps apart.
   *
   * @param texture the picture that the texture coordinates refer to, or null; left out for a mesh
   *     without texture coordinates
   * @throws IllegalArgumentException if the mesh has no triangle
   */
  void write(Path target, Mesh mesh, MeshTexture texture) throws IOException;

  /** Writes a mesh without a picture. */
  default void write(Path target, Mesh mesh) throws IOException {
    write(target, mesh, null);
  }
}
