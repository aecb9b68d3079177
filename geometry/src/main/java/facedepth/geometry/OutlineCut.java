package facedepth.geometry;

import java.util.Arrays;

/**
 * Triangles over a lattice of points, cut along the zero line of a field (marching triangles).
 *
 * <p>Each cell is two triangles; of one whose corners differ in sign the positive side is kept, cut
 * where the field, straight along each edge, passes zero. Where that is close to a lattice point,
 * the point itself moves onto the line, so that no slivers arise. Points that are not on the
 * lattice lie on an edge of it: between points p and q, a share t of the way.
 */
final class OutlineCut {
  /** Points within this share of an edge from the line move onto it. */
  private static final float SNAP = 0.2f;

  private static final byte OUTSIDE = -1;
  private static final byte ON_LINE = 0;
  private static final byte INSIDE = 1;

  private final int width;
  private final int height;
  private final float[] field;
  private final float[] depth;
  private final DepthSurface surface;

  private final byte[] side;
  private final int[] vertexOf; // lattice point -> vertex + 1
  private final int[] crossingOf; // 3 a point: to the right, down, the diagonal of its cell

  // By vertex.
  private int vertexCount;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private float[] share = new float[1024];

  private int triangleEnd;
  private int[] triangles = new int[4096];
  private boolean[] torn; // vertices of triangles that were left out for their steepness

  private OutlineCut(int width, int height, float[] field, float[] depth, DepthSurface surface) {
    this.width = width;
    this.height = height;
    this.field = field;
    this.depth = depth;
    this.surface = surface;
    side = new byte[field.length];
    vertexOf = new int[field.length];
    crossingOf = new int[Math.multiplyExact(3, field.length)];
  }

  /**
   * Cuts.
   *
   * @param field positive inside; made negative where depth is missing
   * @param depth of the lattice's points, NaN where missing
   * @param surface says which steps in depth are too large for a triangle
   */
  static OutlineCut of(int width, int height, float[] field, float[] depth, DepthSurface surface) {
    OutlineCut cut = new OutlineCut(width, height, field, depth, surface);
    cut.classify();
    cut.snap();
    for (int y = 0; y < height - 1; y++) {
      for (int x = 0; x < width - 1; x++) {
        cut.cell(y * width + x);
      }
    }
    return cut;
  }

  private void classify() {
    for (int i = 0; i < field.length; i++) {
      if (Float.isNaN(depth[i])) {
        field[i] = Math.min(field[i], -0.5f);
      }
      side[i] = field[i] > 0 ? INSIDE : OUTSIDE;
    }
  }

  /** Moves points near the line onto it: these become vertices between two points at once. */
  private void snap() {
    byte[] was = side.clone();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        int nearest = -1;
        float least = SNAP;
        for (int k = 0; k < 4; k++) {
          int j = k == 0 ? i - 1 : k == 1 ? i + 1 : k == 2 ? i - width : i + width;
          boolean exists =
              k == 0 ? x > 0 : k == 1 ? x < width - 1 : k == 2 ? y > 0 : y < height - 1;
          if (exists && was[j] != was[i]) {
            float t = field[i] / (field[i] - field[j]);
            if (t < least && !Float.isNaN(depth[i] + depth[j])) {
              least = t;
              nearest = j;
            }
          }
        }
        if (nearest >= 0) {
          side[i] = ON_LINE;
          vertexOf[i] = addVertex(i, nearest, least) + 1;
        }
      }
    }
  }

  private void cell(int a) {
    int b = a + 1;
    int c = a + width;
    int d = c + 1;
    if (side[a] + side[b] + side[c] + side[d] == 4 * INSIDE) {
      if (Math.abs(depth[a] - depth[d]) < Math.abs(depth[b] - depth[c])) {
        put(vertex(a), vertex(c), vertex(d));
        put(vertex(a), vertex(d), vertex(b));
      } else {
        put(vertex(a), vertex(c), vertex(b));
        put(vertex(b), vertex(c), vertex(d));
      }
      return;
    }
    if (side[a] != INSIDE && side[b] != INSIDE && side[c] != INSIDE && side[d] != INSIDE) {
      return;
    }
    // Across the line, rather than along it.
    if (side[a] + side[d] > side[b] + side[c]) {
      triangle(a, c, d, a);
      triangle(a, d, b, a);
    } else {
      triangle(a, c, b, a);
      triangle(b, c, d, a);
    }
  }

  /** The inner part of a triangle of the cell whose top left point is {@code cell}. */
  private void triangle(int i, int j, int k, int cell) {
    int outside =
        (side[i] == OUTSIDE ? 1 : 0) + (side[j] == OUTSIDE ? 1 : 0) + (side[k] == OUTSIDE ? 1 : 0);
    if (outside == 3) {
      return;
    }
    if (outside == 0) {
      if (side[i] + side[j] + side[k] > 0 || field[i] + field[j] + field[k] > 0) {
        put(vertex(i), vertex(j), vertex(k));
      }
      return;
    }
    if (outside == 1) {
      // Turned so that k is outside.
      if (side[i] == OUTSIDE) {
        without(j, k, i, cell);
      } else if (side[j] == OUTSIDE) {
        without(k, i, j, cell);
      } else {
        without(i, j, k, cell);
      }
      return;
    }
    if (side[i] == INSIDE) {
      put(vertex(i), crossing(i, j, cell), crossing(i, k, cell));
    } else if (side[j] == INSIDE) {
      put(vertex(j), crossing(j, k, cell), crossing(j, i, cell));
    } else if (side[k] == INSIDE) {
      put(vertex(k), crossing(k, i, cell), crossing(k, j, cell));
    }
  }

  /** The part of triangle ijk where only k is outside. */
  private void without(int i, int j, int k, int cell) {
    if (side[i] == ON_LINE && side[j] == ON_LINE) {
      return;
    }
    if (side[i] == ON_LINE) {
      put(vertex(i), vertex(j), crossing(j, k, cell));
    } else if (side[j] == ON_LINE) {
      put(vertex(i), vertex(j), crossing(i, k, cell));
    } else {
      int p = crossing(j, k, cell);
      int q = crossing(i, k, cell);
      put(vertex(i), vertex(j), p);
      put(vertex(i), p, q);
    }
  }

  private int vertex(int point) {
    if (vertexOf[point] == 0) {
      vertexOf[point] = addVertex(point, point, 0) + 1;
    }
    return vertexOf[point] - 1;
  }

  /** The vertex where the line crosses the edge from a point inside to one outside. */
  private int crossing(int inside, int outside, int cell) {
    int first = Math.min(inside, outside);
    int step = Math.abs(inside - outside);
    int edge = step == 1 ? 3 * first : step == width ? 3 * first + 1 : 3 * cell + 2;
    if (crossingOf[edge] == 0) {
      float t = field[inside] / (field[inside] - field[outside]);
      // A diagonal may cross near its end, where nothing snaps.
      t = Math.min(1 - SNAP / 4, Math.max(SNAP / 4, t));
      crossingOf[edge] = addVertex(inside, outside, t) + 1;
    }
    return crossingOf[edge] - 1;
  }

  private int addVertex(int p, int q, float t) {
    if (vertexCount == from.length) {
      from = Arrays.copyOf(from, 2 * vertexCount);
      to = Arrays.copyOf(to, 2 * vertexCount);
      share = Arrays.copyOf(share, 2 * vertexCount);
    }
    from[vertexCount] = p;
    to[vertexCount] = q;
    share[vertexCount] = t;
    return vertexCount++;
  }

  private void put(int i, int j, int k) {
    float p = depthOf(i);
    float q = depthOf(j);
    float r = depthOf(k);
    float nearest = Math.min(p, Math.min(q, r));
    if (Math.max(p, Math.max(q, r)) - nearest > surface.maximumStep(nearest)) {
      tear(i, j, k);
      return;
    }
    if (triangleEnd + 3 > triangles.length) {
      triangles = Arrays.copyOf(triangles, 2 * triangles.length);
    }
    triangles[triangleEnd] = i;
    triangles[triangleEnd + 1] = j;
    triangles[triangleEnd + 2] = k;
    triangleEnd += 3;
  }

  private void tear(int i, int j, int k) {
    int last = Math.max(i, Math.max(j, k));
    if (torn == null || torn.length <= last) {
      torn = torn == null ? new boolean[2 * last + 2] : Arrays.copyOf(torn, 2 * last + 2);
    }
    torn[i] = true;
    torn[j] = true;
    torn[k] = true;
  }

  int vertexCount() {
    return vertexCount;
  }

  /** Three vertices each. */
  int[] triangles() {
    return Arrays.copyOf(triangles, triangleEnd);
  }

  /** Whether the mesh may hang together by this vertex alone: it is on the line or on a tear. */
  boolean mayBePinched(int vertex) {
    return from[vertex] != to[vertex] || torn != null && vertex < torn.length && torn[vertex];
  }

  /** The lattice point a vertex is nearest to, or is. */
  int from(int vertex) {
    return from[vertex];
  }

  /** The lattice point at the other end of its edge. */
  int to(int vertex) {
    return to[vertex];
  }

  /** How far along from one to the other the vertex is. */
  float share(int vertex) {
    return share[vertex];
  }

  /** Depth at a vertex, bilinear in its cell; that of the point inside where the other has none. */
  float depthOf(int vertex) {
    float t = share[vertex];
    int p = from[vertex];
    int q = to[vertex];
    float near = depth[p];
    float far = depth[q];
    if (t == 0 || Float.isNaN(far)) {
      return near;
    }
    int column = p % width;
    int acrossColumn = q % width;
    float straight = (1 - t) * near + t * far;
    if (column == acrossColumn || p / width == q / width) {
      return straight;
    }
    float others = depth[p + acrossColumn - column] + depth[q + column - acrossColumn];
    float bent = straight + t * (1 - t) * (others - (near + far));
    return Float.isNaN(bent) ? straight : bent;
  }
}
