package facedepth.training;

import facedepth.geometry.DepthMap;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of the first faces of an evaluation: photo, true depth, predicted depth, their
 * difference, and both surfaces as clay.
 */
final class EvaluationPictures implements Evaluation.Listener {
  private static final int MOST = 24;

  /**
   * A row of the report.
   *
   * @param caption the face and its scores by the first predictor
   * @param dataAddress six pictures side by side
   */
  record Row(String caption, String dataAddress) {}

  private final List<Row> rows = new ArrayList<>();

  List<Row> rows() {
    return rows;
  }

  @Override
  public void judged(EvaluationFace face, List<DepthMap> predictions, List<FaceScores> scores) {
    if (rows.size() >= MOST) {
      return;
    }
    DepthScores first = scores.get(0).scores();
    String caption =
        String.format(
            Locale.ROOT,
            "%s: RMSE %.4f crop widths, normals %.1f degrees, stretch %.2f",
            face.name(),
            first.rootMeanSquare(),
            first.normalDegrees(),
            first.stretch());
    rows.add(new Row(caption, strip(face, predictions.get(0))));
  }

  private static String strip(EvaluationFace face, DepthMap prediction) {
    int size = face.size();
    DepthMap truth = face.depth().centred();
    DepthMap predicted = prediction.within(truth).centred();
    int[][] panels = {
      FacePanels.photo(face),
      FacePanels.depth(truth, truth),
      FacePanels.depth(predicted, truth),
      FacePanels.difference(predicted, truth),
      FacePanels.normals(truth, face.camera()),
      FacePanels.normals(predicted, face.camera())
    };
    BufferedImage strip = new BufferedImage(panels.length * size, size, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < panels.length; i++) {
      strip.setRGB(i * size, 0, size, size, panels[i], 0, size);
    }
    return InlinePicture.address(strip);
  }
}
