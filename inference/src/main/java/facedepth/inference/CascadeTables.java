package facedepth.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a cascade in flat arrays. A stage is a run of trees, a tree a run of nodes and a
 * run of leaves; a node's children are nodes of the same tree when positive, else leaves, negated.
 */
final class CascadeTables {
  private static final float STAGE_SLACK = 1e-5f; // OpenCV takes it off every stage's threshold

  private final boolean binaryPatterns;
  private final int width;
  private final int height;
  private final float[] stageThresholds;
  private final int[] firstTree;
  private final int[] firstNode;
  private final int[] firstLeaf;
  private final int[] features;
  private final int[] left;
  private final int[] right;
  private final float[] thresholds;
  private final int[] subsets;
  private final float[] leaves;
  private final int[][] rectangles;
  private final float[] weights;

  private CascadeTables(Builder b) {
    binaryPatterns = b.binaryPatterns;
    width = b.width;
    height = b.height;
    int stages = b.stageThresholds.size();
    stageThresholds = new float[stages];
    firstTree = new int[stages + 1];
    for (int i = 0; i < stages; i++) {
      stageThresholds[i] = (float) (double) b.stageThresholds.get(i) - STAGE_SLACK;
      firstTree[i] = b.stageStarts.get(i);
    }
    int trees = b.nodes.size();
    firstTree[stages] = trees;
    firstNode = new int[trees];
    firstLeaf = new int[trees];
    int nodeLength = binaryPatterns ? 11 : 4;
    int nodeCount = 0;
    int leafCount = 0;
    for (int t = 0; t < trees; t++) {
      firstNode[t] = nodeCount;
      firstLeaf[t] = leafCount;
      nodeCount += b.nodes.get(t).length / nodeLength;
      leafCount += b.leaves.get(t).length;
    }
    features = new int[nodeCount];
    left = new int[nodeCount];
    right = new int[nodeCount];
    thresholds = new float[nodeCount];
    subsets = new int[binaryPatterns ? 8 * nodeCount : 0];
    leaves = new float[leafCount];
    for (int t = 0; t < trees; t++) {
      double[] numbers = b.nodes.get(t);
      for (int n = firstNode[t], i = 0; i + nodeLength <= numbers.length; n++, i += nodeLength) {
        left[n] = (int) numbers[i];
        right[n] = (int) numbers[i + 1];
        features[n] = (int) numbers[i + 2];
        if (binaryPatterns) {
          for (int k = 0; k < 8; k++) {
            subsets[8 * n + k] = (int) numbers[i + 3 + k];
          }
        } else {
          thresholds[n] = (float) numbers[i + 3];
        }
      }
      double[] treeLeaves = b.leaves.get(t);
      for (int i = 0; i < treeLeaves.length; i++) {
        leaves[firstLeaf[t] + i] = (float) treeLeaves[i];
      }
    }
    rectangles = new int[b.features.size()][];
    weights = new float[3 * rectangles.length];
    for (int f = 0; f < rectangles.length; f++) {
      List<double[]> parts = b.features.get(f);
      rectangles[f] = new int[4 * parts.size()];
      for (int p = 0; p < parts.size(); p++) {
        for (int k = 0; k < 4; k++) {
          rectangles[f][4 * p + k] = (int) parts.get(p)[k];
        }
        weights[3 * f + p] = parts.get(p).length > 4 ? (float) parts.get(p)[4] : 0;
      }
    }
  }

  /** Collects the numbers in the order in which a cascade file gives them. */
  static final class Builder {
    private boolean binaryPatterns;
    private int width;
    private int height;
    private final List<Double> stageThresholds = new ArrayList<>();
    private final List<Integer> stageStarts = new ArrayList<>();
    private final List<double[]> nodes = new ArrayList<>();
    private final List<double[]> leaves = new ArrayList<>();
    private final List<List<double[]>> features = new ArrayList<>();

    void binaryPatterns(boolean value) {
      binaryPatterns = value;
    }

    void width(int value) {
      width = value;
    }

    void height(int value) {
      height = value;
    }

    void startStage(double threshold) {
      stageThresholds.add(threshold);
      stageStarts.add(nodes.size());
    }

    void addTree(double[] treeNodes) {
      nodes.add(treeNodes);
    }

    void addLeaves(double[] treeLeaves) {
      leaves.add(treeLeaves);
    }

    void addFeature(List<double[]> rectangles) {
      features.add(rectangles);
    }

    CascadeTables build() {
      if (width < 1 || stageThresholds.isEmpty() || nodes.size() != leaves.size()) {
        throw new IllegalStateException("the cascade is incomplete");
      }
      return new CascadeTables(this);
    }
  }

  /**
   * Offsets into an integral image of the corners of every feature: Haar 3 rectangles of 4 corners
   * (12 a feature), patterns 4 by 4 corners (16 a feature).
   */
  int[] corners(int stride) {
    int perFeature = binaryPatterns ? 16 : 12;
    int[] corners = new int[perFeature * rectangles.length];
    for (int f = 0; f < rectangles.length; f++) {
      int[] r = rectangles[f];
      int k = perFeature * f;
      if (binaryPatterns) {
        for (int row = 0; row < 4; row++) {
          for (int column = 0; column < 4; column++) {
            corners[k++] = (r[1] + row * r[3]) * stride + r[0] + column * r[2];
          }
        }
      } else {
        for (int p = 0; p < r.length; p += 4) {
          int top = r[p + 1] * stride + r[p];
          corners[k++] = top;
          corners[k++] = top + r[p + 2];
          corners[k++] = top + r[p + 3] * stride;
          corners[k++] = top + r[p + 3] * stride + r[p + 2];
        }
      }
    }
    return corners;
  }

  /** The nodes of a Haar cascade with {@link #corners} of one stride. */
  HaarNodes haarNodes(int[] corners) {
    return new HaarNodes(features, corners, weights, thresholds);
  }

  boolean binaryPatterns() {
    return binaryPatterns;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int stages() {
    return stageThresholds.length;
  }

  float stageThreshold(int stage) {
    return stageThresholds[stage];
  }

  int firstTree(int stage) {
    return firstTree[stage];
  }

  int firstNode(int tree) {
    return firstNode[tree];
  }

  int feature(int node) {
    return features[node];
  }

  int left(int node) {
    return left[node];
  }

  int right(int node) {
    return right[node];
  }

  float leaf(int tree, int leaf) {
    return leaves[firstLeaf[tree] + leaf];
  }

  int[] subsets() {
    return subsets;
  }
}
