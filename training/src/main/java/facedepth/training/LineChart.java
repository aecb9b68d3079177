package facedepth.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Curves over the steps of a run, as SVG that stands within a page and takes its colours. */
public final class LineChart {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 230;
  private static final int LEFT = 48;
  private static final int RIGHT = 12;
  private static final int TOP = 18;
  private static final int BOTTOM = 24;

  /** More points than that are drawn as means of neighbours: the page must not grow for ever. */
  private static final int MOST_POINTS = 400;

  /** Up to so many points each gets a dot that tells its value. */
  private static final int MOST_DOTS = 60;

  /** A value at a step. */
  public record Point(double step, double value) {}

  /** Values of one kind, by step. */
  public record Curve(String name, List<Point> points) {}

  /** Something that begins after a step. */
  public record Mark(double step, String label) {}

  private final String title;
  private final List<Curve> curves;
  private final List<Mark> marks;
  private final Axis across;
  private final Axis up;

  /**
   * A chart.
   *
   * @param steps that the whole run has: the chart is as wide from the beginning
   * @param ratios whether ratios of values matter, so that a logarithmic axis may show them
   */
  public LineChart(String title, long steps, boolean ratios, List<Curve> curves, List<Mark> marks) {
    this.title = title;
    this.curves = curves.stream().map(LineChart::thinned).toList();
    this.marks = marks;
    List<Double> ticks =
        Axis.linear(0, (double) steps).ticks().stream().filter(t -> t <= steps).toList();
    across = new Axis(0, steps, false, ticks);
    double[] values =
        this.curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToDouble(Point::value)
            .toArray();
    up = Axis.of(values, ratios);
  }

  /** Whether the values stand on a logarithmic axis. */
  public boolean isLogarithmic() {
    return up.logarithmic();
  }

  /** The drawing; curve {@code n} has the class {@code cn}. */
  public String svg() {
    StringBuilder svg = new StringBuilder();
    add(svg, "<svg viewBox=\"0 0 %d %d\" role=\"img\">\n", WIDTH, HEIGHT);
    add(svg, "<title>%s</title>\n", Html.escape(title));
    for (double tick : up.ticks()) {
      double y = y(tick);
      add(svg, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, WIDTH - RIGHT);
      add(
          svg,
          "<text x=\"%d\" y=\"%.1f\" class=\"y\">%s</text>\n",
          LEFT - 6,
          y + 4,
          Axis.label(tick));
    }
    for (double tick : across.ticks()) {
      String label = Axis.label(tick);
      add(svg, "<text x=\"%.1f\" y=\"%d\" class=\"x\">%s</text>\n", x(tick), HEIGHT - 6, label);
    }
    for (Mark mark : marks) {
      double x = x(mark.step());
      add(svg, "<path class=\"mark\" d=\"M%.1f %dV%d\"/>", x, TOP, HEIGHT - BOTTOM);
      String label = Html.escape(mark.label());
      add(svg, "<text x=\"%.1f\" y=\"%d\" class=\"mark\">%s</text>\n", x + 3, TOP - 6, label);
    }
    for (int i = 0; i < curves.size(); i++) {
      draw(svg, curves.get(i), "c" + i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(StringBuilder svg, Curve curve, String kind) {
    add(svg, "<polyline class=\"%s\" points=\"", kind);
    for (Point point : curve.points()) {
      add(svg, "%.1f,%.1f ", x(point.step()), y(point.value()));
    }
    svg.append("\"/>\n");
    if (curve.points().size() <= MOST_DOTS) {
      for (Point point : curve.points()) {
        double x = x(point.step());
        double y = y(point.value());
        add(svg, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.2\"><title>", kind, x, y);
        String name = Html.escape(curve.name());
        add(svg, "%s at step %.0f: %.4g</title></circle>\n", name, point.step(), point.value());
      }
    }
  }

  private double x(double step) {
    return LEFT + across.position(step) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - up.position(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static Curve thinned(Curve curve) {
    int size = curve.points().size();
    if (size <= MOST_POINTS) {
      return curve;
    }
    List<Point> means = new ArrayList<>();
    for (int i = 0; i < MOST_POINTS; i++) {
      int from = (int) ((long) i * size / MOST_POINTS);
      int to = (int) ((i + 1L) * size / MOST_POINTS);
      List<Point> part = curve.points().subList(from, to);
      means.add(
          new Point(
              part.stream().mapToDouble(Point::step).average().orElseThrow(),
              part.stream().mapToDouble(Point::value).average().orElseThrow()));
    }
    return new Curve(curve.name(), means);
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
