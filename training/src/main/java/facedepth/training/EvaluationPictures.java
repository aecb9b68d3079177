package facedepth.training;

import facedepth.geometry.DepthMap;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * Pictures of the first faces of an evaluation and of those that the first predictor does worst on:
 * photo, true depth, predicted depth, their difference, and both surfaces as clay.
 */
final class EvaluationPictures implements Evaluation.Listener {
  private static final int MOST = 12; // of either kind

  /**
   * A row of the report.
   *
   * @param caption the face and its scores by the first predictor
   * @param dataAddress six pictures side by side
   */
  record Row(String caption, String dataAddress) {}

  /** A face whose picture may or may not be wanted in the end. */
  private record Candidate(
      double error, EvaluationFace face, PredictedDepth predicted, String caption) {}

  private final List<Row> first = new ArrayList<>();
  private final PriorityQueue<Candidate> worst =
      new PriorityQueue<>(Comparator.comparingDouble(Candidate::error));

  /** The first faces, in their order. */
  List<Row> first() {
    return first;
  }

  /** The worst faces, the very worst first; none if no more were judged than {@link #first}. */
  List<Row> worst() {
    return worst.stream()
        .sorted(Comparator.comparingDouble(Candidate::error).reversed())
        .map(one -> new Row(one.caption(), strip(one.face(), one.predicted())))
        .toList();
  }

  @Override
  public void judged(
      EvaluationFace face, List<PredictedDepth> predictions, List<FaceScores> scores) {
    DepthScores score = scores.get(0).scores();
    String caption = caption(face, score);
    if (first.size() < MOST) {
      first.add(new Row(caption, strip(face, predictions.get(0))));
    }
    boolean units = Double.isFinite(score.rootMeanSquare());
    double error = units ? score.rootMeanSquare() : score.l1();
    worst.add(new Candidate(error, face, predictions.get(0), caption));
    if (worst.size() > MOST) {
      worst.remove();
    }
  }

  private static String caption(EvaluationFace face, DepthScores score) {
    return Double.isFinite(score.rootMeanSquare())
        ? String.format(
            Locale.ROOT,
            "%s: RMSE %.4f crop widths, normals %.1f degrees, slope %.2f",
            face.name(),
            score.rootMeanSquare(),
            score.normalDegrees(),
            score.stretch())
        : String.format(Locale.ROOT, "%s: L1 %.4f, without a unit", face.name(), score.l1());
  }

  private static String strip(EvaluationFace face, PredictedDepth prediction) {
    int size = face.size();
    DepthMap truth = face.depth().centred();
    DepthMap seen = prediction.depth().within(truth);
    boolean units = !prediction.relative() && !face.relative();
    DepthMap predicted = (units ? seen : stretched(seen, FacePanels.range(truth))).centred();
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

  /** Brought to the range of the truth, where lengths mean nothing. */
  private static DepthMap stretched(DepthMap map, double[] range) {
    double[] own = FacePanels.range(map);
    float[] values = map.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (range[0] + range[1] * (values[i] - own[0]) / own[1]);
    }
    return new DepthMap(map.width(), map.height(), values);
  }
}
