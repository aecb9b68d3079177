package facedepth.training;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Means of scores over faces; what each is stands at {@link DepthScores} and {@link Unsup3dScores}.
 *
 * @param faces how many
 * @param unsup3dFaces how many of them UnSup3D's protocol could be applied to
 */
public record ScoreMeans(
    int faces,
    double l1,
    double absoluteError,
    double rootMeanSquare,
    double relative,
    double delta1,
    double scaleInvariant,
    double normalDegrees,
    double stretch,
    int unsup3dFaces,
    double unsup3dSide,
    double unsup3dMad) {

  static ScoreMeans of(List<FaceScores> scores) {
    List<Unsup3dScores> unsup3d =
        scores.stream().map(FaceScores::unsup3d).filter(Objects::nonNull).toList();
    return new ScoreMeans(
        scores.size(),
        mean(scores, DepthScores::l1),
        mean(scores, DepthScores::absoluteError),
        mean(scores, DepthScores::rootMeanSquare),
        mean(scores, DepthScores::relative),
        mean(scores, DepthScores::delta1),
        mean(scores, DepthScores::scaleInvariant),
        mean(scores, DepthScores::normalDegrees),
        mean(scores, DepthScores::stretch),
        unsup3d.size(),
        unsup3d.stream().mapToDouble(Unsup3dScores::side).average().orElse(Double.NaN),
        unsup3d.stream().mapToDouble(Unsup3dScores::mad).average().orElse(Double.NaN));
  }

  private static double mean(List<FaceScores> scores, ToDoubleFunction<DepthScores> what) {
    return scores.stream()
        .map(FaceScores::scores)
        .mapToDouble(what)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }
}
