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
    int[] sizes = new int[parent.length];
    int largest = 0;
    for (int y = 0, cell = 0; y < cells.rows(); y++) {
      for (int x = 0; x < cells.columns(); x++, cell++) {
        int bits = cells.triangles(cell);
        if (bits != 0) {
          int root = parent[corner(bits, y * width + x)];
          sizes[root] += Integer.bitCount(bits);
          largest = Math.max(largest, sizes[root]);
        }
      }
    }
    double smallest = largest * minimumShare;
    for (int y = 0, cell = 0; y < cells.rows(); y++) {
      for (int x = 0; x < cells.columns(); x++, cell++) {
        int bits = cells.triangles(cell);
        if (bits != 0 && sizes[parent[corner(bits, y * width + x)]] < smallest) {
          cells.clear(cell);
        }
      }
    }
  }

  /** For each vertex the first vertex of its part. */
  private static int[] join(GridCells cells, int width) {
    int[] parent = new int[width * (cells.rows() + 1)];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (int y = 0, cell = 0; y < cells.rows(); y++) {
      for (int x = 0; x < cells.columns(); x++, cell++) {
        int bits = cells.triangles(cell);
        if (bits == 0) {
          continue;
        }
        int a = y * width + x;
        int first = corner(bits, a);
        if ((bits & (GridCells.ACB | GridCells.ADB | GridCells.BCD)) != 0) {
          union(parent, first, a + 1);
        }
        if ((bits & (GridCells.ACB | GridCells.ACD | GridCells.BCD)) != 0) {
          union(parent, first, a + width);
        }
        if ((bits & (GridCells.ACD | GridCells.ADB | GridCells.BCD)) != 0) {
          union(parent, first, a + width + 1);
        }
      }
    }
    for (int i = 0; i < parent.length; i++) {
      parent[i] = parent[parent[i]]; // roots come first, so one pass reaches them
    }
    return parent;
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
