package facedepth.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How well the averaged weights of a checkpoint do on faces that are never trained on. Scores are
 * means over the faces; {@link DepthScores} says what each is. NaN is what cannot be said of depth
 * without a unit, or without a mask.
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

  /**
   * Means of scores.
   *
   * @param cropWidths whether the depth has a unit
   */
  static ValidationResult of(long step, List<ValidatedFace> faces, boolean cropWidths) {
    double nan = Double.NaN;
    return new ValidationResult(
        step,
        mean(faces, DepthScores::l1),
        cropWidths ? mean(faces, DepthScores::absoluteError) : nan,
        cropWidths ? mean(faces, DepthScores::rootMeanSquare) : nan,
        cropWidths ? mean(faces, DepthScores::normalDegrees) : nan,
        cropWidths ? mean(faces, DepthScores::stretch) : nan,
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
    if (Double.isNaN(absoluteError)) {
      return String.format(Locale.ROOT, "L1 %.4f", l1);
    }
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
    scalars.values().removeIf(score -> score.isNaN());
    return scalars;
  }
}
