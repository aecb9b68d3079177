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
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private final TrainingConfig config;
  private final TrainingCharts charts;
  private final String style;

  /** The report of one run. */
  TrainingReport(TrainingConfig config) {
    this.config = config;
    charts = new TrainingCharts(config);
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
    html.append("<h2>Curves</h2>\n");
    charts.all(html, history);
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
    charts.tiles(html, state == State.RUNNING, history, latest);
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

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
