package facedepth.training;

import java.util.List;
import java.util.Map;

/** An evaluation's tables as Markdown. */
final class EvaluationMarkdown {
  private final StringBuilder text = new StringBuilder();

  private EvaluationMarkdown() {}

  static String of(String title, Evaluation evaluation, List<DegradationCurve> curves) {
    EvaluationMarkdown page = new EvaluationMarkdown();
    page.write(title, evaluation, curves);
    return page.text.toString();
  }

  private void write(String title, Evaluation evaluation, List<DegradationCurve> curves) {
    text.append("# ").append(title).append("\n\n");
    text.append(EvaluationReport.faces(evaluation)).append(ScoreTable.UNITS).append("\n\n");
    for (String note : evaluation.notes()) {
      text.append("- ").append(note).append('\n');
    }
    if (!evaluation.notes().isEmpty()) {
      text.append('\n');
    }
    head("", ScoreTable.COLUMNS);
    evaluation.overall().forEach((name, means) -> row(name, ScoreTable.cells(means)));
    evaluation.buckets().forEach(this::buckets);
    for (DegradationCurve curve : curves) {
      curve(evaluation.predictors().get(0), curve);
    }
  }

  private void buckets(String kind, Map<String, Map<String, ScoreMeans>> groups) {
    text.append("\n## By ").append(kind).append("\n\n");
    head(" | ", ScoreTable.COLUMNS);
    groups.forEach(
        (group, rows) ->
            rows.forEach(
                (name, means) ->
                    row(group + " (" + means.faces() + ") | " + name, ScoreTable.cells(means))));
  }

  private void curve(String model, DegradationCurve curve) {
    text.append("\n## ").append(model).append(" against ").append(curve.name()).append(" (");
    text.append(curve.unit()).append("), ").append(curve.points().get(0).faces());
    text.append(curve.name().equals("yaw") ? " faces in the first group\n\n" : " faces\n\n");
    text.append('|');
    for (String column : ScoreTable.CURVE_COLUMNS) {
      text.append(' ').append(column).append(" |");
    }
    text.append("\n|").append("---:|".repeat(ScoreTable.CURVE_COLUMNS.length)).append('\n');
    for (DegradationCurve.Point point : curve.points()) {
      text.append('|');
      for (String cell : ScoreTable.cells(point)) {
        text.append(' ').append(cell).append(" |");
      }
      text.append('\n');
    }
  }

  private void head(String names, String[] columns) {
    text.append("| ").append(names).append('|');
    for (String column : columns) {
      text.append(' ').append(column).append(" |");
    }
    text.append("\n|---|").append(names.isEmpty() ? "" : "---|");
    text.append("---:|".repeat(columns.length)).append('\n');
  }

  private void row(String name, String[] cells) {
    text.append("| ").append(name).append(" |");
    for (String cell : cells) {
      text.append(' ').append(cell).append(" |");
    }
    text.append('\n');
  }
}
