package facedepth.training;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Means of scores over faces; what each is stands at {@link DepthScores} and {@link Unsup3dScores}.
 * NaN where no face has the score.
 *
 * @param faces how many
 * @param maskOverlap intersection over union of predicted and true face mask
 * @param unsup3dFaces how many of them UnSup3D's protocol could be applied to
 * @param unsup3dSideDeviation standard deviation over faces, which the paper prints too
 * @param unsup3dMadDeviation the same of {@code unsup3dMad}
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
    double maskOverlap,
    int unsup3dFaces,
    double unsup3dSide,
    double unsup3dSideDeviation,
    double unsup3dMad,
    double unsup3dMadDeviation) {

  static ScoreMeans of(List<FaceScores> scores) {
    List<Unsup3dScores> unsup3d =
        scores.stream().map(FaceScores::unsup3d).filter(Objects::nonNull).toList();
    return new ScoreMeans(
        scores.size(),
        mean(scores, face -> face.scores().l1()),
        mean(scores, face -> face.scores().absoluteError()),
        mean(scores, face -> face.scores().rootMeanSquare()),
        mean(scores, face -> face.scores().relative()),
        mean(scores, face -> face.scores().delta1()),
        mean(scores, face -> face.scores().scaleInvariant()),
        mean(scores, face -> face.scores().normalDegrees()),
        mean(scores, face -> face.scores().stretch()),
        mean(scores, FaceScores::maskOverlap),
        unsup3d.size(),
        mean(unsup3d, Unsup3dScores::side),
        deviation(unsup3d, Unsup3dScores::side),
        mean(unsup3d, Unsup3dScores::mad),
        deviation(unsup3d, Unsup3dScores::mad));
  }

  private static <T> double mean(List<T> scores, ToDoubleFunction<T> what) {
    return scores.stream().mapToDouble(what).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /** With n - 1 below the line, as the protocol's code has it. */
  private static <T> double deviation(List<T> scores, ToDoubleFunction<T> what) {
    double mean = mean(scores, what);
    double square = 0;
    for (T one : scores) {
      double error = what.applyAsDouble(one) - mean;
      square += error * error;
    }
    return scores.size() < 2 ? Double.NaN : Math.sqrt(square / (scores.size() - 1));
  }
}
