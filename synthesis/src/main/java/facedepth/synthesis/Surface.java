package facedepth.synthesis;

/**
 * One point of a surface before light, filled by whoever paints the material and read by {@link
 * PhotoShader}. Mutable and reused from point to point.
 */
final class Surface {
  /** Linear RGB. */
  final float[] albedo = new float[3];

  /**
   * Camera axes, not yet of unit length; painters may tilt it. Which way their own axes lie in the
   * camera's does not matter to relief that has no direction.
   */
  final float[] normal = new float[3];

  /** Strength of the shine, 0 for none. */
  float shine;

  /** Exponent of the shine: 10 dull, 100 wet. */
  float gloss;

  /** Which way strands of hair run, unit length, camera axes; only told where the hair is. */
  final float[] tangent = new float[3];

  /** How much the shine follows {@link #tangent}: 0 for a smooth surface, 1 for strands. */
  float strands;

  /** How much light passes through skin, 0 to 1: softens and reddens the edge of shadows. */
  float scatter;

  /** Share of the environment's light that reaches the point, 0 to 1. */
  float open;

  void colour(float red, float green, float blue) {
    albedo[0] = red;
    albedo[1] = green;
    albedo[2] = blue;
  }

  void colour(float[] rgb, float scale) {
    for (int c = 0; c < 3; c++) {
      albedo[c] = rgb[c] * scale;
    }
  }

  /** Mixes a colour in, 0 nothing to 1 all. */
  void blend(float[] rgb, float share) {
    for (int c = 0; c < 3; c++) {
      albedo[c] += share * (rgb[c] - albedo[c]);
    }
  }

  void darken(float share) {
    for (int c = 0; c < 3; c++) {
      albedo[c] *= 1 - share;
    }
  }
}
