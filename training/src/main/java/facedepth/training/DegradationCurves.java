package facedepth.training;

import facedepth.synthesis.PictureFault;
import facedepth.synthesis.dataset.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a model bears ever poorer pictures: each fault of {@link PictureFault} alone, on top of what
 * the picture has already, while the truth stays what it is.
 */
final class DegradationCurves {
  /**
   * A fault and the strengths it is tried at besides 0.
   *
   * @param unit what a reader calls that of {@link PictureFault}
   */
  private record Trial(PictureFault fault, String name, String unit, float... strengths) {}

  private static final List<Trial> TRIALS =
      List.of(
          new Trial(
              PictureFault.BLUR,
              "blur",
              "deviation in picture widths",
              0.005f,
              0.01f,
              0.02f,
              0.03f,
              0.05f),
          new Trial(
              PictureFault.MOTION, "motion", "picture widths", 0.02f, 0.04f, 0.06f, 0.1f, 0.15f),
          new Trial(PictureFault.NOISE, "noise", "grey levels of 255", 10, 20, 35, 55, 80),
          new Trial(PictureFault.JPEG, "JPEG", "quality missing to 100", 50, 70, 85, 92, 97),
          new Trial(PictureFault.DARKNESS, "darkness", "stops", 1, 2, 3, 4, 5.5f),
          new Trial(
              PictureFault.LOW_RESOLUTION,
              "low resolution",
              "share lost",
              0.5f,
              0.7f,
              0.8f,
              0.88f,
              0.94f));

  private DegradationCurves() {}

  /** Predictions for one face: all strengths of all faults, and the picture as it is. */
  static int predictionsPerFace() {
    return 1 + TRIALS.stream().mapToInt(trial -> trial.strengths().length).sum();
  }

  /** How many steps {@link #measure} reports. */
  static int steps(int count, int most) {
    return Math.min(count, most) * predictionsPerFace();
  }

  /**
   * Measures all curves, face by face.
   *
   * @param most faces at most, evenly spread over the set
   * @param threads how many read or render faces meanwhile
   * @param step called after each prediction
   * @return none if none of the faces is large enough
   */
  static List<DegradationCurve> measure(
      DepthPredictor predictor, EvaluationSet set, int most, int threads, Runnable step)
      throws IOException {
    List<List<FaceScores>> scores = new ArrayList<>();
    for (int i = 0; i < predictionsPerFace(); i++) {
      scores.add(new ArrayList<>());
    }
    int[] indices = Evaluation.spread(set.count(), most);
    try (Ahead<EvaluationFace> faces = Evaluation.ahead(set, indices, threads)) {
      while (faces.hasNext()) {
        EvaluationFace face = faces.next();
        if (Evaluation.isLarge(face)) {
          judge(predictor, face, scores, step);
        } else {
          for (int i = 0; i < predictionsPerFace(); i++) {
            step.run();
          }
        }
      }
    }
    return scores.get(0).isEmpty() ? List.of() : curves(scores);
  }

  private static void judge(
      DepthPredictor predictor, EvaluationFace shown, List<List<FaceScores>> scores, Runnable step)
      throws IOException {
    Picture picture = shown.picture();
    // Faults want an even side; the truth covers the same square whatever the picture's.
    Picture even = picture.size() % 2 == 0 ? picture : picture.shrunk(picture.size() - 1);
    PredictedDepth best = predictor.predict(shown.with(even));
    EvaluationFace face = shown;
    if (!shown.masked()) {
      EvaluationFace seen = shown.within(best.seen());
      face = Evaluation.isLarge(seen) ? seen : shown;
    }
    int at = 0;
    scores.get(at++).add(FaceScores.of(predictor.name(), best, face));
    step.run();
    for (Trial trial : TRIALS) {
      for (float strength : trial.strengths()) {
        float[] worse = trial.fault().apply(even.rgb(), even.size(), strength);
        EvaluationFace poor = face.with(new Picture(even.size(), worse));
        scores.get(at++).add(FaceScores.of(predictor.name(), predictor.predict(poor), face));
        step.run();
      }
    }
  }

  private static List<DegradationCurve> curves(List<List<FaceScores>> scores) {
    DegradationCurve.Point unchanged = DegradationCurve.Point.of(0, ScoreMeans.of(scores.get(0)));
    List<DegradationCurve> curves = new ArrayList<>();
    int at = 1;
    for (Trial trial : TRIALS) {
      List<DegradationCurve.Point> points = new ArrayList<>();
      points.add(unchanged);
      for (float strength : trial.strengths()) {
        points.add(DegradationCurve.Point.of(strength, ScoreMeans.of(scores.get(at++))));
      }
      curves.add(new DegradationCurve(trial.name(), trial.unit(), points));
    }
    return curves;
  }

  /**
   * The curve of the first predictor over the groups of yaw, each at its middle.
   *
   * @return one without points if no yaw is known
   */
  static DegradationCurve yaw(Evaluation evaluation) {
    List<DegradationCurve.Point> points = new ArrayList<>();
    Map<String, Map<String, ScoreMeans>> groups =
        evaluation.buckets().getOrDefault(FaceBuckets.YAW, Map.of());
    double[] borders = FaceBuckets.YAWS;
    for (int i = 0; i <= borders.length; i++) {
      double from = i == 0 ? 0 : borders[i - 1];
      double to = i < borders.length ? borders[i] : 2 * borders[i - 1] - borders[i - 2];
      Map<String, ScoreMeans> group = groups.get(Bucket.of(from, borders).name());
      if (group != null) {
        points.add(
            DegradationCurve.Point.of((from + to) / 2, group.get(evaluation.predictors().get(0))));
      }
    }
    return new DegradationCurve("yaw", "degrees, middle of the group", points);
  }
}
