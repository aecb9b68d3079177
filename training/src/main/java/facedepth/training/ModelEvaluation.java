package facedepth.training;

import facedepth.inference.DepthModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges one model on a set of faces. */
public final class ModelEvaluation {
  private final Evaluation evaluation;
  private final List<DegradationCurve> curves;
  private final EvaluationReport report;

  private ModelEvaluation(
      String title,
      Evaluation evaluation,
      List<DegradationCurve> curves,
      EvaluationPictures pictures) {
    this.evaluation = evaluation;
    this.curves = curves;
    report = new EvaluationReport(title, evaluation, curves, pictures);
  }

  /** How often a face is predicted for one face of the degradation curves. */
  public static int predictionsPerCurveFace() {
    return DegradationCurves.predictionsPerFace();
  }

  /** How many steps {@link #run} reports. */
  public static long steps(EvaluationSet set, int curveFaces) {
    return (long) Evaluation.steps(set.count()) + DegradationCurves.steps(set.count(), curveFaces);
  }

  /**
   * Runs the model on every face of a set, beside flat depth and the mean face, and on worse and
   * worse pictures of some of them.
   *
   * @param name what the model's row is called
   * @param model stays the caller's to close
   * @param curveFaces how many faces the degradation curves are measured on at most, 0 for no
   *     curves
   * @param threads how many read or render faces meanwhile, at least 1
   * @param step called as often as {@link #steps} tells
   * @throws IllegalArgumentException if none of the pictures shows enough of a face
   * @throws IOException if a face cannot be read or the model fails
   */
  public static ModelEvaluation run(
      String name, DepthModel model, EvaluationSet set, int curveFaces, int threads, Runnable step)
      throws IOException {
    if (curveFaces < 0) {
      throw new IllegalArgumentException("curveFaces " + curveFaces + " is negative");
    }
    DepthPredictor predictor = new ModelPredictor(name, model);
    EvaluationPictures pictures = new EvaluationPictures();
    Evaluation evaluation = Evaluation.of(List.of(predictor), set, threads, pictures, step);
    List<DegradationCurve> curves = new ArrayList<>();
    if (curveFaces > 0) {
      curves.addAll(DegradationCurves.measure(predictor, set, curveFaces, threads, step));
    }
    DegradationCurve yaw = DegradationCurves.yaw(evaluation);
    if (yaw.points().size() > 1) {
      curves.add(yaw);
    }
    return new ModelEvaluation(name + " on " + set.title(), evaluation, curves, pictures);
  }

  /** All scores. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** The degradation curves, if any were asked for, and that of yaw, if it is known. */
  public List<DegradationCurve> curves() {
    return curves;
  }

  /** The tables as Markdown. */
  public String markdown() {
    return report.markdown();
  }

  /** The first of the tables, over all faces, as Markdown. */
  public String summary() {
    String all = markdown();
    int groups = all.indexOf("\n\n## ");
    return groups < 0 ? all : all.substring(0, groups + 1);
  }

  /** Writes {@code evaluation.json}, {@code .md} and {@code .html}; makes the folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    report.write(folder);
  }
}
