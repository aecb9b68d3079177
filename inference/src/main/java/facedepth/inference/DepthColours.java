package facedepth.inference;

import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthRange;

/**
 * Depth as colour: near yellow, over green and blue to far violet, lightness falling evenly, so
 * that equal steps of depth look equal, in grey too. The colours are five points of the map that is
 * known as viridis, joined by straight lines.
 */
final class DepthColours {
  private static final int[] NEAR_TO_FAR = {0xfde725, 0x5ec962, 0x21918c, 0x3b528b, 0x440154};

  private DepthColours() {}

  /**
   * A picture of a depth map, {@code 0xRRGGBB} a pixel.
   *
   * @param background the colour outside the face
   */
  static int[] of(DepthMap depth, int background) {
    DepthRange range = DepthRange.of(depth);
    double scale = range.relief() > 0 ? 1 / range.relief() : 0;
    float[] values = depth.values();
    int[] colours = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      colours[i] =
          Float.isFinite(values[i]) ? colour((values[i] - range.nearest()) * scale) : background;
    }
    return colours;
  }

  /**
   * The colour of a depth.
   *
   * @param farness 0 nearest to 1 farthest
   */
  static int colour(double farness) {
    double at = Math.min(1, Math.max(0, farness)) * (NEAR_TO_FAR.length - 1);
    int index = Math.min((int) at, NEAR_TO_FAR.length - 2);
    double t = at - index;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = NEAR_TO_FAR[index] >> shift & 0xff;
      int to = NEAR_TO_FAR[index + 1] >> shift & 0xff;
      colour |= (int) Math.round(from + t * (to - from)) << shift;
    }
    return colour;
  }
}
