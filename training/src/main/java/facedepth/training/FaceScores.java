package facedepth.training;

import facedepth.geometry.DepthMap;

/**
 * How one predictor did on one face.
 *
 * @param predictor its name
 * @param face the face's name
 * @param scores every metric of the design
 * @param maskOverlap intersection over union of predicted and true face mask; NaN where one of the
 *     two is not known
 * @param unsup3d the scores of UnSup3D's protocol; null where the picture's side is no multiple of
 *     64, lengths mean nothing or too little of the face is left
 */
public record FaceScores(
    String predictor, String face, DepthScores scores, double maskOverlap, Unsup3dScores unsup3d) {

  /** Judges a prediction, within the true mask. */
  static FaceScores of(String predictor, PredictedDepth predicted, EvaluationFace face) {
    DepthScores scores = DepthScores.of(predicted.depth(), face.depth(), face.camera());
    boolean units = !predicted.relative() && !face.relative();
    return new FaceScores(
        predictor,
        face.name(),
        units ? scores : scores.withoutUnits(),
        face.masked() ? predicted.overlap(face.depth()) : Double.NaN,
        units ? unsup3d(predicted.depth(), face) : null);
  }

  private static Unsup3dScores unsup3d(DepthMap predicted, EvaluationFace face) {
    if (face.depthGrey().isEmpty() && face.size() % Unsup3dScores.SIZE != 0) {
      return null;
    }
    try {
      return face.depthGrey().isPresent()
          ? Unsup3dScores.ofGrey(predicted, face.depthGrey().get())
          : Unsup3dScores.of(predicted, face.depth());
    } catch (IllegalArgumentException nothingLeft) {
      // A sliver of a face does not survive the protocol's erosion; it has no figure there.
      return null;
    }
  }
}
