package facedepth.geometry;

/** The one place where camera axes become those of the mesh formats. */
final class ExportAxes {
  private ExportAxes() {}

  /** For glTF and OBJ, a copy with y up and z toward the viewer: {@code (x, -y, -z)}. */
  static float[] flipped(float[] triples) {
    float[] flipped = new float[triples.length];
    for (int i = 0; i < triples.length; i += 3) {
      flipped[i] = triples[i];
      flipped[i + 1] = 0f - triples[i + 1]; // 0 - x, so that 0 does not become -0
      flipped[i + 2] = 0f - triples[i + 2];
    }
    return flipped;
  }

  /**
   * For PLY and STL, whose files say nothing of axes and whose readers (Blender, slicers) hold z
   * for up, a copy with z up and the viewer at negative y: {@code (x, z, -y)}.
   */
  static float[] standing(float[] triples) {
    float[] standing = new float[triples.length];
    for (int i = 0; i < triples.length; i += 3) {
      standing[i] = triples[i];
      standing[i + 1] = triples[i + 2];
      standing[i + 2] = 0f - triples[i + 1];
    }
    return standing;
  }

  static void requireTriangles(Mesh mesh) {
    if (mesh.triangleCount() == 0) {
      throw new IllegalArgumentException("the mesh has no triangle");
    }
  }
}
