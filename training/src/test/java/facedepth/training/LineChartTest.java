package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineChartTest {
  /** Values are read off as a person does: by the figures beside the axis. */
  @ParameterizedTest
  @ValueSource(doubles = {0.003, 0.9, 40, 12_000})
  void aCurveLiesAtTheValuesOfItsPoints(double size) {
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      points.add(new LineChart.Point(i * 90, size * (1 + 0.5 * Math.sin(i))));
    }
    LineChart chart = chart(points);
    assertThat(chart.isLogarithmic()).isFalse();
    String svg = chart.svg();
    Map<Double, Double> up = ticks(svg, "y");
    Map<Double, Double> across = ticks(svg, "x");
    List<double[]> drawn = polyline(svg);
    assertThat(drawn).hasSize(10);
    for (int i = 0; i < 10; i++) {
      assertThat(read(across, drawn.get(i)[0])).isCloseTo(points.get(i).step(), within(3.0));
      assertThat(read(up, drawn.get(i)[1] + 4)) // figures stand 4 below their line
          .isCloseTo(points.get(i).value(), within(0.01 * size));
    }
  }

  @Test
  void ordersOfMagnitudeStandOnALogarithmicAxis() {
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 0; i <= 9; i++) {
      points.add(new LineChart.Point(100 * i, Math.pow(10, -i / 3.0)));
    }
    LineChart chart = chart(points);
    assertThat(chart.isLogarithmic()).isTrue();
    Map<Double, Double> logarithms = new TreeMap<>();
    ticks(chart.svg(), "y").forEach((y, value) -> logarithms.put(y, Math.log10(value)));
    List<double[]> drawn = polyline(chart.svg());
    for (int i = 0; i <= 9; i++) {
      assertThat(read(logarithms, drawn.get(i)[1] + 4)).isCloseTo(-i / 3.0, within(0.01));
    }
  }

  @Test
  void manyPointsAreDrawnAsMeansOfNeighbours() {
    List<LineChart.Point> points = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      points.add(new LineChart.Point(i / 4.0, i % 2));
    }
    List<double[]> drawn = polyline(chart(points).svg());
    assertThat(drawn).hasSize(400);
    assertThat(drawn).extracting(at -> at[1]).containsOnly(drawn.get(0)[1]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -3, 1e-9, 123_456})
  void aSingleValueHasAnAxisAroundIt(double value) {
    Axis axis = Axis.linear(value, value);
    assertThat(axis.low()).isLessThanOrEqualTo(value);
    assertThat(axis.high()).isGreaterThanOrEqualTo(value).isGreaterThan(axis.low());
    assertThat(axis.position(value)).isBetween(0.0, 1.0);
  }

  @Test
  void labelsAreShort() {
    assertThat(Axis.label(0)).isEqualTo("0");
    assertThat(Axis.label(0.05)).isEqualTo("0.05");
    assertThat(Axis.label(2000)).isEqualTo("2000");
    assertThat(Axis.label(20_000)).isEqualTo("20k");
    assertThat(Axis.label(2e-5)).isEqualTo("2e-5");
    assertThat(Axis.label(-2.5)).isEqualTo("-2.5");
  }

  private static LineChart chart(List<LineChart.Point> points) {
    return new LineChart("t", 1000, true, List.of(new LineChart.Curve("a", points)), List.of());
  }

  /** Figures beside an axis, by where they stand. */
  private static Map<Double, Double> ticks(String svg, String kind) {
    Matcher text =
        Pattern.compile("<text x=\"(\\S+)\" y=\"(\\S+)\" class=\"" + kind + "\">(\\S+?)</text>")
            .matcher(svg);
    Map<Double, Double> ticks = new TreeMap<>();
    while (text.find()) {
      String label = text.group(3).replace("k", "e3");
      ticks.put(Double.valueOf(text.group(kind.equals("x") ? 1 : 2)), Double.valueOf(label));
    }
    assertThat(ticks).hasSizeBetween(2, 9);
    return ticks;
  }

  /** The value at a place, on the line through the first and last figures. */
  private static double read(Map<Double, Double> ticks, double at) {
    TreeMap<Double, Double> sorted = new TreeMap<>(ticks);
    double from = sorted.firstKey();
    double to = sorted.lastKey();
    double share = (at - from) / (to - from);
    return sorted.get(from) + share * (sorted.get(to) - sorted.get(from));
  }

  private static List<double[]> polyline(String svg) {
    Matcher line = Pattern.compile("<polyline class=\"c0\" points=\"([^\"]*)\"").matcher(svg);
    assertThat(line.find()).isTrue();
    List<double[]> points = new ArrayList<>();
    for (String point : line.group(1).trim().split(" ", -1)) {
      String[] parts = point.split(",", 2);
      points.add(new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])});
    }
    return points;
  }
}
