package facedepth.training;

import facedepth.inference.DepthModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Judges one model on the faces of a folder. */
public final class ModelEvaluation {
  private final Evaluation evaluation;
  private final EvaluationReport report;

  private ModelEvaluation(Evaluation evaluation, EvaluationReport report) {
    this.evaluation = evaluation;
    this.report = report;
  }

  /**
   * Runs the model on every face of a data set, beside flat depth and the mean face.
   *
   * @param name what the model's row is called
   * @param model stays the caller's to close
   * @param data the data set's folder, in crop widths
   * @param judged called after each face
   * @throws IOException if the data set cannot be read or the model fails
   */
  public static ModelEvaluation run(String name, DepthModel model, Path data, Runnable judged)
      throws IOException {
    List<EvaluationFace> faces = EvaluationSet.read(data);
    EvaluationPictures pictures = new EvaluationPictures();
    Evaluation evaluation =
        Evaluation.of(
            List.of(new ModelPredictor(name, model)),
            faces,
            (face, predictions, scores) -> {
              pictures.judged(face, predictions, scores);
              judged.run();
            });
    String title = name + " on " + data.toAbsolutePath().normalize().getFileName();
    return new ModelEvaluation(evaluation, new EvaluationReport(title, evaluation, pictures));
  }

  /** All scores. */
  public Evaluation evaluation() {
    return evaluation;
  }

  /** The tables as Markdown. */
  public String markdown() {
    return report.markdown();
  }

  /** Writes {@code evaluation.json}, {@code .md} and {@code .html}; makes the folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    report.write(folder);
  }
}
