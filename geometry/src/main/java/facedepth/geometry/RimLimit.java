package facedepth.geometry;

import java.util.Arrays;

/**
 * How deep a surface may go beside a flank that is cut off at the edge of the face.
 *
 * <p>On a steep flank a tenth of a pixel to the side is a long way in depth, so a line drawn in the
 * picture looks frayed from the side, and where the steepness that is cut off ends, a horn is left
 * standing. Depth itself is what is well known there: the surface ends at a depth, the mean of
 * those at which the flank begins nearby, and then of those at which it really ends, where the
 * mask's edge or a jump comes first. From the side the edge is smooth.
 */
final class RimLimit {
  /** How far depths are averaged: standard deviation in crop widths. */
  private static final double REACH = 0.1;

  private static final double SHORT_REACH = 0.05;

  /** How fast the limit falls back beside the flank, in crop widths a crop width. */
  private static final float FALL = 0.36f;

  /** How far the flank reaches, crop widths: the corner of a mouth is deep for other reasons. */
  private static final float BESIDE = 0.1f;

  private static final float FALL_BEYOND = 2;

  /** Smaller weights are no neighbourhood; of a pixel's in the middle of it. */
  private static final double LEAST_WEIGHT = 1e-3;

  private final float[] depth;
  private final int width;
  private final int height;
  private final boolean[] flank;
  private final float[] distance; // from the flank to each pixel, by axes, crop widths

  private RimLimit(float[] depth, int width, boolean[] flank) {
    this.depth = depth;
    this.width = width;
    this.height = depth.length / width;
    this.flank = flank;
    distance = new float[depth.length];
    measureDistances();
  }

  /**
   * Lowers a field that is positive inside the face where the surface goes deeper than the limit.
   *
   * @param depth with values beyond the edge of the face, or NaN
   * @param flank pixels of the face that are too steep all the way from its edge
   * @param margin lowers the field too, where the surface jumps
   * @param unit a step in depth that the field changes by 1 over, crop widths
   */
  static void apply(
      float[] field, float[] depth, int width, boolean[] flank, float[] margin, double unit) {
    RimLimit limit = new RimLimit(depth, width, flank);
    limit.lower(field, limit.begins(field), REACH, 0, (float) unit);
    for (int i = 0; i < field.length; i++) {
      field[i] = Math.min(field[i], margin[i]);
    }
    limit.lower(field, limit.ends(field), SHORT_REACH, 1, (float) unit);
  }

  /** Depths of the face's pixels that touch the flank, else NaN. */
  private float[] begins(float[] field) {
    float[] rim = new float[depth.length];
    Arrays.fill(rim, Float.NaN);
    for (int i = 0; i < rim.length; i++) {
      for (int k = 0; k < 4; k++) {
        int next = neighbour(i, k);
        if (field[i] > 0 && !flank[i] && next >= 0 && flank[next]) {
          rim[i] = depth[i];
        }
      }
    }
    return rim;
  }

  /** Depths at which the field is zero on the flank, at the pixels inside of there, else NaN. */
  private float[] ends(float[] field) {
    float[] rim = new float[depth.length];
    for (int i = 0; i < rim.length; i++) {
      float sum = 0;
      int count = 0;
      for (int k = 0; k < 4; k++) {
        int next = neighbour(i, k);
        if (field[i] > 0 && next >= 0 && field[next] <= 0 && (flank[i] || flank[next])) {
          float t = field[i] / (field[i] - field[next]);
          sum += Float.isNaN(depth[next]) ? depth[i] : depth[i] + t * (depth[next] - depth[i]);
          count++;
        }
      }
      rim[i] = sum / count; // NaN for none
    }
    return rim;
  }

  private int neighbour(int i, int side) {
    int x = i % width;
    return switch (side) {
      case 0 -> x > 0 ? i - 1 : -1;
      case 1 -> x < width - 1 ? i + 1 : -1;
      case 2 -> i - width;
      default -> i + width < depth.length ? i + width : -1;
    };
  }

  /**
   * Lowers the field beyond the local mean of some depths.
   *
   * @param rim the depths, NaN elsewhere
   * @param deviations how many standard deviations the limit is nearer than the mean
   */
  private void lower(float[] field, float[] rim, double reach, double deviations, float unit) {
    float[] weights = new float[rim.length];
    float[] sums = new float[rim.length];
    float[] squares = new float[rim.length];
    for (int i = 0; i < rim.length; i++) {
      if (!Float.isNaN(rim[i])) {
        weights[i] = 1;
        sums[i] = rim[i];
        squares[i] = rim[i] * rim[i];
      }
    }
    int radius = Math.max(1, (int) Math.round(reach * Math.max(width, height) - 0.5));
    double least = LEAST_WEIGHT / Math.pow(2 * radius + 1, 2);
    weights = blurred(weights, radius);
    sums = blurred(sums, radius);
    squares = blurred(squares, radius);
    for (int i = 0; i < rim.length; i++) {
      if (weights[i] > least && !Float.isNaN(depth[i])) {
        double mean = sums[i] / weights[i];
        double spread = Math.sqrt(Math.max(0, squares[i] / weights[i] - mean * mean));
        double nearer = mean - deviations * spread + fall(distance[i]) - depth[i];
        field[i] = (float) Math.min(field[i], nearer / unit);
      }
    }
  }

  /** Steps to the nearest pixel of the flank, by axes. */
  private void measureDistances() {
    float step = 1f / Math.max(width, height);
    for (int i = 0; i < distance.length; i++) {
      distance[i] = flank[i] ? 0 : step * (width + height);
      if (i % width > 0) {
        distance[i] = Math.min(distance[i], distance[i - 1] + step);
      }
      if (i >= width) {
        distance[i] = Math.min(distance[i], distance[i - width] + step);
      }
    }
    for (int i = distance.length - 1; i >= 0; i--) {
      if (i % width < width - 1) {
        distance[i] = Math.min(distance[i], distance[i + 1] + step);
      }
      if (i + width < distance.length) {
        distance[i] = Math.min(distance[i], distance[i + width] + step);
      }
    }
  }

  /** How much deeper than beside the flank a surface may be so far from it. */
  private static float fall(float distance) {
    return FALL * distance + FALL_BEYOND * Math.max(0, distance - BESIDE);
  }

  /** Nearly a bell: means over squares of {@code 2 radius + 1} pixels, three times. */
  private float[] blurred(float[] plane, int radius) {
    float[] out = plane;
    for (int pass = 0; pass < 3; pass++) {
      out = along(out, width, height, 1, width, radius);
      out = along(out, height, width, width, 1, radius);
    }
    return out;
  }

  /** Running means along lines; zeros beyond their ends. */
  private static float[] along(
      float[] plane, int count, int lines, int step, int lineStep, int radius) {
    float[] out = new float[plane.length];
    double scale = 1.0 / (2 * radius + 1);
    for (int line = 0; line < lines; line++) {
      int start = line * lineStep;
      double sum = 0;
      for (int k = 0; k < Math.min(radius, count); k++) {
        sum += plane[start + k * step];
      }
      for (int k = 0; k < count; k++) {
        if (k + radius < count) {
          sum += plane[start + (k + radius) * step];
        }
        if (k > radius) {
          sum -= plane[start + (k - radius - 1) * step];
        }
        out[start + k * step] = (float) (sum * scale);
      }
    }
    return out;
  }
}
