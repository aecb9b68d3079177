package facedepth.training;

import facedepth.geometry.DepthMap;

/**
 * A face that a network was judged on.
 *
 * @param face picture and truth
 * @param predicted depth of every pixel, in crop widths
 * @param seen the same where the network sees a face, NaN elsewhere
 * @param scores of the depth, inside the true mask
 * @param maskOverlap intersection over union of the true mask and the network's
 */
public record ValidatedFace(
    EvaluationFace face,
    DepthMap predicted,
    DepthMap seen,
    DepthScores scores,
    double maskOverlap) {}
