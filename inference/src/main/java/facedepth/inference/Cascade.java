package facedepth.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * A boosted cascade of Haar or LBP features (Viola and Jones 2001; Liao et al. 2007), evaluated in
 * Java on the cascades that come with OpenCV.
 *
 * <p>OpenCV's own evaluator gives the same windows, but loading its native libraries takes over a
 * second and asks for a window system; this needs neither.
 */
final class Cascade {
  /** A place where all stages said yes: the window's corner and size in pixels of the picture. */
  record Hit(double x, double y, double width, double height) {}

  /**
   * Which windows are looked at.
   *
   * @param smallest least width of a window in pixels of the picture
   * @param largest greatest width
   * @param scaleStep from one width to the next
   * @param step pixels from one window to the next, in units of the smallest window's pixels
   */
  record Scan(double smallest, double largest, double scaleStep, int step) {
    /** Quick and complete enough for faces, whose windows overlap much: every tenth of a window. */
    static Scan coarse(double smallest) {
      return new Scan(smallest, Double.POSITIVE_INFINITY, 1.15, 2);
    }
  }

  private final CascadeTables tables;
  private final boolean binaryPatterns;
  private final int width;
  private final int height;

  Cascade(CascadeTables tables) {
    this.tables = tables;
    binaryPatterns = tables.binaryPatterns();
    width = tables.width();
    height = tables.height();
  }

  /** All windows of the picture that pass; not grouped. */
  List<Hit> detect(GreyImage image, Scan scan) {
    List<Hit> hits = new ArrayList<>();
    for (double factor = 1; ; factor *= scan.scaleStep) {
      int w = (int) Math.round(image.width() / factor);
      int h = (int) Math.round(image.height() / factor);
      if (w < width || h < height || width * factor > scan.largest) {
        return hits;
      }
      if (width * factor >= scan.smallest) {
        scan(new IntegralImage(image.resized(w, h)), factor, scan.step, hits);
      }
    }
  }

  private void scan(IntegralImage image, double factor, int step, List<Hit> hits) {
    int[] corners = tables.corners(image.stride);
    HaarNodes nodes = binaryPatterns ? null : tables.haarNodes(corners);
    for (int y = 0; y + height <= image.height; y += step) {
      for (int x = 0; x + width <= image.width; x += step) {
        int stages =
            binaryPatterns ? patternStages(image, corners, x, y) : haarStages(image, nodes, x, y);
        if (stages == tables.stages()) {
          hits.add(new Hit(x * factor, y * factor, width * factor, height * factor));
        } else if (stages == 0) {
          x += step; // hopeless here: skip the next window too
        }
      }
    }
  }

  /** How many stages the window passes; -1 if it is too even to be a face. */
  private int haarStages(IntegralImage image, HaarNodes nodes, int x, int y) {
    int[] sums = image.sums;
    int base = y * image.stride + x;
    // Features are measured in standard deviations of the window without its outermost pixels.
    int a = base + image.stride + 1;
    int b = a + width - 2;
    int c = a + (height - 2) * image.stride;
    int d = c + width - 2;
    double area = (width - 2) * (height - 2);
    double sum = sums[d] - sums[c] - sums[b] + sums[a];
    double squares =
        Integer.toUnsignedLong(
            image.squares[d] - image.squares[c] - image.squares[b] + image.squares[a]);
    double spread = area * squares - sum * sum;
    float norm = 1f;
    if (spread > 0) {
      double deviation = Math.sqrt(spread);
      norm = (float) (1 / deviation);
      if (area / deviation >= 0.1) {
        return -1;
      }
    }
    for (int stage = 0; stage < tables.stages(); stage++) {
      float score = 0;
      for (int tree = tables.firstTree(stage); tree < tables.firstTree(stage + 1); tree++) {
        int root = tables.firstNode(tree);
        int node = 0;
        do {
          int n = root + node;
          node = nodes.below(n, sums, base, norm) ? tables.left(n) : tables.right(n);
        } while (node > 0);
        score += tables.leaf(tree, -node);
      }
      if (score < tables.stageThreshold(stage)) {
        return stage;
      }
    }
    return tables.stages();
  }

  /** How many stages the window passes. */
  private int patternStages(IntegralImage image, int[] corners, int x, int y) {
    int[] sums = image.sums;
    int base = y * image.stride + x;
    int[] subsets = tables.subsets();
    for (int stage = 0; stage < tables.stages(); stage++) {
      float score = 0;
      for (int tree = tables.firstTree(stage); tree < tables.firstTree(stage + 1); tree++) {
        int root = tables.firstNode(tree);
        int node = 0;
        do {
          int n = root + node;
          int code = pattern(sums, corners, tables.feature(n) * 16, base);
          boolean member = (subsets[8 * n + (code >> 5)] >> (code & 31) & 1) != 0;
          node = member ? tables.left(n) : tables.right(n);
        } while (node > 0);
        score += tables.leaf(tree, -node);
      }
      if (score < tables.stageThreshold(stage)) {
        return stage;
      }
    }
    return tables.stages();
  }

  /** Eight neighbours of the middle of three by three cells, clockwise from the top left. */
  private static int pattern(int[] sums, int[] corners, int k, int base) {
    int centre = cell(sums, corners, k, base, 5);
    return (cell(sums, corners, k, base, 0) >= centre ? 128 : 0)
        | (cell(sums, corners, k, base, 1) >= centre ? 64 : 0)
        | (cell(sums, corners, k, base, 2) >= centre ? 32 : 0)
        | (cell(sums, corners, k, base, 6) >= centre ? 16 : 0)
        | (cell(sums, corners, k, base, 10) >= centre ? 8 : 0)
        | (cell(sums, corners, k, base, 9) >= centre ? 4 : 0)
        | (cell(sums, corners, k, base, 8) >= centre ? 2 : 0)
        | (cell(sums, corners, k, base, 4) >= centre ? 1 : 0);
  }

  /** The sum of the cell whose top left corner is corner {@code i} of a grid of four by four. */
  private static int cell(int[] sums, int[] corners, int k, int base, int i) {
    return sums[base + corners[k + i]]
        - sums[base + corners[k + i + 1]]
        - sums[base + corners[k + i + 4]]
        + sums[base + corners[k + i + 5]];
  }
}
