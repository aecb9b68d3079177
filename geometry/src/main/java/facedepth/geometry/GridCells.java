package facedepth.geometry;

/**
 * Which triangles each cell of a depth map's grid keeps.
 *
 * <p>A cell has the corners a (top left), b (top right), c (bottom left), d (bottom right). Each of
 * the four triangles that three corners can make has a bit; at most two bits that share a diagonal
 * are set. All are counter-clockwise on the screen. The grid has a border of empty cells all round,
 * so that every vertex has four cells.
 */
final class GridCells {
  static final int ACB = 1;
  static final int BCD = 2;
  static final int ACD = 4;
  static final int ADB = 8;

  private final int columns;
  private final int rows;
  private final byte[] triangles;

  private GridCells(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.triangles = new byte[Math.multiplyExact(columns + 2, rows + 2)];
  }

  static GridCells of(DepthMap map, DepthSurface surface) {
    int width = map.width();
    GridCells cells = new GridCells(width - 1, map.height() - 1);
    float[] depth = map.values();
    for (int y = 0; y < cells.rows; y++) {
      int top = y * width;
      int bottom = top + width;
      int cell = cells.index(0, y);
      float a = depth[top];
      float c = depth[bottom];
      for (int x = 1; x < width; x++) {
        float b = depth[top + x];
        float d = depth[bottom + x];
        cells.triangles[cell++] = (byte) cell(a, b, c, d, surface);
        a = b;
        c = d;
      }
    }
    return cells;
  }

  private static int cell(float a, float b, float c, float d, DepthSurface surface) {
    if (Float.isFinite(a + b + c + d)) {
      float nearest = Math.min(Math.min(a, b), Math.min(c, d));
      float farthest = Math.max(Math.max(a, b), Math.max(c, d));
      boolean alongAd = Math.abs(a - d) < Math.abs(b - c);
      if (farthest - nearest <= surface.maximumStep(nearest)) {
        return alongAd ? ACD | ADB : ACB | BCD;
      }
      return alongAd
          ? bit(ACD, a, c, d, surface) | bit(ADB, a, d, b, surface)
          : bit(ACB, a, c, b, surface) | bit(BCD, b, c, d, surface);
    }
    // A corner is missing (or huge depths overflowed their sum, and then all are jumps).
    if (!Float.isFinite(d)) {
      return Float.isFinite(a + b + c) ? bit(ACB, a, c, b, surface) : 0;
    }
    if (!Float.isFinite(a)) {
      return Float.isFinite(b + c) ? bit(BCD, b, c, d, surface) : 0;
    }
    return Float.isFinite(c) ? bit(ACD, a, c, d, surface) : bit(ADB, a, d, b, surface);
  }

  /** {@code bit} if the triangle of three depths is no jump and has no missing corner. */
  private static int bit(int bit, float p, float q, float r, DepthSurface surface) {
    float nearest = Math.min(p, Math.min(q, r));
    float range = Math.max(p, Math.max(q, r)) - nearest;
    return Float.isFinite(range) && range <= surface.maximumStep(nearest) ? bit : 0;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** Where the cell with the top left pixel (x, y), both from -1, stands; the next in x follows. */
  int index(int x, int y) {
    return (y + 1) * stride() + x + 1;
  }

  /** From a cell to the one below. */
  int stride() {
    return columns + 2;
  }

  /** The bits of the cell at an index. */
  int triangles(int cell) {
    return triangles[cell];
  }

  void clear(int cell) {
    triangles[cell] = 0;
  }

  int triangleCount() {
    int count = 0;
    for (byte bits : triangles) {
      count += count(bits);
    }
    return count;
  }

  /** Whether a cell has both its triangles. */
  static boolean isFull(int bits) {
    return bits == (ACB | BCD) || bits == (ACD | ADB);
  }

  /** How many triangles a cell has: 0, 1 or 2. */
  static int count(int bits) {
    return isFull(bits) ? 2 : bits != 0 ? 1 : 0;
  }
}
