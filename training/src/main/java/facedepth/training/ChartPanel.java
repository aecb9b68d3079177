package facedepth.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A chart with its title and its legend, as a piece of a page. */
public final class ChartPanel {
  private ChartPanel() {}

  /**
   * The panel; the page has the style: {@link #styled} or the report's.
   *
   * @param unit what the values are measured in, empty for numbers alone
   */
  static String html(String title, String unit, LineChart chart, List<LineChart.Curve> curves) {
    StringBuilder html = new StringBuilder();
    String scale = chart.isLogarithmic() ? " (logarithmic)" : "";
    add(html, "<div class=\"chart\"><h3>%s ", Html.escape(title));
    add(html, "<span>%s%s</span></h3>\n", Html.escape(unit), scale);
    html.append("<ul class=\"legend\">");
    for (int i = 0; i < curves.size(); i++) {
      LineChart.Curve curve = curves.get(i);
      add(html, "<li class=\"c%d\"><span>%s", i, Html.escape(curve.name()));
      if (!curve.points().isEmpty()) {
        add(html, " %.4g", curve.points().get(curve.points().size() - 1).value());
      }
      html.append("</span></li>");
    }
    return html.append("</ul>\n").append(chart.svg()).append("</div>\n").toString();
  }

  /**
   * A chart that brings its style along, which touches nothing else on the page.
   *
   * @param steps as far as the axis across goes at least
   * @param ratios whether ratios of values matter, so that a logarithmic axis may show them
   */
  public static String html(
      String title, String unit, long steps, boolean ratios, List<LineChart.Curve> curves) {
    return styled(
        html(title, unit, new LineChart(title, steps, ratios, curves, List.of()), curves));
  }

  /** A piece of a page made of tiles and charts, together with their style. */
  static String styled(String html) {
    return "<div class=\"facedepth-curves\"><style>"
        + Style.TEXT
        + "</style>\n"
        + html
        + "</div>\n";
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  /** Read when first needed. */
  private static final class Style {
    static final String TEXT = read();

    private static String read() {
      try (InputStream css = ChartPanel.class.getResourceAsStream("curves.css")) {
        return new String(css.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("curves.css cannot be read", e);
      }
    }
  }
}
