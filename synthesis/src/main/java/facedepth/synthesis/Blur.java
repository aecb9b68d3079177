package facedepth.synthesis;

import java.util.Arrays;

/**
 * Blurs square planes in place, their borders repeated. Works along whole rows so that the machine
 * takes many pixels at a time. Holds scratch memory: one a thread.
 */
final class Blur {
  private static final float LONGEST_KERNEL = 4; // deviations above are made of three boxes

  private float[] scratch = new float[0];
  private float[] padded = new float[0];

  /**
   * By a bell curve.
   *
   * @param deviation in pixels; below 0.15 nothing is done
   */
  void gaussian(float[] plane, int size, float deviation) {
    if (deviation < 0.15f) {
      return;
    }
    reserve(size * size, 4 * size);
    if (deviation > LONGEST_KERNEL) {
      boxes(plane, size, Math.min(deviation, size / 4f));
      return;
    }
    int radius = Math.min(size, Math.max(1, (int) Math.ceil(2.6f * deviation)));
    float[] kernel = new float[radius + 1];
    float sum = 0;
    for (int k = 0; k <= radius; k++) {
      kernel[k] = (float) Math.exp(-k * k / (2 * deviation * deviation));
      sum += k == 0 ? kernel[k] : 2 * kernel[k];
    }
    for (int k = 0; k <= radius; k++) {
      kernel[k] /= sum;
    }
    for (int y = 0; y < size; y++) {
      pad(plane, y * size, size, radius);
      weigh(padded, radius, scratch, y * size, size, kernel[0]);
      for (int k = 1; k <= radius; k++) {
        addPair(padded, radius - k, padded, radius + k, scratch, y * size, size, kernel[k]);
      }
    }
    for (int y = 0; y < size; y++) {
      weigh(scratch, y * size, plane, y * size, size, kernel[0]);
      for (int k = 1; k <= radius; k++) {
        int above = Math.max(0, y - k) * size;
        int below = Math.min(size - 1, y + k) * size;
        addPair(scratch, above, scratch, below, plane, y * size, size, kernel[k]);
      }
    }
  }

  /**
   * By a disc, as a lens out of focus does.
   *
   * @param radius in pixels
   */
  void disc(float[] plane, int size, float radius) {
    int reach = Math.min(size / 2, (int) Math.ceil(radius - 0.5f));
    if (reach < 1) {
      return;
    }
    int margin = reach + 1;
    int stride = size + 2 * margin + 1;
    reserve(size * stride, size + 2 * margin);
    // Running sums of every row; a chord's light is the difference of two.
    for (int y = 0; y < size; y++) {
      pad(plane, y * size, size, margin);
      float sum = 0;
      for (int i = 0; i < size + 2 * margin; i++) {
        scratch[y * stride + i] = sum;
        sum += padded[i];
      }
      scratch[y * stride + size + 2 * margin] = sum;
    }
    float[] chord = new float[reach + 1];
    float total = 0;
    for (int k = 0; k <= reach; k++) {
      chord[k] = (float) Math.sqrt(Math.max(0, radius * radius - k * k));
      total += (k == 0 ? 1 : 2) * (2 * chord[k] + 1);
    }
    for (int y = 0; y < size; y++) {
      Arrays.fill(plane, y * size, (y + 1) * size, 0);
      for (int k = -reach; k <= reach; k++) {
        int from = Math.max(0, Math.min(size - 1, y + k)) * stride + margin;
        addChord(from, chord[Math.abs(k)], 1 / total, plane, y * size, size);
      }
    }
  }

  private void addChord(int from, float half, float weight, float[] to, int at, int count) {
    float[] running = scratch;
    int whole = (int) half;
    float rest = weight * (half - whole);
    float full = weight - rest;
    int right = from + whole + 1;
    int left = from - whole;
    for (int x = 0; x < count; x++) {
      to[at + x] +=
          full * (running[right + x] - running[left + x])
              + rest * (running[right + 1 + x] - running[left - 1 + x]);
    }
  }

  /**
   * Along a line, as a hand that shakes does.
   *
   * @param length in pixels
   * @param angle radians
   */
  void motion(float[] plane, int size, float length, float angle) {
    int steps = Math.round(length) + 1;
    int reach = Math.min(size - 1, (int) Math.ceil(length / 2) + 1);
    if (steps < 2) {
      return;
    }
    int stride = size + 2 * reach;
    reserve(size * stride, stride);
    for (int y = 0; y < size; y++) {
      pad(plane, y * size, size, reach);
      System.arraycopy(padded, 0, scratch, y * stride, stride);
    }
    float cos = (float) Math.cos(angle);
    float sin = (float) Math.sin(angle);
    for (int y = 0; y < size; y++) {
      Arrays.fill(plane, y * size, (y + 1) * size, 0);
      for (int k = 0; k < steps; k++) {
        float along = (k / (steps - 1f) - 0.5f) * length;
        int row = Math.max(0, Math.min(size - 1, y + Math.round(along * sin)));
        int column = Math.max(-reach, Math.min(reach, Math.round(along * cos)));
        add(scratch, row * stride + reach + column, plane, y * size, size, 1f / steps);
      }
    }
  }

  /** Three running means, close to a bell curve whatever its width. */
  private void boxes(float[] plane, int size, float deviation) {
    // A mean of n has a variance of (n * n - 1) / 12.
    int half = Math.max(1, Math.round(((float) Math.sqrt(4 * deviation * deviation + 1) - 1) / 2));
    for (int pass = 0; pass < 3; pass++) {
      for (int y = 0; y < size; y++) {
        pad(plane, y * size, size, half);
        float sum = 0;
        for (int i = 0; i < 2 * half; i++) {
          sum += padded[i];
        }
        for (int x = 0; x < size; x++) {
          sum += padded[x + 2 * half];
          plane[y * size + x] = sum / (2 * half + 1);
          sum -= padded[x];
        }
      }
      System.arraycopy(plane, 0, scratch, 0, size * size);
      Arrays.fill(padded, 0, size, 0);
      for (int k = -half; k < half; k++) {
        add(scratch, Math.max(0, Math.min(size - 1, k)) * size, padded, 0, size, 1);
      }
      for (int y = 0; y < size; y++) {
        add(scratch, Math.min(size - 1, y + half) * size, padded, 0, size, 1);
        weigh(padded, 0, plane, y * size, size, 1f / (2 * half + 1));
        add(scratch, Math.max(0, y - half) * size, padded, 0, size, -1);
      }
    }
  }

  private void pad(float[] plane, int at, int count, int margin) {
    Arrays.fill(padded, 0, margin, plane[at]);
    System.arraycopy(plane, at, padded, margin, count);
    Arrays.fill(padded, margin + count, 2 * margin + count, plane[at + count - 1]);
  }

  private static void weigh(float[] from, int at, float[] to, int toAt, int count, float weight) {
    for (int x = 0; x < count; x++) {
      to[toAt + x] = weight * from[at + x];
    }
  }

  private static void add(float[] from, int at, float[] to, int toAt, int count, float weight) {
    for (int x = 0; x < count; x++) {
      to[toAt + x] += weight * from[at + x];
    }
  }

  private static void addPair(
      float[] a, int aAt, float[] b, int bAt, float[] to, int toAt, int count, float weight) {
    for (int x = 0; x < count; x++) {
      to[toAt + x] += weight * (a[aAt + x] + b[bAt + x]);
    }
  }

  private void reserve(int area, int row) {
    if (scratch.length < area) {
      scratch = new float[area];
    }
    if (padded.length < row) {
      padded = new float[row];
    }
  }
}
