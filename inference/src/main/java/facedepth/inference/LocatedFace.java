package facedepth.inference;

import facedepth.geometry.DepthMap;
import facedepth.geometry.FaceCrop;
import java.util.Arrays;

/**
 * A face that the network has seen.
 *
 * @param crop the square that the prediction is of
 * @param prediction what the network said about it
 * @param mask the face in the prediction
 */
record LocatedFace(FaceCrop crop, DepthPrediction prediction, FaceMask mask) {
  // Bounds of what a face looks like to the network in a rough frame.
  private static final double LEAST_SHARE = 0.08;
  private static final double LARGEST_SHARE = 0.80;
  private static final double LARGEST_SHARE_OF_EDGE = 0.25;
  private static final double LEAST_WHOLENESS = 0.70;
  private static final double LEAST_CONFIDENCE = 0.70;
  // Crop widths between the 5th and the 95th percentile of depth.
  private static final double LEAST_RELIEF = 0.08;
  private static final double LARGEST_RELIEF = 1.2;

  // The same in the frame that the mask asked for: there a face covers 0.33 by the rule.
  private static final double LEAST_FRAMED_SHARE = 0.2;
  private static final double LARGEST_FRAMED_SHARE = 0.5;

  private static final double MOSTLY_WITHIN = 0.7;

  /** Whether it may be a face at all, seen in whatever frame. */
  boolean isFace() {
    if (mask.share() < LEAST_SHARE
        || mask.share() > LARGEST_SHARE
        || mask.wholeness() < LEAST_WHOLENESS
        || mask.shareOfEdge() > LARGEST_SHARE_OF_EDGE
        || mask.confidence() < LEAST_CONFIDENCE) {
      return false;
    }
    double relief = relief();
    return relief >= LEAST_RELIEF && relief <= LARGEST_RELIEF;
  }

  /**
   * Whether it is a face, seen in the frame that its mask asked for.
   *
   * @param leastConfidence how sure the network must be of the mask
   */
  boolean isFramedFace(double leastConfidence) {
    return isFace()
        && mask.share() >= LEAST_FRAMED_SHARE
        && mask.share() <= LARGEST_FRAMED_SHARE
        && mask.confidence() >= leastConfidence;
  }

  /**
   * Whether another face is the same one: the squares share a third of what they cover, or one lies
   * mostly within the other, as a part of a face that was taken for a whole one does.
   */
  boolean isSame(LocatedFace other) {
    double smaller = Math.min(crop.size(), other.crop.size());
    return overlap(crop, other.crop) > 1.0 / 3
        || sharedArea(crop, other.crop) > MOSTLY_WITHIN * smaller * smaller;
  }

  /** Which of two views of the same face to keep: sure of its mask, and with all of it in sight. */
  double quality() {
    return mask.confidence() - mask.shareOfEdge();
  }

  /** Intersection over union, roll disregarded. */
  static double overlap(FaceCrop a, FaceCrop b) {
    double both = sharedArea(a, b);
    return both / (a.size() * a.size() + b.size() * b.size() - both);
  }

  private static double sharedArea(FaceCrop a, FaceCrop b) {
    return shared(a.centerX(), a.size(), b.centerX(), b.size())
        * shared(a.centerY(), a.size(), b.centerY(), b.size());
  }

  private static double shared(double a, double aSize, double b, double bSize) {
    double from = Math.max(a - aSize / 2, b - bSize / 2);
    double to = Math.min(a + aSize / 2, b + bSize / 2);
    return Math.max(0, to - from);
  }

  private double relief() {
    DepthMap depth = mask.depthMap(prediction.depth());
    float[] sorted = depth.finiteValues();
    Arrays.sort(sorted);
    return sorted[(int) (0.95 * (sorted.length - 1))] - sorted[(int) (0.05 * (sorted.length - 1))];
  }
}
