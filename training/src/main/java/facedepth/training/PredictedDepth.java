package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthReader;

/**
 * What a predictor answers for a face.
 *
 * @param depth growing away from the camera, as large as the truth; NaN where it sees nothing
 * @param relative whether its lengths mean nothing; then it is stretched to {@link
 *     DepthReader#DEFAULT_RELIEF}
 * @param mask where it sees a face, row-major; empty if it does not tell
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, handed on and never compared
public record PredictedDepth(DepthMap depth, boolean relative, boolean[] mask) {

  /** Depth in crop widths, without a mask. */
  static PredictedDepth inCropWidths(DepthMap depth) {
    return new PredictedDepth(depth, false, new boolean[0]);
  }

  /**
   * What networks answer that know no unit, the origin's among them: larger is nearer, on a scale
   * of its own for each picture.
   *
   * @param nearness row-major, {@code side * side}
   */
  static PredictedDepth ofNearness(float[] nearness, int side) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : nearness) {
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    double scale = greatest > least ? DepthReader.DEFAULT_RELIEF / ((double) greatest - least) : 0;
    float[] depth = new float[nearness.length];
    for (int i = 0; i < depth.length; i++) {
      depth[i] = (float) (((double) greatest - nearness[i]) * scale);
    }
    return new PredictedDepth(new DepthMap(side, side, depth), true, new boolean[0]);
  }

  /**
   * The depth well within the mask, NaN elsewhere; all of it without a mask. Off the mask's edge by
   * a 64th of the picture, because a pixel of background there would stretch the scores' range.
   */
  DepthMap seen() {
    if (mask.length == 0) {
      return depth;
    }
    int size = depth.width();
    int margin = Math.max(1, size / 64);
    float[] seen = new float[mask.length];
    for (int i = 0; i < seen.length; i++) {
      boolean inside = isFaceAround(i % size, i / size, size, margin);
      seen[i] = inside ? depth.values()[i] : Float.NaN;
    }
    return new DepthMap(size, depth.height(), seen);
  }

  /** Beyond the picture's border the face may well go on. */
  private boolean isFaceAround(int x, int y, int size, int margin) {
    for (int v = Math.max(0, y - margin); v <= Math.min(depth.height() - 1, y + margin); v++) {
      for (int u = Math.max(0, x - margin); u <= Math.min(size - 1, x + margin); u++) {
        if (!mask[v * size + u]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Intersection over union of the mask with the true face; NaN without a mask. */
  double overlap(DepthMap truth) {
    if (mask.length == 0) {
      return Double.NaN;
    }
    int both = 0;
    int either = 0;
    for (int i = 0; i < mask.length; i++) {
      boolean isFace = Float.isFinite(truth.values()[i]);
      both += isFace && mask[i] ? 1 : 0;
      either += isFace || mask[i] ? 1 : 0;
    }
    return either == 0 ? Double.NaN : both / (double) either;
  }
}
