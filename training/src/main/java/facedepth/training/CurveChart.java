package facedepth.training;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Curves as a grid of small charts: a row for each fault, a column for each score. */
final class CurveChart {
  private static final int LEFT = 110; // names of the rows
  private static final int TOP = 28; // names of the columns
  private static final int WIDTH = 240; // of a cell
  private static final int HEIGHT = 150;
  private static final int INSIDE_LEFT = 42;
  private static final int INSIDE_BOTTOM = 34;
  private static final int INSIDE_RIGHT = 12;
  private static final int INSIDE_TOP = 8;

  private record Score(String name, String format, ToDoubleFunction<DegradationCurve.Point> of) {}

  private static final List<Score> SCORES =
      List.of(
          new Score("RMSE, crop widths", "%.2f", DegradationCurve.Point::rootMeanSquare),
          new Score("MAD, degrees", "%.0f", DegradationCurve.Point::normalDegrees),
          new Score("L1 [-1,1]", "%.2f", DegradationCurve.Point::l1),
          new Score("mask overlap", "%.1f", DegradationCurve.Point::maskOverlap));

  private final StringBuilder svg = new StringBuilder();

  private CurveChart() {}

  /** One {@code svg} element. */
  static String svg(List<DegradationCurve> curves) {
    CurveChart chart = new CurveChart();
    List<Score> scores =
        SCORES.stream().filter(score -> Double.isFinite(greatest(curves, score))).toList();
    int width = LEFT + scores.size() * WIDTH;
    int height = TOP + curves.size() * HEIGHT;
    chart.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\">", width, height);
    for (int column = 0; column < scores.size(); column++) {
      Score score = scores.get(column);
      double top = roundUp(greatest(curves, score));
      int x = LEFT + column * WIDTH;
      chart.text(x + INSIDE_LEFT, 16, "start", score.name());
      for (int row = 0; row < curves.size(); row++) {
        chart.cell(x, TOP + row * HEIGHT, curves.get(row), score, top);
      }
    }
    for (int row = 0; row < curves.size(); row++) {
      chart.text(0, TOP + row * HEIGHT + HEIGHT / 2, "start", curves.get(row).name());
    }
    return chart.svg.append("</svg>").toString();
  }

  private void cell(int x, int y, DegradationCurve curve, Score score, double top) {
    double left = x + INSIDE_LEFT;
    double right = x + WIDTH - INSIDE_RIGHT;
    double bottom = y + HEIGHT - INSIDE_BOTTOM;
    double height = HEIGHT - INSIDE_BOTTOM - INSIDE_TOP;
    for (int i = 0; i <= 2; i++) {
      double level = bottom - i * height / 2;
      line(left, level, right, level, "#e2e2e2", "");
      text(left - 5, level + 4, "end", ScoreTable.number(score.format(), i * top / 2));
    }
    List<DegradationCurve.Point> points = curve.points();
    double most = points.get(points.size() - 1).strength();
    double first = score.of().applyAsDouble(points.get(0));
    if (points.get(0).strength() == 0 && Double.isFinite(first)) {
      double level = bottom - height * first / top;
      line(left, level, right, level, "#888", " stroke-dasharray=\"3 3\"");
    }
    StringBuilder path = new StringBuilder();
    for (DegradationCurve.Point point : points) {
      double value = score.of().applyAsDouble(point);
      if (Double.isFinite(value)) {
        double px = left + (right - left) * point.strength() / most;
        double py = bottom - height * value / top;
        path.append(String.format(Locale.ROOT, "%.1f,%.1f ", px, py));
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"#1f5fa8\"/>", px, py);
      }
    }
    add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"1.5\"/>",
        path.toString().strip());
    text(left, bottom + 14, "start", "0");
    text(right, bottom + 14, "end", ScoreTable.strength(most));
    text((left + right) / 2, bottom + 26, "middle", curve.unit());
  }

  private void line(double x1, double y1, double x2, double y2, String colour, String more) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>",
        x1, y1, x2, y2, colour, more);
  }

  private void text(double x, double y, String anchor, String words) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x, y, anchor, Html.escape(words));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** The greatest value of a column; not finite if it has none. */
  private static double greatest(List<DegradationCurve> curves, Score score) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .mapToDouble(score.of())
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  /** To 1, 2 or 5 times a power of ten; a chart of nothing but zeros still has a height. */
  private static double roundUp(double value) {
    if (value <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 2, 5}) {
      if (value <= step * power) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
