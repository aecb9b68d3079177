package facedepth.geometry;

/** The one place where camera axes become those of the mesh formats. */
final class ExportAxes {
  private ExportAxes() {}

  /** A copy with y up and z toward the viewer: {@code (x, -y, -z)} of every triple. */
  static float[] flipped(float[] triples) {
    float[] flipped = new float[triples.length];
    for (int i = 0; i < triples.length; i += 3) {
      flipped[i] = triples[i];
      flipped[i + 1] = 0f - triples[i + 1]; // 0 - x, so that 0 does not become -0
      flipped[i + 2] = 0f - triples[i + 2];
    }
    return flipped;
  }

  static void requireTriangles(Mesh mesh) {
    if (mesh.triangleCount() == 0) {
      throw new IllegalArgumentException("the mesh has no triangle");
    }
  }
}
