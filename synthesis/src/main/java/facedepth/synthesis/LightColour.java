package facedepth.synthesis;

/** Colours of lights, linear RGB of luminance 1. */
final class LightColour {
  private static final float[] LUMINANCE = {0.2126f, 0.7152f, 0.0722f};

  private LightColour() {}

  /**
   * Colour of a black body to a camera that is balanced for sRGB's white.
   *
   * @param kelvin temperature, 1700 to 25,000; the locus is that of Kim et al., US patent
   *     7,024,034, and lies within 1e-3 of Planck's
   */
  static float[] ofTemperature(float kelvin) {
    double t = 1000 / Math.max(1700, Math.min(25_000, kelvin));
    double x =
        kelvin < 4000
            ? ((-0.2661239 * t - 0.2343589) * t + 0.8776956) * t + 0.179910
            : ((-3.0258469 * t + 2.1070379) * t + 0.2226347) * t + 0.240390;
    double y;
    if (kelvin < 2222) {
      y = ((-1.1063814 * x - 1.34811020) * x + 2.18555832) * x - 0.20219683;
    } else if (kelvin < 4000) {
      y = ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867;
    } else {
      y = ((3.0817580 * x - 5.87338670) * x + 3.75112997) * x - 0.37001483;
    }
    double bigX = x / y;
    double bigZ = (1 - x - y) / y;
    return normalised(
        new float[] {
          (float) (3.2406 * bigX - 1.5372 - 0.4986 * bigZ),
          (float) (-0.9689 * bigX + 1.8758 + 0.0415 * bigZ),
          (float) (0.0557 * bigX - 0.2040 + 1.0570 * bigZ)
        });
  }

  /** A light of one temperature as a camera balanced for another renders it. */
  static float[] ofTemperature(float kelvin, float white) {
    float[] light = ofTemperature(kelvin);
    float[] neutral = ofTemperature(white);
    for (int c = 0; c < 3; c++) {
      light[c] /= Math.max(0.03f, neutral[c]);
    }
    return normalised(light);
  }

  /**
   * A coloured lamp.
   *
   * @param hue 0 to 1 once round the circle, red at 0
   * @param saturation 0 white to 1 pure
   */
  static float[] ofHue(float hue, float saturation) {
    float[] colour = new float[3];
    for (int c = 0; c < 3; c++) {
      float away = Math.abs(6 * ((hue + (3 - c) / 3f) % 1) - 3) - 1;
      float pure = Math.max(0, Math.min(1, away));
      colour[c] = 1 + saturation * (pure - 1);
    }
    return normalised(colour);
  }

  private static float[] normalised(float[] colour) {
    float sum = 0;
    for (int c = 0; c < 3; c++) {
      colour[c] = Math.max(0.002f, colour[c]);
      sum += LUMINANCE[c] * colour[c];
    }
    // A pure blue of luminance 1 would burn out its channel: darker instead.
    float largest = Math.max(colour[0], Math.max(colour[1], colour[2]));
    float scale = Math.min(1 / sum, 2.2f / largest);
    for (int c = 0; c < 3; c++) {
      colour[c] *= scale;
    }
    return colour;
  }
}
