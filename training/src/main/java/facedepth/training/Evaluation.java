package facedepth.training;

import facedepth.geometry.DepthMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The scores of several predictors on the same faces, with the baselines that every figure has to
 * be read against: depth without relief, and the mean of all faces.
 *
 * @param faces how many faces were judged
 * @param predictors names of the rows, the models first
 * @param perFace all scores, face by face
 * @param overall means over all faces, by predictor
 * @param buckets means by what is grouped ("yaw"), group ("15 to 30") and predictor
 */
public record Evaluation(
    int faces,
    List<String> predictors,
    List<FaceScores> perFace,
    Map<String, ScoreMeans> overall,
    Map<String, Map<String, Map<String, ScoreMeans>>> buckets) {

  /** Faces that cover less of their picture than one part in this many are not judged. */
  private static final int SMALLEST_FACE = 40;

  /** Hears what was predicted, for pictures in reports. */
  public interface Listener {
    /** Called for each face after its last prediction; the lists run in parallel. */
    void judged(EvaluationFace face, List<DepthMap> predictions, List<FaceScores> scores);
  }

  /**
   * Judges models on faces.
   *
   * @throws IllegalArgumentException if no face is large enough to be judged
   * @throws IOException if a predictor fails
   */
  public static Evaluation of(
      List<? extends DepthPredictor> models, List<EvaluationFace> all, Listener listener)
      throws IOException {
    List<EvaluationFace> faces =
        all.stream()
            .filter(f -> f.depth().faceArea() >= f.size() * f.size() / SMALLEST_FACE)
            .toList();
    if (faces.isEmpty()) {
      throw new IllegalArgumentException("none of " + all.size() + " pictures shows a face");
    }
    List<DepthPredictor> predictors = new ArrayList<>(models);
    predictors.add(new MeanFace(faces));
    predictors.add(new FlatDepth());
    List<FaceScores> perFace = new ArrayList<>();
    Map<String, List<FaceScores>> byPredictor = new LinkedHashMap<>();
    Map<String, Map<String, Map<String, List<FaceScores>>>> byBucket = new TreeMap<>();
    for (EvaluationFace face : faces) {
      List<DepthMap> predictions = new ArrayList<>();
      List<FaceScores> scores = new ArrayList<>();
      for (DepthPredictor predictor : predictors) {
        DepthMap predicted = predictor.predict(face);
        FaceScores one = judge(predictor.name(), predicted, face);
        predictions.add(predicted);
        scores.add(one);
        byPredictor.computeIfAbsent(predictor.name(), name -> new ArrayList<>()).add(one);
        face.buckets()
            .forEach(
                (kind, group) ->
                    byBucket
                        .computeIfAbsent(kind, k -> new TreeMap<>())
                        .computeIfAbsent(group, g -> new LinkedHashMap<>())
                        .computeIfAbsent(predictor.name(), n -> new ArrayList<>())
                        .add(one));
      }
      perFace.addAll(scores);
      listener.judged(face, predictions, scores);
    }
    return new Evaluation(
        faces.size(),
        predictors.stream().map(DepthPredictor::name).toList(),
        perFace,
        means(byPredictor),
        bucketMeans(byBucket));
  }

  private static FaceScores judge(String predictor, DepthMap predicted, EvaluationFace face) {
    DepthScores scores = DepthScores.of(predicted, face.depth(), face.camera());
    Unsup3dScores unsup3d = null;
    if (face.size() % 64 == 0) {
      try {
        unsup3d = Unsup3dScores.of(predicted, face.depth());
      } catch (IllegalArgumentException nothingLeft) {
        // A sliver of a face does not survive the protocol's erosion; it has no figure there.
        unsup3d = null;
      }
    }
    return new FaceScores(predictor, face.name(), scores, unsup3d);
  }

  private static Map<String, ScoreMeans> means(Map<String, List<FaceScores>> scores) {
    Map<String, ScoreMeans> means = new LinkedHashMap<>();
    scores.forEach((name, list) -> means.put(name, ScoreMeans.of(list)));
    return means;
  }

  private static Map<String, Map<String, Map<String, ScoreMeans>>> bucketMeans(
      Map<String, Map<String, Map<String, List<FaceScores>>>> scores) {
    Map<String, Map<String, Map<String, ScoreMeans>>> means = new TreeMap<>();
    for (String kind : new TreeSet<>(scores.keySet())) {
      Map<String, Map<String, ScoreMeans>> groups = new TreeMap<>();
      scores.get(kind).forEach((group, rows) -> groups.put(group, means(rows)));
      means.put(kind, groups);
    }
    return means;
  }
}
