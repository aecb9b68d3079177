package facedepth.training;

import java.util.List;
import java.util.Map;

/** An evaluation as one page that needs no other file. */
final class EvaluationHtml {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 94em; padding: 0 1em; color: #222 }
      table { border-collapse: collapse; margin: 1em 0; font-variant-numeric: tabular-nums }
      th, td { padding: .2em .6em; border-bottom: 1px solid #ddd; text-align: right; white-space: nowrap }
      th { font-weight: 600 } td.name, th.name { text-align: left }
      tr.first td { border-top: 2px solid #bbb } tr.model { font-weight: 600 }
      .wide { overflow-x: auto }
      figure { margin: 1em 0 } figcaption { color: #555 } img { max-width: 100% }
      svg text { font: 11px system-ui, sans-serif; fill: #444 }
      </style>
      """;

  private final StringBuilder text = new StringBuilder(HEAD);
  private final Evaluation evaluation;

  private EvaluationHtml(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  static String of(
      String title,
      Evaluation evaluation,
      List<DegradationCurve> curves,
      EvaluationPictures pictures) {
    EvaluationHtml page = new EvaluationHtml(evaluation);
    page.write(title, curves, pictures);
    return page.text.toString();
  }

  private void write(String title, List<DegradationCurve> curves, EvaluationPictures pictures) {
    text.append("<title>").append(Html.escape(title)).append("</title></head><body>\n<h1>");
    text.append(Html.escape(title)).append("</h1>\n<p>");
    text.append(EvaluationReport.faces(evaluation)).append(ScoreTable.UNITS).append("</p>\n");
    if (!evaluation.notes().isEmpty()) {
      text.append("<ul>");
      evaluation
          .notes()
          .forEach(note -> text.append("<li>").append(Html.escape(note)).append("</li>"));
      text.append("</ul>\n");
    }
    table(Map.of("", evaluation.overall()), false);
    evaluation
        .buckets()
        .forEach(
            (kind, groups) -> {
              text.append("<h2>By ").append(Html.escape(kind)).append("</h2>\n");
              table(groups, true);
            });
    if (!curves.isEmpty()) {
      text.append("<h2>Curves of ").append(Html.escape(evaluation.predictors().get(0)));
      text.append("</h2>\n<p>Means over the same faces, each fault alone; the scale of a column is")
          .append(" one for all rows, dashed is the picture as it is. Yaw: means of its groups,")
          .append(" other faces in each.</p>\n<div class=\"wide\">");
      text.append(CurveChart.svg(curves)).append("</div>\n");
    }
    pictures(
        "Faces",
        "Photo, true depth, predicted depth, difference (red: too near, blue: too far, full colour"
            + " at a tenth of the crop), true and predicted surface.",
        pictures.first());
    pictures("Worst faces", "By the first model's error.", pictures.worst());
    text.append("</body></html>\n");
  }

  private void pictures(String heading, String line, List<EvaluationPictures.Row> rows) {
    text.append("<h2>").append(heading).append("</h2>\n<p>").append(line).append("</p>\n");
    for (EvaluationPictures.Row row : rows) {
      text.append("<figure><img alt=\"\" src=\"").append(row.dataAddress());
      text.append("\"><figcaption>").append(Html.escape(row.caption()));
      text.append("</figcaption></figure>\n");
    }
  }

  private void table(Map<String, Map<String, ScoreMeans>> groups, boolean named) {
    text.append("<div class=\"wide\"><table><tr>");
    text.append(named ? "<th></th><th></th>" : "<th></th>");
    for (String column : ScoreTable.COLUMNS) {
      text.append("<th>").append(column).append("</th>");
    }
    text.append("</tr>\n");
    groups.forEach(
        (group, rows) -> {
          String label = Html.escape(group);
          boolean first = true;
          for (Map.Entry<String, ScoreMeans> row : rows.entrySet()) {
            text.append(first ? "<tr class=\"model first\">" : "<tr>");
            if (named) {
              text.append("<td class=\"name\">");
              text.append(first ? label + " (" + row.getValue().faces() + ")" : "").append("</td>");
            }
            text.append("<td class=\"name\">").append(Html.escape(row.getKey())).append("</td>");
            for (String cell : ScoreTable.cells(row.getValue())) {
              text.append("<td>").append(cell).append("</td>");
            }
            text.append("</tr>\n");
            first = false;
          }
        });
    text.append("</table></div>\n");
  }
}
