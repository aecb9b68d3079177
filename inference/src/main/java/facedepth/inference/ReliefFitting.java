package facedepth.inference;

import facedepth.geometry.CropCamera;
import java.io.IOException;
import java.util.Arrays;

/**
 * From a network's numbers to depth in crop widths, where the network leaves open what a face prior
 * must settle. The prior is what a face model, the guide, sees in the same crop: its mask says
 * which pixels are the face, its relief how deep it is.
 *
 * <p>With d the guide's depth and phi the focal length in crop widths:
 *
 * <ul>
 *   <li>relative and nearness: {@code a * answer + b} is the depth, a (negative for nearness) and b
 *       such that its median and the range from its 10th to its 90th percentile inside the face are
 *       those of d;
 *   <li>inverse: the same with {@code 1 / (phi + d)}, of which {@code a * answer + b} then is the
 *       reciprocal distance of a pixel in crop widths (for parallel rays as nearness);
 *   <li>metric: {@code phi * (answer / median - 1)}; nothing is taken of the guide but the mask;
 *   <li>points: the focal length and the addend of z that make x and y fit the pixels best (least
 *       squares inside the face) turn z into distances, and these are metric.
 * </ul>
 *
 * <p>Ranges and medians, not least squares of the depth: a fit would flatten a relief as far as it
 * differs from the guide's, and outliers at the silhouette would weigh most.
 */
final class ReliefFitting {
  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;
  // Bounds of a camera that points tell of, in crop widths; beyond them z has no sound addend.
  private static final double SHORTEST_FOCAL_LENGTH = 0.3;
  private static final double LONGEST_FOCAL_LENGTH = 100;
  // How far beyond the face's own range a pixel may lie, in ranges: there is nothing of a face.
  private static final double BEYOND = 1.5;

  private final DepthPrediction answer;
  private final float[] guide;
  private final boolean[] inside;
  private final int pixels;
  private final double focalLength;

  /**
   * Prepares to fit.
   *
   * @param answer the network's
   * @param guide depth in crop widths, of the answer's size
   * @param inside which pixels are the face, some at least
   */
  ReliefFitting(DepthPrediction answer, float[] guide, boolean[] inside, CropCamera camera) {
    this.answer = answer;
    this.guide = guide;
    this.inside = inside;
    focalLength = camera.focalLength();
    int count = 0;
    for (boolean pixel : inside) {
      count += pixel ? 1 : 0;
    }
    pixels = count;
  }

  /**
   * A fitted depth.
   *
   * @param depth crop widths, row-major, an addend open
   * @param relief how it came about, its guide still to be named
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
  record Fitted(float[] depth, Relief relief) {}

  /**
   * Fits.
   *
   * @throws IOException if the answer is no relief: the same everywhere, or no numbers
   */
  Fitted fit(DepthMeaning meaning) throws IOException {
    return switch (meaning) {
      case INVERSE -> Double.isInfinite(focalLength) ? scaled(meaning, -1) : inverse();
      case NEARNESS -> scaled(meaning, -1);
      case RELATIVE, CROP_WIDTHS -> scaled(meaning, 1);
      case METRIC -> metric();
      case POINTS -> points();
    };
  }

  private Fitted scaled(DepthMeaning meaning, int sign) throws IOException {
    float[] values = answer.depth();
    Spread network = Spread.of(inside(values), sign);
    Spread face = Spread.of(inside(guide), 1);
    double scale = sign * face.range / network.range;
    double shift = face.median - scale * network.median;
    float[] depth = new float[values.length];
    for (int i = 0; i < depth.length; i++) {
      depth[i] = (float) face.clamped(scale * values[i] + shift);
    }
    return fitted(
        meaning,
        depth,
        "median and 10 to 90 % range of the depth inside the face are the guide's",
        scale,
        shift);
  }

  private Fitted inverse() throws IOException {
    float[] values = answer.depth();
    float[] reciprocal = new float[guide.length];
    for (int i = 0; i < reciprocal.length; i++) {
      reciprocal[i] = (float) (1 / Math.max(0.1, focalLength + guide[i]));
    }
    Spread network = Spread.of(inside(values), 1);
    Spread face = Spread.of(inside(reciprocal), 1);
    double scale = face.range / network.range;
    double shift = face.median - scale * network.median;
    float[] depth = new float[values.length];
    for (int i = 0; i < depth.length; i++) {
      double nearness = Math.max(face.least(), face.clamped(scale * values[i] + shift));
      depth[i] = (float) (1 / nearness - focalLength);
    }
    return fitted(
        DepthMeaning.INVERSE,
        depth,
        "median and 10 to 90 % range of the inverse depth inside the face are the guide's",
        scale,
        shift);
  }

  private Fitted metric() throws IOException {
    double median = Spread.of(inside(answer.depth()), 1).median;
    if (Double.isInfinite(focalLength) || !(median > 0)) {
      return scaled(DepthMeaning.METRIC, 1);
    }
    return proportional(
        DepthMeaning.METRIC,
        focalLength / median,
        median,
        "distances and the camera's focal length");
  }

  /** Crop widths are known: {@code scale} of them to the network's unit. */
  private Fitted proportional(DepthMeaning meaning, double scale, double median, String rule)
      throws IOException {
    double shift = -scale * median;
    float[] depth = new float[answer.depth().length];
    for (int i = 0; i < depth.length; i++) {
      depth[i] = (float) (scale * answer.depth()[i] + shift);
    }
    return fitted(meaning, depth, rule, scale, shift);
  }

  /**
   * A pixel (u, v) sees the point {@code (x, y, z + t)} at {@code u = phi x / (z + t)}: linear in
   * phi and t, {@code phi x - t u = u z}, and the same for v.
   */
  private Fitted points() throws IOException {
    int width = answer.width();
    int area = width * answer.height();
    double xx = 0;
    double xu = 0;
    double uu = 0;
    double xuz = 0;
    double uuz = 0;
    for (int i = 0; i < area; i++) {
      double z = answer.depth()[i];
      for (int axis = 0; inside[i] && axis < 2; axis++) {
        double x = answer.across()[axis * area + i];
        double u =
            axis == 0 ? (i % width + 0.5) / width - 0.5 : (i / width + 0.5) / answer.height() - 0.5;
        xx += x * x;
        xu += x * u;
        uu += u * u;
        xuz += x * u * z;
        uuz += u * u * z;
      }
    }
    double determinant = xx * uu - xu * xu;
    double phi = (xuz * uu - xu * uuz) / determinant;
    double addend = (xu * xuz - xx * uuz) / determinant;
    double median = Spread.of(inside(answer.depth()), 1).median;
    if (phi >= SHORTEST_FOCAL_LENGTH && phi <= LONGEST_FOCAL_LENGTH && median + addend > 0) {
      return proportional(
          DepthMeaning.POINTS,
          phi / (median + addend),
          median,
          "points, with the focal length and the addend of z that fit their pixels");
    }
    // A lens so long that its length cannot be told: rays are parallel, x and y proportional.
    double perUnit = uu / xu;
    return perUnit > 0 && Double.isFinite(perUnit)
        ? proportional(DepthMeaning.POINTS, perUnit, median, "points, seen by parallel rays")
        : scaled(DepthMeaning.POINTS, 1);
  }

  private Fitted fitted(
      DepthMeaning meaning, float[] depth, String rule, double scale, double shift)
      throws IOException {
    for (int i = 0; i < depth.length; i++) {
      if (inside[i] && !Float.isFinite(depth[i])) {
        throw new IOException("the network's answer for the face is not a number everywhere");
      }
    }
    double agreement = Spread.correlation(inside(depth), inside(guide));
    return new Fitted(depth, new Relief(meaning, rule, "", scale, shift, agreement));
  }

  private float[] inside(float[] values) {
    float[] chosen = new float[pixels];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (inside[i]) {
        chosen[count++] = values[i];
      }
    }
    return chosen;
  }

  /**
   * Where values lie and how far they spread.
   *
   * @param median the middle one
   * @param range from the 10th to the 90th percentile, positive
   */
  private record Spread(double median, double range) {
    static Spread of(float[] values, int sign) throws IOException {
      float[] sorted = values.clone();
      Arrays.sort(sorted);
      int last = sorted.length - 1;
      double low = sorted[(int) Math.rint(LOW * last)];
      double high = sorted[(int) Math.rint(HIGH * last)];
      double median = sorted[sign < 0 ? last - last / 2 : last / 2];
      double size = Math.max(Math.abs(low), Math.abs(high));
      if (!Double.isFinite(high) || !(high - low > 1e-6 * size)) {
        throw new IOException(
            "the network answers the same for the whole face, "
                + (float) median
                + ": it sees no relief");
      }
      return new Spread(median, high - low);
    }

    double clamped(double value) {
      double most = (0.5 + BEYOND) * range;
      return Math.max(median - most, Math.min(median + most, value));
    }

    /** Of what is positive by its nature: never so small that its reciprocal runs away. */
    double least() {
      return median / 2;
    }

    /** Pearson's. */
    static double correlation(float[] a, float[] b) {
      double meanA = 0;
      double meanB = 0;
      for (int i = 0; i < a.length; i++) {
        meanA += a[i] / (double) a.length;
        meanB += b[i] / (double) b.length;
      }
      double aa = 0;
      double bb = 0;
      double ab = 0;
      for (int i = 0; i < a.length; i++) {
        aa += (a[i] - meanA) * (a[i] - meanA);
        bb += (b[i] - meanB) * (b[i] - meanB);
        ab += (a[i] - meanA) * (b[i] - meanB);
      }
      return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }
  }
}
