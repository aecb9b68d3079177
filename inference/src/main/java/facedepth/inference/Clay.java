package facedepth.inference;

/**
 * What fired clay looks like in a sculptor's studio: a window to the upper left, a lamp's sheen.
 */
final class Clay {
  // Directions in the view's axes: x right, y down, z away; of unit length.
  private static final float[] WINDOW = unit(-0.55f, -0.6f, -0.6f);
  private static final float[] FILL = unit(0.8f, -0.1f, -0.5f);
  private static final float[] HALF_WAY = unit(-0.3f, -0.33f, -0.95f); // viewer and window
  private static final float[] ALBEDO = {0.66f, 0.55f, 0.47f};
  private static final byte[] GAMMA = gamma(4096); // finer than the 255 levels that come of it

  private Clay() {}

  /** {@code 0xRRGGBB} of a surface whose normal, to the viewer, is given in the view's axes. */
  static int colour(float x, float y, float z) {
    float length = (float) Math.sqrt(x * x + y * y + z * z);
    float nx = x / length;
    float ny = y / length;
    float nz = z / length;
    float light = 0.16f - 0.06f * ny; // a little more from the sky
    light += 0.85f * Math.max(0, dot(WINDOW, nx, ny, nz));
    light += 0.28f * Math.max(0, dot(FILL, nx, ny, nz));
    float glance = Math.max(0, dot(HALF_WAY, nx, ny, nz));
    float square = glance * glance;
    float eighth = square * square * square * square;
    float sheen = 0.1f * eighth * eighth * eighth;
    int rgb = 0;
    for (float albedo : ALBEDO) {
      float value = Math.min(1, albedo * light + sheen);
      rgb = rgb << 8 | GAMMA[(int) (value * (GAMMA.length - 1) + 0.5f)] & 0xff;
    }
    return rgb;
  }

  /** Brightness from 0 to 1, in steps, to what a screen is told. */
  private static byte[] gamma(int steps) {
    byte[] table = new byte[steps + 1];
    for (int i = 0; i <= steps; i++) {
      table[i] = (byte) Math.round(255 * Math.pow((double) i / steps, 1 / 2.2));
    }
    return table;
  }

  private static float dot(float[] a, float x, float y, float z) {
    return a[0] * x + a[1] * y + a[2] * z;
  }

  private static float[] unit(float x, float y, float z) {
    float length = (float) Math.sqrt(x * x + y * y + z * z);
    return new float[] {x / length, y / length, z / length};
  }
}
