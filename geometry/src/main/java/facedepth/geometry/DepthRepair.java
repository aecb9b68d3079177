package facedepth.geometry;

import java.util.Arrays;

/**
 * Mends a depth map for meshing: single wild pixels, small holes, and a rim beyond the face's edge,
 * so that depth between the last pixel of the face and the first outside is defined.
 */
final class DepthRepair {
  /** Holes of at most this share of the face's pixels are filled. */
  static final double LARGEST_HOLE = 0.005;

  /** Pixels a wild one may differ from its neighbours' range beyond that range, in spacings. */
  private static final float SPIKE = 1f;

  private static final int RIM = 3;

  /** Steepest continuation beyond the edge, in spacings a pixel. */
  private static final float RIM_SLOPE = 2f;

  private final int width;
  private final int height;
  private final float spacing;

  private DepthRepair(DepthMap map) {
    width = map.width();
    height = map.height();
    spacing = 1f / Math.max(width, height);
  }

  /** A copy without infinities, wild pixels and small holes. */
  static DepthMap mended(DepthMap map) {
    DepthRepair repair = new DepthRepair(map);
    float[] depth = map.values().clone();
    int area = 0;
    for (int i = 0; i < depth.length; i++) {
      if (Float.isFinite(depth[i])) {
        area++;
      } else {
        depth[i] = Float.NaN;
      }
    }
    repair.removeSpikes(depth);
    if (area < depth.length) {
      repair.fillHoles(depth, Math.max(1, (int) (LARGEST_HOLE * area)));
    }
    return new DepthMap(map.width(), map.height(), depth);
  }

  /** A copy that goes on for a few pixels beyond the edge as it came there, NaN farther out. */
  static float[] extended(DepthMap map) {
    DepthRepair repair = new DepthRepair(map);
    float[] depth = map.values().clone();
    int[] ring = repair.edge(depth);
    for (int i = 0; i < RIM && ring.length > 0; i++) {
      ring = repair.grow(depth, ring, true);
    }
    return depth;
  }

  /** A pixel far off its eight neighbours, of which all but two agree, becomes their median. */
  private void removeSpikes(float[] depth) {
    float tolerance = SPIKE * spacing;
    float[] old = depth.clone();
    float[] near = new float[8];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        float d = old[i];
        float least =
            Math.min(Math.min(old[i - 1], old[i + 1]), Math.min(old[i - width], old[i + width]));
        float most =
            Math.max(Math.max(old[i - 1], old[i + 1]), Math.max(old[i - width], old[i + width]));
        // False for NaN: the edge takes the long way.
        if (d >= least - tolerance && d <= most + tolerance || Float.isNaN(d)) {
          continue;
        }
        int count = 0;
        for (int k = 0; k < 9; k++) {
          float value = old[i + (k / 3 - 1) * width + k % 3 - 1];
          if (k != 4 && Float.isFinite(value)) {
            near[count++] = value;
          }
        }
        if (count < 5) {
          continue;
        }
        Arrays.sort(near, 0, count);
        float low = near[1];
        float high = near[count - 2];
        float margin = high - low + tolerance;
        if (d < low - margin || d > high + margin) {
          depth[i] = near[count / 2];
        }
      }
    }
  }

  private void fillHoles(float[] depth, int largest) {
    boolean[] seen = new boolean[depth.length];
    int[] hole = new int[largest + 1];
    for (int i = 0; i < depth.length; i++) {
      if (!Float.isNaN(depth[i]) || seen[i]) {
        continue;
      }
      int count = flood(depth, seen, i, hole);
      if (count <= largest) {
        int[] pixels = Arrays.copyOf(hole, count);
        for (int[] ring = pixels; ring.length > 0; ) {
          ring = grow(depth, ring, false);
        }
        relax(depth, pixels);
      }
    }
  }

  /**
   * Marks the empty pixels that hang together with one, collecting the first of them.
   *
   * @return how many they are, a huge number if they reach the rim of the map
   */
  private int flood(float[] depth, boolean[] seen, int start, int[] collected) {
    int[] stack = new int[64];
    int size = 0;
    int count = 0;
    boolean open = false;
    stack[size++] = start;
    seen[start] = true;
    while (size > 0) {
      int i = stack[--size];
      if (count < collected.length) {
        collected[count] = i;
      }
      count++;
      int x = i % width;
      int y = i / width;
      open |= x == 0 || y == 0 || x == width - 1 || y == height - 1;
      if (size + 4 > stack.length) {
        stack = Arrays.copyOf(stack, 2 * stack.length);
      }
      for (int k = 0; k < 4; k++) {
        int nx = x + (k == 0 ? -1 : k == 1 ? 1 : 0);
        int ny = y + (k == 2 ? -1 : k == 3 ? 1 : 0);
        if (nx >= 0 && ny >= 0 && nx < width && ny < height) {
          int next = ny * width + nx;
          if (Float.isNaN(depth[next]) && !seen[next]) {
            seen[next] = true;
            stack[size++] = next;
          }
        }
      }
    }
    return open ? Integer.MAX_VALUE : count;
  }

  /** Lets filled pixels settle into a membrane over their rim (Gauss-Seidel steps of Laplace). */
  private void relax(float[] depth, int[] pixels) {
    for (int step = 0; step < 30; step++) {
      for (int i : pixels) {
        depth[i] = (depth[i - 1] + depth[i + 1] + depth[i - width] + depth[i + width]) / 4;
      }
    }
  }

  /** The empty pixels that touch the face. */
  private int[] edge(float[] depth) {
    int[] found = new int[1024];
    int count = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        if (Float.isNaN(depth[i]) && touchesFace(depth, x, y)) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = i;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean touchesFace(float[] depth, int x, int y) {
    for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        if (!Float.isNaN(depth[ny * width + nx])) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Gives those of the pixels that touch the face a depth: the mean of their neighbours', continued
   * as each neighbour came from behind it.
   *
   * @param outwards whether the next ring is asked for; else those that are left
   * @return the empty pixels to go on with
   */
  private int[] grow(float[] depth, int[] pixels, boolean outwards) {
    float[] values = new float[pixels.length];
    for (int p = 0; p < pixels.length; p++) {
      values[p] = continued(depth, pixels[p] % width, pixels[p] / width);
    }
    int[] next = new int[outwards ? 8 * pixels.length : pixels.length];
    int count = 0;
    for (int p = 0; p < pixels.length; p++) {
      if (!Float.isNaN(values[p])) {
        depth[pixels[p]] = values[p];
      } else if (!outwards) {
        next[count++] = pixels[p];
      }
    }
    if (!outwards) {
      return Arrays.copyOf(next, count);
    }
    for (int pixel : pixels) {
      int x = pixel % width;
      int y = pixel / width;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          if (Float.isNaN(depth[ny * width + nx])) {
            next[count++] = ny * width + nx;
          }
        }
      }
    }
    Arrays.sort(next, 0, count);
    int distinct = 0;
    for (int k = 0; k < count; k++) {
      if (k == 0 || next[k] != next[k - 1]) {
        next[distinct++] = next[k];
      }
    }
    return Arrays.copyOf(next, distinct);
  }

  private float continued(float[] depth, int x, int y) {
    float sum = 0;
    float weights = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        float near = at(depth, x + dx, y + dy);
        if (dx == 0 && dy == 0 || Float.isNaN(near)) {
          continue;
        }
        float weight = dx == 0 || dy == 0 ? 2 : 1;
        // The trend over two pixels: that over one is mostly the noise of the edge.
        float behind = at(depth, x + 3 * dx, y + 3 * dy);
        float step = Float.isNaN(behind) ? 0 : (near - behind) / 2;
        float limit = RIM_SLOPE * spacing;
        sum += weight * (near + Math.max(-limit, Math.min(limit, step)));
        weights += weight;
      }
    }
    return weights > 0 ? sum / weights : Float.NaN;
  }

  private float at(float[] depth, int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height ? depth[y * width + x] : Float.NaN;
  }
}
