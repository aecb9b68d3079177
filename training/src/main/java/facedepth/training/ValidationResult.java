package facedepth.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How well the averaged weights of a checkpoint do on faces that are never trained on. Scores are
 * means over the faces; {@link DepthScores} says what each is.
 *
 * @param step how many steps the weights have been trained for
 * @param maskOverlap intersection over union of the face masks
 * @param faces all that were judged, always the same and in the same order
 */
public record ValidationResult(
    long step,
    double l1,
    double absoluteError,
    double rootMeanSquare,
    double normalDegrees,
    double stretch,
    double maskOverlap,
    List<ValidatedFace> faces) {

  static ValidationResult of(long step, List<ValidatedFace> faces) {
    return new ValidationResult(
        step,
        mean(faces, DepthScores::l1),
        mean(faces, DepthScores::absoluteError),
        mean(faces, DepthScores::rootMeanSquare),
        mean(faces, DepthScores::normalDegrees),
        mean(faces, DepthScores::stretch),
        faces.stream().mapToDouble(ValidatedFace::maskOverlap).average().orElse(Double.NaN),
        List.copyOf(faces));
  }

  private static double mean(List<ValidatedFace> faces, ToDoubleFunction<DepthScores> score) {
    return faces.stream()
        .map(ValidatedFace::scores)
        .mapToDouble(score)
        .average()
        .orElse(Double.NaN);
  }

  /** The scores in one line. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "error %.4f, rms %.4f crop widths, L1 %.4f, normals %.2f degrees, stretch %.3f, mask %.3f",
        absoluteError,
        rootMeanSquare,
        l1,
        normalDegrees,
        stretch,
        maskOverlap);
  }

  /** As curves, by the names that they have in all files. */
  Map<String, Double> scalars() {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scalars.put(Tags.ABSOLUTE_ERROR, absoluteError);
    scalars.put(Tags.RMSE, rootMeanSquare);
    scalars.put(Tags.L1, l1);
    scalars.put(Tags.NORMAL_DEGREES, normalDegrees);
    scalars.put(Tags.STRETCH, stretch);
    scalars.put(Tags.MASK_OVERLAP, maskOverlap);
    return scalars;
  }
}
