package facedepth.training;

import java.util.List;

/**
 * Scores of one model against something that makes pictures worse.
 *
 * @param name what that is
 * @param unit of its strength
 * @param points by growing strength, means over the same faces; the first is strength 0 unless
 *     there is no such thing
 */
public record DegradationCurve(String name, String unit, List<Point> points) {

  /**
   * The mean scores at one strength; see {@link ScoreMeans}.
   *
   * @param strength in the curve's unit
   * @param faces how many were judged
   */
  public record Point(
      double strength,
      int faces,
      double rootMeanSquare,
      double normalDegrees,
      double l1,
      double maskOverlap) {
    static Point of(double strength, ScoreMeans means) {
      return new Point(
          strength,
          means.faces(),
          means.rootMeanSquare(),
          means.normalDegrees(),
          means.l1(),
          means.maskOverlap());
    }
  }
}
