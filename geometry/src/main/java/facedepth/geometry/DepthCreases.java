package facedepth.geometry;

/**
 * Places within a face where depth falls off too steeply for a surface, made as deep as a surface
 * may be steep: nostrils, the corners of a mouth and the inside of an open one, the far side of a
 * nose that is seen from beside or below. All of it is one skin, and a mesh torn there shows the
 * background through the face. What jumps at the edge of the face is one surface before another,
 * and stays.
 */
public final class DepthCreases {
  /**
   * Pits in which at most this share of the face's pixels is too deep, about the ring along the
   * lips of an open mouth; larger ones are what lies behind a jump.
   */
  static final double LARGEST = 0.06;

  /** Of the slope at which a mesh tears. */
  private static final double STEEPEST = 0.94;

  private final DepthMap depth;
  private final CropCamera camera;
  private final double step; // crop widths, of neighbouring pixels at the median depth
  private final float[] limited;

  private DepthCreases(DepthMap depth, CropCamera camera, double maximumSlope) {
    this.depth = depth;
    this.camera = camera;
    step = STEEPEST * maximumSlope / Math.max(depth.width(), depth.height());
    limited = depth.values().clone();
  }

  /**
   * A depth map in which no cell of four pixels in a small pit spans more than the slope. Pixels
   * only come nearer, and only in pits that do not reach the edge of the face.
   *
   * @param depth crop widths relative to the median of the face, NaN outside it
   * @param maximumSlope in pixel spacings, as {@link MeshOptions#maximumSlope}; infinity changes
   *     nothing
   */
  public static DepthMap limited(DepthMap depth, CropCamera camera, double maximumSlope) {
    DepthCreases creases = new DepthCreases(depth, camera, maximumSlope);
    return creases.limit() ? creases.result() : depth;
  }

  /**
   * The deepest surface that is nowhere deeper than the depth and nowhere steeper than the slope,
   * by passes forwards and backwards until nothing changes.
   *
   * @return whether it differs
   */
  private boolean limit() {
    int width = depth.width();
    int size = limited.length;
    boolean differs = false;
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int i = 0; i < size; i++) {
        changed |= lower(i, i - 1, i % width > 0);
        changed |= lower(i, i - width - 1, i % width > 0);
        changed |= lower(i, i - width, true);
        changed |= lower(i, i - width + 1, i % width < width - 1);
      }
      for (int i = size - 1; i >= 0; i--) {
        changed |= lower(i, i + 1, i % width < width - 1);
        changed |= lower(i, i + width + 1, i % width < width - 1);
        changed |= lower(i, i + width, true);
        changed |= lower(i, i + width - 1, i % width > 0);
      }
      differs |= changed;
    }
    return differs;
  }

  private boolean lower(int i, int neighbour, boolean beside) {
    if (!beside || neighbour < 0 || neighbour >= limited.length) {
      return false;
    }
    float from = limited[neighbour];
    float most = (float) (from + step * camera.spread(from));
    if (limited[i] > most) { // false for NaN
      limited[i] = most;
      return true;
    }
    return false;
  }

  /** The limited surface in small pits, the depth elsewhere. */
  private DepthMap result() {
    float[] values = depth.values().clone();
    int largest = (int) (LARGEST * depth.faceArea());
    boolean[] seen = new boolean[values.length];
    int[] pit = new int[values.length];
    for (int start = 0; start < values.length; start++) {
      if (isPit(start) && !seen[start]) {
        int count = pit(start, pit, seen);
        if (count > 0 && count <= largest) {
          for (int k = 0; k < count; k++) {
            values[pit[k]] = limited[pit[k]];
          }
        }
      }
    }
    return new DepthMap(depth.width(), depth.height(), values);
  }

  private boolean isPit(int i) {
    return limited[i] < depth.values()[i]; // false for NaN
  }

  /** Collects the pit around a pixel; returns its size, or 0 if it touches the face's edge. */
  private int pit(int start, int[] pixels, boolean[] seen) {
    int width = depth.width();
    int count = 1;
    boolean enclosed = true;
    pixels[0] = start;
    seen[start] = true;
    for (int next = 0; next < count; next++) {
      int x = pixels[next] % width;
      int y = pixels[next] / width;
      for (int k = 0; k < 9; k++) {
        int nx = x + k % 3 - 1;
        int ny = y + k / 3 - 1;
        boolean inside = nx >= 0 && ny >= 0 && nx < width && ny < depth.height();
        if (!inside || !depth.isFace(nx, ny)) {
          enclosed = false;
        } else if (isPit(ny * width + nx) && !seen[ny * width + nx]) {
          seen[ny * width + nx] = true;
          pixels[count++] = ny * width + nx;
        }
      }
    }
    return enclosed ? count : 0;
  }
}
