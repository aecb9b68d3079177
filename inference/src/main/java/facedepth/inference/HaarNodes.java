package facedepth.inference;

/**
 * The nodes of a Haar cascade for integral images of one stride: what one node needs lies side by
 * side, because most of a search is spent on fetching it.
 */
final class HaarNodes {
  private static final int CORNERS = 12; // three rectangles
  private static final int NUMBERS = 4; // their weights, and the threshold

  private final int[] corners;
  private final float[] numbers;

  /**
   * Lays nodes out.
   *
   * @param corners of features, as {@link CascadeTables#corners} gives them
   */
  HaarNodes(int[] features, int[] corners, float[] weights, float[] thresholds) {
    this.corners = new int[CORNERS * features.length];
    numbers = new float[NUMBERS * features.length];
    for (int n = 0; n < features.length; n++) {
      System.arraycopy(corners, CORNERS * features[n], this.corners, CORNERS * n, CORNERS);
      System.arraycopy(weights, 3 * features[n], numbers, NUMBERS * n, 3);
      numbers[NUMBERS * n + 3] = thresholds[n];
    }
  }

  /**
   * Whether a node's feature is below its threshold.
   *
   * @param base the window's corner in {@code sums}
   * @param norm what the feature is multiplied by before
   */
  boolean below(int node, int[] sums, int base, float norm) {
    int k = CORNERS * node;
    int r = NUMBERS * node;
    float value =
        numbers[r] * rectangle(sums, k, base) + numbers[r + 1] * rectangle(sums, k + 4, base);
    if (numbers[r + 2] != 0) {
      value += numbers[r + 2] * rectangle(sums, k + 8, base);
    }
    return value * norm < numbers[r + 3];
  }

  private int rectangle(int[] sums, int k, int base) {
    return sums[base + corners[k]]
        - sums[base + corners[k + 1]]
        - sums[base + corners[k + 2]]
        + sums[base + corners[k + 3]];
  }
}
