package facedepth.training;

/**
 * How one predictor did on one face.
 *
 * @param predictor its name
 * @param face the face's name
 * @param scores every metric of the design
 * @param unsup3d the scores of UnSup3D's protocol; null where the picture's side is no multiple of
 *     64 or too little of the face is left
 */
public record FaceScores(
    String predictor, String face, DepthScores scores, Unsup3dScores unsup3d) {}
