package facedepth.inference;

import facedepth.geometry.FaceCrop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a face may be.
 *
 * @param crop the square that a crop of that face would roughly be
 * @param votes how many windows of the detector agree
 */
record FaceCandidate(FaceCrop crop, double votes) {
  // Windows on the same face differ by about this much of their size.
  private static final double SAME_DISTANCE = 0.25;
  private static final double SAME_SIZE = 1.5;

  /** Whether both mean the same face. */
  boolean isSame(FaceCandidate other) {
    double mean = Math.sqrt(crop.size() * other.crop.size());
    double distance =
        Math.hypot(crop.centerX() - other.crop.centerX(), crop.centerY() - other.crop.centerY());
    double ratio = crop.size() / other.crop.size();
    return distance < SAME_DISTANCE * mean && ratio < SAME_SIZE && ratio > 1 / SAME_SIZE;
  }

  /**
   * Joins candidates of the same face, averaging by votes; those with the most votes come first.
   * The result depends only on the order of the list.
   */
  static List<FaceCandidate> grouped(List<FaceCandidate> candidates, double leastVotes) {
    List<FaceCandidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparingDouble(FaceCandidate::votes).reversed());
    List<FaceCandidate> groups = new ArrayList<>();
    for (FaceCandidate candidate : sorted) {
      int same = -1;
      for (int i = 0; i < groups.size() && same < 0; i++) {
        same = groups.get(i).isSame(candidate) ? i : -1;
      }
      if (same < 0) {
        groups.add(candidate);
      } else {
        groups.set(same, groups.get(same).joined(candidate));
      }
    }
    groups.removeIf(group -> group.votes < leastVotes);
    groups.sort(Comparator.comparingDouble(FaceCandidate::votes).reversed());
    return groups;
  }

  private FaceCandidate joined(FaceCandidate other) {
    double a = votes / (votes + other.votes);
    double b = 1 - a;
    FaceCrop o = other.crop;
    return new FaceCandidate(
        new FaceCrop(
            a * crop.centerX() + b * o.centerX(),
            a * crop.centerY() + b * o.centerY(),
            a * crop.size() + b * o.size(),
            votes >= other.votes ? crop.rollDegrees() : o.rollDegrees()),
        votes + other.votes);
  }
}
