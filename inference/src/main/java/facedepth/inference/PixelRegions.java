package facedepth.inference;

import java.util.Arrays;

/** Connected regions of a picture of booleans, neighbours being left, right, above and below. */
final class PixelRegions {
  private PixelRegions() {}

  /**
   * Numbers the regions from 0 in the order of their first pixels.
   *
   * @param wanted which value forms regions
   * @return the region of each pixel, -1 for pixels of the other value
   */
  static int[] label(boolean[] pixels, int width, int height, boolean wanted) {
    int[] labels = new int[pixels.length];
    Arrays.fill(labels, -1);
    int[] stack = new int[pixels.length];
    int regions = 0;
    for (int seed = 0; seed < pixels.length; seed++) {
      if (pixels[seed] != wanted || labels[seed] >= 0) {
        continue;
      }
      int top = 0;
      stack[top++] = seed;
      labels[seed] = regions;
      while (top > 0) {
        int i = stack[--top];
        int x = i % width;
        int y = i / width;
        if (x > 0) {
          top = visit(i - 1, regions, pixels, wanted, labels, stack, top);
        }
        if (x < width - 1) {
          top = visit(i + 1, regions, pixels, wanted, labels, stack, top);
        }
        if (y > 0) {
          top = visit(i - width, regions, pixels, wanted, labels, stack, top);
        }
        if (y < height - 1) {
          top = visit(i + width, regions, pixels, wanted, labels, stack, top);
        }
      }
      regions++;
    }
    return labels;
  }

  private static int visit(
      int i, int region, boolean[] pixels, boolean wanted, int[] labels, int[] stack, int top) {
    if (pixels[i] == wanted && labels[i] < 0) {
      labels[i] = region;
      stack[top] = i;
      return top + 1;
    }
    return top;
  }

  /** How many pixels each region has. */
  static int[] sizes(int[] labels) {
    int regions = 0;
    for (int label : labels) {
      regions = Math.max(regions, label + 1);
    }
    int[] sizes = new int[regions];
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    return sizes;
  }

  /** The region with the most pixels, the first of equals; -1 if there is none. */
  static int largest(int[] labels) {
    int[] sizes = sizes(labels);
    int largest = -1;
    for (int i = 0; i < sizes.length; i++) {
      if (largest < 0 || sizes[i] > sizes[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
