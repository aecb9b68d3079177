package facedepth.synthesis.dataset;

/**
 * Normals as colours, the way normal maps are commonly stored: red = right, green = up, blue = to
 * the viewer, {@code (n + 1) / 2 * 255} rounded. Black where there is no face: no normal is black.
 */
final class NormalColours {
  private NormalColours() {}

  /**
   * Colours of normals.
   *
   * @param normals three planes in camera axes (x right, y down, z forward), NaN outside the face
   * @return red, green, blue of a pixel side by side
   */
  static byte[] of(float[] normals) {
    int area = normals.length / 3;
    byte[] colours = new byte[normals.length];
    for (int i = 0; i < area; i++) {
      if (Float.isFinite(normals[i])) {
        colours[3 * i] = colour(normals[i]);
        colours[3 * i + 1] = colour(-normals[area + i]);
        colours[3 * i + 2] = colour(-normals[2 * area + i]);
      }
    }
    return colours;
  }

  private static byte colour(float component) {
    return (byte) Math.max(0, Math.min(255, Math.round((component + 1) * 127.5f)));
  }
}
