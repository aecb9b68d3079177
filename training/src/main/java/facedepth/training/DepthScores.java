package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthNormals;
import java.util.Arrays;

/**
 * How well one predicted depth map agrees with the truth, over the pixels of the true face mask
 * where the prediction has a value.
 *
 * <p>Where the truth or the prediction is relative, stretched picture by picture, its lengths mean
 * nothing: then all but {@code l1}, {@code relative} and {@code delta1} are NaN, and those two take
 * the whole stretch to be {@link facedepth.geometry.DepthReader#DEFAULT_RELIEF} crop widths.
 *
 * @param pixels how many those are
 * @param coverage their share of the true mask, 0 to 1
 * @param l1 mean absolute difference after each map is scaled to [-1, 1] by its own least and
 *     greatest value, the figure of the notebooks this product takes up
 * @param absoluteError mean absolute difference in crop widths, each map's median subtracted, no
 *     scaling
 * @param rootMeanSquare the same, root of the mean square
 * @param relative mean of {@code |z' - z| / z} after the prediction's inverse depth is fitted to
 *     the truth's by least squares (MiDaS: Ranftl et al. 2020, section 5)
 * @param delta1 share of pixels whose ratio after that fit is below 1.25
 * @param scaleInvariant SIDE of UnSup3D (Wu et al. 2020, section 4.1): standard deviation of the
 *     difference of log depths
 * @param normalDegrees MAD of the same: mean angle between the normals of both maps
 * @param stretch slope of the least-squares line from the true to the predicted depth: below 1 the
 *     face is flattened, above it is drawn out
 */
public record DepthScores(
    int pixels,
    double coverage,
    double l1,
    double absoluteError,
    double rootMeanSquare,
    double relative,
    double delta1,
    double scaleInvariant,
    double normalDegrees,
    double stretch) {

  /** A distance to stand in for the infinite one of parallel rays, crop widths. */
  private static final double FAR = 10;

  /**
   * Compares two maps of one size.
   *
   * @param camera the camera that both are seen through
   * @throws IllegalArgumentException if the sizes differ or fewer than two pixels can be compared
   */
  public static DepthScores of(DepthMap predicted, DepthMap truth, CropCamera camera) {
    if (predicted.width() != truth.width() || predicted.height() != truth.height()) {
      throw new IllegalArgumentException(
          String.format(
              "a prediction of %dx%d for a truth of %dx%d",
              predicted.width(), predicted.height(), truth.width(), truth.height()));
    }
    int count = 0;
    for (int i = 0; i < truth.values().length; i++) {
      count += Float.isFinite(truth.values()[i]) && Float.isFinite(predicted.values()[i]) ? 1 : 0;
    }
    if (count < 2) {
      throw new IllegalArgumentException(
          count + " pixels have both a predicted and a true depth: nothing to compare");
    }
    float[] p = new float[count];
    float[] t = new float[count];
    int next = 0;
    for (int i = 0; i < truth.values().length; i++) {
      if (Float.isFinite(truth.values()[i]) && Float.isFinite(predicted.values()[i])) {
        p[next] = predicted.values()[i];
        t[next++] = truth.values()[i];
      }
    }
    double distance = camera.isOrthographic() ? FAR : camera.focalLength();
    centre(p);
    centre(t);
    double absolute = 0;
    double square = 0;
    for (int i = 0; i < count; i++) {
      double error = p[i] - t[i];
      absolute += Math.abs(error);
      square += error * error;
    }
    double[] aligned = inverseDepthFit(p, t, distance);
    return new DepthScores(
        count,
        count / (double) truth.faceArea(),
        minMaxDifference(p, t),
        absolute / count,
        Math.sqrt(square / count),
        aligned[0],
        aligned[1],
        scaleInvariant(p, t, distance),
        normalDegrees(predicted, truth, camera),
        slope(t, p));
  }

  /** Only what has a meaning where lengths have none; the rest becomes NaN. */
  DepthScores withoutUnits() {
    return new DepthScores(
        pixels,
        coverage,
        l1,
        Double.NaN,
        Double.NaN,
        relative,
        delta1,
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  private static void centre(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    float median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    for (int i = 0; i < values.length; i++) {
      values[i] -= median;
    }
  }

  private static double minMaxDifference(float[] p, float[] t) {
    double[] rangeP = range(p);
    double[] rangeT = range(t);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double a = 2 * (p[i] - rangeP[0]) / rangeP[1] - 1;
      double b = 2 * (t[i] - rangeT[0]) / rangeT[1] - 1;
      sum += Math.abs(a - b);
    }
    return sum / p.length;
  }

  /** Least value, and distance to the greatest; 1 for a constant map so that it becomes -1. */
  private static double[] range(float[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new double[] {low, high > low ? high - low : 1};
  }

  /** Mean relative error and share of ratios below 1.25 after the fit of inverse depths. */
  private static double[] inverseDepthFit(float[] p, float[] t, double distance) {
    double[] inverseP = new double[p.length];
    double[] inverseT = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      inverseP[i] = 1 / positive(distance + p[i]);
      inverseT[i] = 1 / positive(distance + t[i]);
    }
    double[] line = line(inverseP, inverseT);
    double relative = 0;
    int close = 0;
    for (int i = 0; i < p.length; i++) {
      double fitted = line[0] + line[1] * inverseP[i];
      double z = 1 / Math.max(fitted, 1e-6);
      double truth = 1 / inverseT[i];
      relative += Math.abs(z - truth) / truth;
      close += Math.max(z / truth, truth / z) < 1.25 ? 1 : 0;
    }
    return new double[] {relative / p.length, close / (double) p.length};
  }

  private static double scaleInvariant(float[] p, float[] t, double distance) {
    double sum = 0;
    double square = 0;
    for (int i = 0; i < p.length; i++) {
      double d = Math.log(positive(distance + p[i])) - Math.log(positive(distance + t[i]));
      sum += d;
      square += d * d;
    }
    double mean = sum / p.length;
    return Math.sqrt(Math.max(0, square / p.length - mean * mean));
  }

  private static double normalDegrees(DepthMap predicted, DepthMap truth, CropCamera camera) {
    float[] a = PredictedNormals.of(predicted.within(truth), camera);
    float[] b = DepthNormals.of(truth, camera);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < a.length; i += 3) {
      double cosine = a[i] * b[i] + a[i + 1] * b[i + 1] + a[i + 2] * b[i + 2];
      if (Double.isFinite(cosine)) {
        sum += Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static double slope(float[] from, float[] to) {
    double[] x = new double[from.length];
    double[] y = new double[from.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = from[i];
      y[i] = to[i];
    }
    return line(x, y)[1];
  }

  /** Least-squares line: intercept and slope; a constant has slope 0. */
  private static double[] line(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    double slope = xx > 0 ? xy / xx : 0;
    return new double[] {meanY - slope * meanX, slope};
  }

  private static double positive(double z) {
    return Math.max(1e-6, z);
  }
}
