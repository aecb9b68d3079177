package facedepth.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The scores of several predictors on the same faces, with the baselines that every figure has to
 * be read against: depth without relief, and the mean of all faces. Holds no pictures: faces are
 * read one by one.
 *
 * @param faces how many faces were judged
 * @param leftOut how many pictures show too little of a face to be judged
 * @param predictors names of the rows, the models first
 * @param notes what has to be known to read the figures
 * @param overall means over all faces, by predictor
 * @param buckets means by what is grouped ("yaw"), group ("15 to 30") and predictor, in the order
 *     of reports
 * @param perFace all scores, face by face
 */
public record Evaluation(
    int faces,
    int leftOut,
    List<String> predictors,
    List<String> notes,
    Map<String, ScoreMeans> overall,
    Map<String, Map<String, Map<String, ScoreMeans>>> buckets,
    List<FaceScores> perFace) {

  /** Faces that cover less of their picture than one part in this many are not judged. */
  private static final int SMALLEST_FACE = 40;

  /** The mean of so many faces hardly changes with more; all are read twice only up to here. */
  private static final int MEAN_FACE_OF = 1000;

  /** Hears what was predicted, for pictures in reports. */
  public interface Listener {
    /** Called for each face after its last prediction; the lists run in parallel. */
    void judged(EvaluationFace face, List<PredictedDepth> predictions, List<FaceScores> scores);
  }

  /** How many steps {@link #of} reports for a set of so many pictures. */
  static int steps(int count) {
    return count + Math.min(count, MEAN_FACE_OF);
  }

  /**
   * Judges models on faces.
   *
   * @param threads how many read or render faces meanwhile
   * @param step called after each picture of either pass
   * @throws IllegalArgumentException if no face is large enough to be judged
   * @throws IOException if a face cannot be read or a predictor fails
   */
  public static Evaluation of(
      List<? extends DepthPredictor> models,
      EvaluationSet set,
      int threads,
      Listener listener,
      Runnable step)
      throws IOException {
    List<DepthPredictor> predictors = new ArrayList<>(models);
    try (Ahead<EvaluationFace> faces = ahead(set, spread(set.count(), MEAN_FACE_OF), threads)) {
      predictors.add(MeanFace.of(faces, step));
    }
    predictors.add(new FlatDepth());
    Tally tally = new Tally();
    int[] all = IntStream.range(0, set.count()).toArray();
    try (Ahead<EvaluationFace> faces = ahead(set, all, threads)) {
      while (faces.hasNext()) {
        EvaluationFace face = faces.next();
        if (isLarge(face)) {
          judge(face, predictors, tally, listener);
        }
        step.run();
      }
    }
    if (tally.faces == 0) {
      throw new IllegalArgumentException("none of " + set.count() + " pictures shows a face");
    }
    return new Evaluation(
        tally.faces,
        set.count() - tally.faces,
        predictors.stream().map(DepthPredictor::name).toList(),
        tally.notes.lines(set.count(), Math.min(MEAN_FACE_OF, set.count())),
        means(tally.byPredictor),
        tally.bucketMeans(),
        tally.perFace);
  }

  /** Faces of a set by their indices, read or rendered a little before they are wanted. */
  static Ahead<EvaluationFace> ahead(EvaluationSet set, int[] indices, int threads) {
    return new Ahead<>(
        "face-reader",
        threads,
        threads + 1,
        0,
        indices.length,
        (i, makers) -> makers.begin(() -> set.face(indices[(int) i])));
  }

  /** Whether there is enough of a face in the picture to be judged. */
  static boolean isLarge(EvaluationFace face) {
    return face.depth().faceArea() >= face.size() * face.size() / SMALLEST_FACE;
  }

  /** At most so many of the indices below count, evenly spread. */
  static int[] spread(int count, int most) {
    int length = Math.min(count, most);
    return IntStream.range(0, length).map(i -> (int) ((long) i * count / length)).toArray();
  }

  private static void judge(
      EvaluationFace shown, List<DepthPredictor> predictors, Tally tally, Listener listener)
      throws IOException {
    List<PredictedDepth> predictions = new ArrayList<>();
    for (DepthPredictor predictor : predictors) {
      predictions.add(predictor.predict(shown));
    }
    EvaluationFace face = shown;
    if (!shown.masked()) {
      // Nobody says where the face is: judged is what the first model takes for it.
      EvaluationFace seen = shown.within(predictions.get(0).seen());
      face = isLarge(seen) ? seen : shown;
    }
    List<FaceScores> scores = new ArrayList<>();
    for (int i = 0; i < predictors.size(); i++) {
      scores.add(FaceScores.of(predictors.get(i).name(), predictions.get(i), face));
    }
    tally.add(face, scores);
    tally.notes.add(face, predictions);
    listener.judged(face, predictions, scores);
  }

  private static Map<String, ScoreMeans> means(Map<String, List<FaceScores>> scores) {
    Map<String, ScoreMeans> means = new LinkedHashMap<>();
    scores.forEach((name, list) -> means.put(name, ScoreMeans.of(list)));
    return means;
  }

  /** Scores in the making. */
  private static final class Tally {
    private int faces;
    private final List<FaceScores> perFace = new ArrayList<>();
    private final Map<String, List<FaceScores>> byPredictor = new LinkedHashMap<>();
    private final Map<String, TreeMap<Bucket, Map<String, List<FaceScores>>>> byBucket =
        new LinkedHashMap<>();
    private final EvaluationNotes notes = new EvaluationNotes();

    void add(EvaluationFace face, List<FaceScores> scores) {
      faces++;
      perFace.addAll(scores);
      for (FaceScores one : scores) {
        byPredictor.computeIfAbsent(one.predictor(), name -> new ArrayList<>()).add(one);
        face.buckets()
            .forEach(
                (kind, group) ->
                    byBucket
                        .computeIfAbsent(kind, k -> new TreeMap<>())
                        .computeIfAbsent(group, g -> new LinkedHashMap<>())
                        .computeIfAbsent(one.predictor(), n -> new ArrayList<>())
                        .add(one));
      }
    }

    Map<String, Map<String, Map<String, ScoreMeans>>> bucketMeans() {
      Map<String, Map<String, Map<String, ScoreMeans>>> means = new LinkedHashMap<>();
      byBucket.forEach(
          (kind, groups) -> {
            Map<String, Map<String, ScoreMeans>> rows = new LinkedHashMap<>();
            groups.forEach((group, scores) -> rows.put(group.name(), means(scores)));
            means.put(kind, rows);
          });
      return means;
    }
  }
}
