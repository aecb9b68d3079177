package facedepth.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures and the curves of a run, as pieces of a page. */
final class TrainingCharts {
  /** A chart of curves: what they measure, and their tags with the names in the legend. */
  private record Topic(String title, String unit, boolean ratios, Map<String, String> tags) {}

  private static final List<Topic> TOPICS =
      List.of(
          topic(
              "Validation: depth error",
              "crop widths",
              Map.entry(Tags.RMSE, "RMSE"),
              Map.entry(Tags.ABSOLUTE_ERROR, "mean absolute")),
          topic(
              "Validation: normals", "mean angle, degrees", Map.entry(Tags.NORMAL_DEGREES, "MAD")),
          topic("Validation: L1 of depths in [-1, 1]", "", Map.entry(Tags.L1, "L1")),
          topic(
              "Validation: mask and stretch",
              "1 is right",
              Map.entry(Tags.MASK_OVERLAP, "mask overlap"),
              Map.entry(Tags.STRETCH, "stretch")),
          topic("Learning rate", "", Map.entry(Tags.RATE, "rate")),
          topic(
              "Throughput",
              "images/s",
              Map.entry(Tags.IMAGES_PER_SECOND, "trained on"),
              Map.entry(Tags.NETWORK_SPEED, "network"),
              Map.entry(Tags.MAKERS_SPEED, "pictures")),
          topic("Waiting for pictures", "share of the time", Map.entry(Tags.WAITING, "waiting")),
          new Topic(
              "Norm of the gradients",
              "before clipping",
              true,
              Map.of(Tags.GRADIENT_NORM, "norm")));

  /** So many of the topics, from the first, tell how well the network learns. */
  private static final int ABOUT_LEARNING = 4;

  private final TrainingConfig config;

  /** The charts of one run. */
  TrainingCharts(TrainingConfig config) {
    this.config = config;
  }

  /**
   * How far the run is, and the newest figures.
   *
   * @param running whether there is time left to tell of
   * @param latest the means of the latest steps, null before there are any
   */
  void tiles(StringBuilder html, boolean running, List<Scalars> history, TrainingStep latest) {
    long of = config.totalSteps();
    long step = history.isEmpty() ? 0 : history.get(history.size() - 1).step();
    add(html, "<progress max=\"%d\" value=\"%d\"></progress>\n<div class=\"tiles\">\n", of, step);
    tile(html, "%,d", step, "of %,d steps".formatted(of));
    if (running && latest != null) {
      tile(html, "%s", latest.pace().left(), "left");
    }
    if (latest != null) {
      String waiting = String.format(Locale.ROOT, "%.0f%%", 100 * latest.pace().waiting());
      String pictures = latest.resolution() + " px, " + waiting + " waiting for pictures";
      tile(html, "%.1f images/s", latest.pace().imagesPerSecond(), pictures);
      tile(html, "%.4f", latest.loss(), "training loss");
    }
    newest(history, Tags.RMSE).ifPresent(v -> tile(html, "%.4f", v, "RMSE, crop widths"));
    newest(history, Tags.NORMAL_DEGREES).ifPresent(v -> tile(html, "%.1f°", v, "normals"));
    newest(history, Tags.L1).ifPresent(v -> tile(html, "%.4f", v, "L1 in [-1, 1]"));
    newest(history, Tags.MASK_OVERLAP).ifPresent(v -> tile(html, "%.3f", v, "mask overlap"));
    html.append("</div>\n");
  }

  private static void tile(StringBuilder html, String format, Object value, String label) {
    add(html, "<div><b>" + format + "</b><span>%s</span></div>\n", value, label);
  }

  private static Optional<Double> newest(List<Scalars> history, String tag) {
    return history.stream()
        .map(scalars -> scalars.values().get(tag))
        .filter(value -> value != null)
        .reduce((before, after) -> after);
  }

  /** All charts. */
  void all(StringBuilder html, List<Scalars> history) {
    charts(html, history, TOPICS);
  }

  /** Those that tell how well the network learns. */
  void ofLearning(StringBuilder html, List<Scalars> history) {
    charts(html, history, TOPICS.subList(0, ABOUT_LEARNING));
  }

  private void charts(StringBuilder html, List<Scalars> history, List<Topic> topics) {
    if (history.isEmpty()) {
      html.append("<p class=\"quiet\">These appear after the first steps.</p>\n");
      return;
    }
    html.append("<div class=\"charts\">\n");
    Map<String, String> losses =
        history.stream()
            .flatMap(scalars -> scalars.values().keySet().stream())
            .filter(tag -> tag.startsWith(Tags.TRAIN))
            .distinct()
            .collect(
                Collectors.toMap(
                    tag -> tag,
                    tag -> tag.substring(Tags.TRAIN.length()),
                    (a, b) -> a,
                    LinkedHashMap::new));
    chart(html, new Topic("Training loss and its parts", "unweighted", true, losses), history);
    topics.forEach(topic -> chart(html, topic, history));
    html.append("</div>\n");
  }

  private void chart(StringBuilder html, Topic topic, List<Scalars> history) {
    List<LineChart.Curve> curves = new ArrayList<>();
    topic.tags.forEach((tag, name) -> curves.add(new LineChart.Curve(name, points(history, tag))));
    LineChart chart =
        new LineChart(topic.title, config.totalSteps(), topic.ratios, curves, stages());
    html.append(ChartPanel.html(topic.title, topic.unit, chart, curves));
  }

  private static List<LineChart.Point> points(List<Scalars> history, String tag) {
    return history.stream()
        .filter(scalars -> scalars.values().containsKey(tag))
        .map(scalars -> new LineChart.Point(scalars.step(), scalars.values().get(tag)))
        .toList();
  }

  /** Where the pictures change their size; none if they never do. */
  private List<LineChart.Mark> stages() {
    List<LineChart.Mark> marks = new ArrayList<>();
    long start = 0;
    for (TrainingConfig.Stage stage : config.stages()) {
      marks.add(new LineChart.Mark(start, stage.resolution() + " px"));
      start += stage.steps();
    }
    return marks.size() > 1 ? marks : List.of();
  }

  @SafeVarargs
  private static Topic topic(String title, String unit, Map.Entry<String, String>... tags) {
    Map<String, String> inOrder = new LinkedHashMap<>();
    for (Map.Entry<String, String> tag : tags) {
      inOrder.put(tag.getKey(), tag.getValue());
    }
    return new Topic(title, unit, false, inOrder);
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
