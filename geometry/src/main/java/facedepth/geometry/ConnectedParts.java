package facedepth.geometry;

/** Removes the small connected parts of a grid of triangles; parts connect through vertices. */
final class ConnectedParts {
  private ConnectedParts() {}

  /**
   * Clears the triangles of all parts with fewer than {@code minimumShare} of the triangles of the
   * largest part.
   */
  static void removeSmall(GridCells cells, double minimumShare) {
    int width = cells.columns() + 1;
    int[] parent = join(cells, width);
    int[] sizes = sizes(cells, width, parent);
    int largest = 0;
    int all = 0;
    for (int size : sizes) {
      largest = Math.max(largest, size);
      all += size;
    }
    if (largest == all) {
      return;
    }
    double smallest = largest * minimumShare;
    for (int y = 0; y < cells.rows(); y++) {
      int cell = cells.index(0, y);
      for (int x = 0; x < cells.columns(); x++, cell++) {
        int bits = cells.triangles(cell);
        if (bits != 0 && sizes[parent[corner(bits, y * width + x)]] < smallest) {
          cells.clear(cell);
        }
      }
    }
  }

  /** How many triangles each part has, at the index of its first vertex. */
  private static int[] sizes(GridCells cells, int width, int[] parent) {
    int[] sizes = new int[parent.length];
    int part = 0;
    int count = 0;
    for (int y = 0; y < cells.rows(); y++) {
      int cell = cells.index(0, y);
      for (int x = 0; x < cells.columns(); x++, cell++) {
        int bits = cells.triangles(cell);
        if (bits == 0) {
          continue;
        }
        int root = parent[corner(bits, y * width + x)];
        if (root != part) {
          sizes[part] += count;
          part = root;
          count = 0;
        }
        count += GridCells.count(bits);
      }
    }
    sizes[part] += count;
    return sizes;
  }

  /** For each vertex the first vertex of its part. */
  private static int[] join(GridCells cells, int width) {
    int[] parent = new int[width * (cells.rows() + 1)];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    int stride = cells.stride();
    for (int y = 0; y < cells.rows(); y++) {
      int cell = cells.index(0, y);
      boolean leftIsFull = false;
      for (int x = 0; x < cells.columns(); x++, cell++) {
        int bits = cells.triangles(cell);
        int a = y * width + x;
        boolean isFull = GridCells.isFull(bits);
        if (isFull && leftIsFull && GridCells.isFull(cells.triangles(cell - stride))) {
          // The full cells to the left and above have joined b and c with a; d is new.
          parent[a + width + 1] = parent[a];
        } else if (bits != 0) {
          joinCorners(parent, bits, a, width);
        }
        leftIsFull = isFull;
      }
    }
    for (int i = 0; i < parent.length; i++) {
      parent[i] = parent[parent[i]]; // a parent comes before its children, so one pass is enough
    }
    return parent;
  }

  private static void joinCorners(int[] parent, int bits, int a, int width) {
    int first = corner(bits, a);
    if ((bits & ~GridCells.ACD) != 0) {
      union(parent, first, a + 1);
    }
    if ((bits & ~GridCells.ADB) != 0) {
      union(parent, first, a + width);
    }
    if ((bits & ~GridCells.ACB) != 0) {
      union(parent, first, a + width + 1);
    }
  }

  /** A vertex of the cell's triangles: a, or b where only the triangle without a is kept. */
  private static int corner(int bits, int a) {
    return bits == GridCells.BCD ? a + 1 : a;
  }

  private static void union(int[] parent, int p, int q) {
    int i = parent[p];
    int j = parent[q];
    if (i == j) {
      return;
    }
    i = root(parent, i);
    j = root(parent, j);
    int first = Math.min(i, j);
    parent[Math.max(i, j)] = first;
    parent[p] = first;
    parent[q] = first;
  }

  private static int root(int[] parent, int start) {
    int i = start;
    while (parent[i] != i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  }
}
