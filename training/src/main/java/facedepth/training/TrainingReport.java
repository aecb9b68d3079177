package facedepth.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run as one HTML page that needs nothing beside it: how far it is, curves, faces, configuration.
 */
final class TrainingReport {
  private static final int RELOAD_SECONDS = 30;

  /** A page that is older than this was written by a run that is no more. */
  private static final int SILENT_SECONDS = 180;

  private static final String FACES_BEGIN = "<!-- faces -->\n";
  private static final String FACES_END = "<!-- end of faces -->\n";

  /** What has become of a run. */
  enum State {
    RUNNING,
    FINISHED,
    STOPPED
  }

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

  private final TrainingConfig config;
  private final String style;

  /** The report of one run. */
  TrainingReport(TrainingConfig config) {
    this.config = config;
    try (InputStream css = TrainingReport.class.getResourceAsStream("report.css")) {
      style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read", e);
    }
  }

  /**
   * The page.
   *
   * @param history oldest first
   * @param latest the means of the latest steps, null before there are any
   * @param faces rows of pictures, empty before the first checkpoint
   */
  String html(State state, List<Scalars> history, TrainingStep latest, String faces) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    html.append("<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" ");
    html.append("content=\"width=device-width, initial-scale=1\"/>\n");
    if (state == State.RUNNING) {
      html.append("<meta http-equiv=\"refresh\" content=\"" + RELOAD_SECONDS + "\"/>\n");
    }
    String name = Html.escape(config.output().toString());
    html.append("<title>Training ").append(name).append("</title>\n<style>\n").append(style);
    html.append("</style></head><body>\n<h1>Training ").append(name).append("</h1>\n");
    progress(html, state, history, latest);
    charts(html, history);
    html.append("<h2>Validation faces</h2>\n");
    if (faces.isEmpty()) {
      html.append("<p class=\"quiet\">These appear at the first checkpoint, after ");
      html.append(Math.min(config.checkpointEvery(), config.stages().get(0).steps()));
      html.append(" steps.</p>\n");
    } else {
      html.append(
          "<p class=\"quiet\">Never trained on. Near is bright. Error: red is too near, blue");
      html.append(" too far, full colour at a tenth of the crop. A prediction is shown where the");
      html.append(
          " network sees a face, or in the true face if it sees none; errors and scores are");
      html.append(" those within the true face.</p>\n");
      html.append(FACES_BEGIN).append(faces).append(FACES_END);
    }
    html.append("<h2>Configuration</h2>\n<table>\n");
    configuration(html);
    return html.append("</table>\n</body></html>\n").toString();
  }

  private void progress(
      StringBuilder html, State state, List<Scalars> history, TrainingStep latest) {
    long of = config.totalSteps();
    long step = history.isEmpty() ? 0 : history.get(history.size() - 1).step();
    String time =
        ZonedDateTime.now(ZoneOffset.UTC)
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT));
    html.append("<p class=\"quiet\" id=\"state\">").append(state.name().toLowerCase(Locale.ROOT));
    if (state == State.RUNNING) {
      add(html, " (process %d), as of %s; the page renews itself</p>\n", process(), time);
      watch(html);
    } else {
      add(html, " %s</p>\n", time);
    }
    add(html, "<progress max=\"%d\" value=\"%d\"></progress>\n<div class=\"tiles\">\n", of, step);
    tile(html, "%,d", step, "of %,d steps".formatted(of));
    if (state == State.RUNNING && latest != null) {
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

  private static long process() {
    return ProcessHandle.current().pid();
  }

  /** A run that is killed cannot say so: its last page tells how long it has been silent. */
  private static void watch(StringBuilder html) {
    html.append("<script>\n(function () {\n");
    add(html, "  var written = %d, silent = %d;\n", System.currentTimeMillis(), SILENT_SECONDS);
    html.append(
        """
          function look() {
            var seconds = Math.round((Date.now() - written) / 1000);
            if (seconds >= silent) {
              var state = document.getElementById("state");
              state.className = "silent";
              state.textContent = "no news since " + new Date(written).toLocaleString() +
                " (" + Math.round(seconds / 60) + " minutes): the run was probably killed;" +
                " --resume goes on from its last checkpoint";
            }
          }
          look();
          setInterval(look, 5000);
        })();
        </script>
        """);
  }

  /** The rows of faces that a page holds, empty if there are none. */
  static String facesOf(String html) {
    int from = html.indexOf(FACES_BEGIN);
    int to = html.indexOf(FACES_END);
    return from < 0 || to < from ? "" : html.substring(from + FACES_BEGIN.length(), to);
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

  private void charts(StringBuilder html, List<Scalars> history) {
    html.append("<h2>Curves</h2>\n");
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
    TOPICS.forEach(topic -> chart(html, topic, history));
    html.append("</div>\n");
  }

  private void chart(StringBuilder html, Topic topic, List<Scalars> history) {
    List<LineChart.Curve> curves = new ArrayList<>();
    topic.tags.forEach((tag, name) -> curves.add(new LineChart.Curve(name, points(history, tag))));
    LineChart chart =
        new LineChart(topic.title, config.totalSteps(), topic.ratios, curves, stages());
    String scale = chart.isLogarithmic() ? " (logarithmic)" : "";
    String title = Html.escape(topic.title);
    add(html, "<div class=\"chart\"><h3>%s <span>%s%s</span></h3>\n", title, topic.unit, scale);
    html.append("<ul class=\"legend\">");
    for (int i = 0; i < curves.size(); i++) {
      LineChart.Curve curve = curves.get(i);
      add(html, "<li class=\"c%d\"><span>%s", i, Html.escape(curve.name()));
      if (!curve.points().isEmpty()) {
        add(html, " %.4g", curve.points().get(curve.points().size() - 1).value());
      }
      html.append("</span></li>");
    }
    html.append("</ul>\n").append(chart.svg()).append("</div>\n");
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

  private void configuration(StringBuilder html) {
    JsonNode values =
        new ObjectMapper()
            // Jackson would write paths as addresses.
            .registerModule(
                new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .valueToTree(config);
    for (Map.Entry<String, JsonNode> setting : values.properties()) {
      add(html, "<tr><th>%s</th><td>%s</td></tr>\n", setting.getKey(), text(setting.getValue()));
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> entries = new ArrayList<>();
      value.forEach(entry -> entries.add(text(entry)));
      return String.join("<br/>", entries);
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(field -> field.getKey() + " " + text(field.getValue()))
          .collect(Collectors.joining(", "));
    }
    return Html.escape(value.asText());
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
