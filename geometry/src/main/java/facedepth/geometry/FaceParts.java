package facedepth.geometry;

import java.util.Arrays;

/**
 * Which connected parts of a face are kept: specks go, and strands that are thinner than a
 * twentieth of the map, by which a speck may hang.
 */
final class FaceParts {
  private static final int STRANDS_PER_SIDE = 40;

  /** Standard deviation in pixels of the smoothing along a cut. */
  private static final double CUT_BLUR = 1.2;

  private static final float BESIDE_A_CUT = 0.02f;

  private final int width;
  private final int height;

  private FaceParts(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Makes a field negative where it is positive in parts that are not kept.
   *
   * @param minimumShare parts below this share of the largest one's area go; 0 keeps everything
   */
  static void clean(float[] field, int width, int height, double minimumShare) {
    if (minimumShare > 0) {
      new FaceParts(width, height).clean(field, minimumShare);
    }
  }

  private void clean(float[] field, double minimumShare) {
    boolean[] inside = new boolean[field.length];
    for (int i = 0; i < field.length; i++) {
      inside[i] = field[i] > 0;
    }
    int radius = Math.min(width, height) / STRANDS_PER_SIDE;
    int[] fromOutside = distances(inside, false, radius, null);
    boolean[] core = new boolean[field.length];
    for (int i = 0; i < core.length; i++) {
      core[i] = inside[i] && fromOutside[i] > radius;
    }
    boolean[] kept = largeParts(core, minimumShare);
    if (kept == null) {
      kept = largeParts(inside, minimumShare); // all of it is thin
      radius = 0;
    }
    if (kept == null) {
      return;
    }
    int[] fromCore = distances(kept, true, radius, inside);
    boolean[] removed = new boolean[field.length];
    boolean any = false;
    for (int i = 0; i < field.length; i++) {
      removed[i] = inside[i] && fromCore[i] > radius;
      any |= removed[i];
    }
    if (any) {
      cut(field, inside, removed);
    }
  }

  /** Makes the field pass zero where pixels were removed, along a line without steps. */
  private void cut(float[] field, boolean[] inside, boolean[] removed) {
    float[] left = new float[field.length];
    float[] gone = new float[field.length];
    for (int i = 0; i < field.length; i++) {
      left[i] = inside[i] && !removed[i] ? 1 : -1;
      gone[i] = removed[i] ? 1 : 0;
    }
    left = GaussianBlur.of(left, width, height, CUT_BLUR);
    gone = GaussianBlur.of(gone, width, height, CUT_BLUR);
    for (int i = 0; i < field.length; i++) {
      if (removed[i]) {
        field[i] = Math.min(left[i], -0.02f);
      } else if (gone[i] > BESIDE_A_CUT && inside[i]) {
        field[i] = Math.min(field[i], left[i]);
      }
    }
  }

  /** The parts of at least the share of the largest, null if there is none at all. */
  private boolean[] largeParts(boolean[] inside, double minimumShare) {
    int[] part = new int[inside.length];
    int[] stack = new int[inside.length];
    int[] sizes = new int[16];
    int parts = 0;
    int largest = 0;
    for (int start = 0; start < inside.length; start++) {
      if (!inside[start] || part[start] != 0) {
        continue;
      }
      if (++parts == sizes.length) {
        sizes = Arrays.copyOf(sizes, 2 * parts);
      }
      int size = 0;
      stack[size++] = start;
      part[start] = parts;
      while (size > 0) {
        int i = stack[--size];
        sizes[parts]++;
        int x = i % width;
        size = join(inside, part, parts, stack, size, x > 0 ? i - 1 : -1);
        size = join(inside, part, parts, stack, size, x < width - 1 ? i + 1 : -1);
        size = join(inside, part, parts, stack, size, i - width);
        size = join(inside, part, parts, stack, size, i + width < part.length ? i + width : -1);
      }
      largest = Math.max(largest, sizes[parts]);
    }
    if (parts == 0) {
      return null;
    }
    boolean[] kept = new boolean[inside.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = part[i] > 0 && sizes[part[i]] >= minimumShare * largest;
    }
    return kept;
  }

  private static int join(
      boolean[] inside, int[] part, int number, int[] stack, int size, int pixel) {
    if (pixel < 0 || !inside[pixel] || part[pixel] != 0) {
      return size;
    }
    part[pixel] = number;
    stack[size] = pixel;
    return size + 1;
  }

  /**
   * For each pixel the steps to the nearest one whose value is {@code wanted}, by axes and
   * diagonals in turn, which makes octagons; {@code limit + 1} where it is farther.
   *
   * @param within the pixels that may be stepped on, null for all
   */
  private int[] distances(boolean[] values, boolean wanted, int limit, boolean[] within) {
    int[] distance = new int[values.length];
    int[] ring = new int[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] == wanted) {
        ring[count++] = i;
      } else {
        distance[i] = limit + 1;
      }
    }
    int from = 0;
    for (int step = 1; step <= limit; step++) {
      int end = count;
      boolean diagonals = step % 2 == 0;
      for (; from < end; from++) {
        int x = ring[from] % width;
        int y = ring[from] / width;
        for (int k = 0; k < 9; k++) {
          int nx = x + k % 3 - 1;
          int ny = y + k / 3 - 1;
          boolean counts = diagonals || k % 2 == 1;
          if (counts && nx >= 0 && ny >= 0 && nx < width && ny < height) {
            int next = ny * width + nx;
            if (distance[next] > limit && (within == null || within[next])) {
              distance[next] = step;
              ring[count++] = next;
            }
          }
        }
      }
    }
    return distance;
  }
}
