package facedepth.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import facedepth.geometry.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * An evaluation as files: {@code evaluation.json} with every score of every face, {@code
 * evaluation.md} with the tables, {@code evaluation.html} with tables and pictures.
 */
final class EvaluationReport {
  private static final String[] COLUMNS = {
    "L1 [-1,1]",
    "AbsErr",
    "RMSE",
    "AbsRel",
    "delta1",
    "SIDE x100",
    "MAD",
    "stretch",
    "UnSup3D SIDE x100",
    "UnSup3D MAD"
  };
  private static final String UNITS =
      "AbsErr and RMSE in crop widths after subtracting medians, MAD in degrees, stretch 1 for true"
          + " proportions; all inside the true face mask.";

  private final String title;
  private final Evaluation evaluation;
  private final EvaluationPictures pictures;

  EvaluationReport(String title, Evaluation evaluation, EvaluationPictures pictures) {
    this.title = title;
    this.evaluation = evaluation;
    this.pictures = pictures;
  }

  /** Writes all three into an existing folder. */
  void write(Path folder) throws IOException {
    write(folder.resolve("evaluation.json"), json());
    write(folder.resolve("evaluation.md"), markdown());
    write(folder.resolve("evaluation.html"), html());
  }

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String json() {
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(Map.of("title", title, "evaluation", evaluation))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("scores are numbers and names only", e);
    }
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# " + title + "\n\n");
    text.append(evaluation.faces()).append(" faces. ").append(UNITS).append("\n\n");
    text.append("| |");
    for (String column : COLUMNS) {
      text.append(' ').append(column).append(" |");
    }
    text.append("\n|---|").append("---:|".repeat(COLUMNS.length)).append('\n');
    evaluation.overall().forEach((name, means) -> markdownRow(text, name, means));
    evaluation
        .buckets()
        .forEach(
            (kind, groups) -> {
              text.append("\n## By ").append(kind).append("\n\n| | |");
              for (String column : COLUMNS) {
                text.append(' ').append(column).append(" |");
              }
              text.append("\n|---|---|").append("---:|".repeat(COLUMNS.length)).append('\n');
              groups.forEach(
                  (group, rows) ->
                      rows.forEach(
                          (name, means) ->
                              markdownRow(
                                  text, group + " (" + means.faces() + ") | " + name, means)));
            });
    return text.toString();
  }

  private static void markdownRow(StringBuilder text, String name, ScoreMeans means) {
    text.append("| ").append(name).append(" |");
    for (String cell : cells(means)) {
      text.append(' ').append(cell).append(" |");
    }
    text.append('\n');
  }

  private static String[] cells(ScoreMeans m) {
    return new String[] {
      number("%.4f", m.l1()),
      number("%.4f", m.absoluteError()),
      number("%.4f", m.rootMeanSquare()),
      number("%.4f", m.relative()),
      number("%.3f", m.delta1()),
      number("%.3f", 100 * m.scaleInvariant()),
      number("%.2f", m.normalDegrees()),
      number("%.3f", m.stretch()),
      number("%.3f", 100 * m.unsup3dSide()),
      number("%.2f", m.unsup3dMad())
    };
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
  }

  private String html() {
    StringBuilder text =
        new StringBuilder(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em }
            table { border-collapse: collapse; margin: 1em 0; font-variant-numeric: tabular-nums }
            th, td { padding: .25em .7em; border-bottom: 1px solid #ccc; text-align: right }
            th:first-child, td:first-child { text-align: left }
            figure { margin: 1em 0 } img { max-width: 100%; image-rendering: auto }
            </style>
            """);
    text.append("<title>").append(Html.escape(title)).append("</title></head><body>\n<h1>");
    text.append(Html.escape(title)).append("</h1>\n<p>").append(evaluation.faces());
    text.append(" faces. ").append(UNITS).append("</p>\n");
    htmlTable(text, evaluation.overall());
    evaluation
        .buckets()
        .forEach(
            (kind, groups) -> {
              text.append("<h2>By ").append(Html.escape(kind)).append("</h2>\n");
              groups.forEach(
                  (group, rows) -> {
                    text.append("<h3>").append(Html.escape(group)).append("</h3>\n");
                    htmlTable(text, rows);
                  });
            });
    text.append(
            "<h2>Faces</h2>\n<p>Photo, true depth, predicted depth, difference (red: too near, ")
        .append(
            "blue: too far, full colour at a tenth of the crop), true and predicted surface.</p>\n");
    for (EvaluationPictures.Row row : pictures.rows()) {
      text.append("<figure><img alt=\"\" src=\"").append(row.dataAddress());
      text.append("\"><figcaption>")
          .append(Html.escape(row.caption()))
          .append("</figcaption></figure>\n");
    }
    return text.append("</body></html>\n").toString();
  }

  private static void htmlTable(StringBuilder text, Map<String, ScoreMeans> rows) {
    text.append("<table><tr><th></th>");
    for (String column : COLUMNS) {
      text.append("<th>").append(column).append("</th>");
    }
    text.append("</tr>\n");
    rows.forEach(
        (name, means) -> {
          text.append("<tr><td>").append(Html.escape(name)).append("</td>");
          for (String cell : cells(means)) {
            text.append("<td>").append(cell).append("</td>");
          }
          text.append("</tr>\n");
        });
    text.append("</table>\n");
  }
}
