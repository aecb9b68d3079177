package facedepth.synthesis.dataset;

/** Three planes one after another, to three channels side by side, and back. */
final class Planes {
  private Planes() {}

  /** Whole numbers 0 to 255 as unsigned bytes, red, green, blue of a pixel side by side. */
  static byte[] bytes(float[] planar) {
    int area = planar.length / 3;
    byte[] bytes = new byte[planar.length];
    for (int i = 0; i < area; i++) {
      bytes[3 * i] = (byte) (int) planar[i];
      bytes[3 * i + 1] = (byte) (int) planar[area + i];
      bytes[3 * i + 2] = (byte) (int) planar[2 * area + i];
    }
    return bytes;
  }

  static float[] interleaved(float[] planar) {
    int area = planar.length / 3;
    float[] interleaved = new float[planar.length];
    for (int i = 0; i < planar.length; i++) {
      interleaved[3 * (i % area) + i / area] = planar[i];
    }
    return interleaved;
  }
}
