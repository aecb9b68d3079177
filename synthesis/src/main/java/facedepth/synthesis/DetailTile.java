package facedepth.synthesis;

import java.util.SplittableRandom;

/**
 * Fine detail of surfaces, worked out once and shared by all people, who each look at it from an
 * offset of their own: a square that repeats.
 */
final class DetailTile {
  /** Texels along a side; a power of two. */
  static final int SIZE = 512;

  /** Texels a centimetre. */
  static final float SCALE = 20;

  static final DetailTile SHARED = new DetailTile();

  /** Soft patches a quarter to one centimetre wide, -1 to 1. */
  final float[] mottle = new float[SIZE * SIZE];

  /** Grain about a millimetre wide, -1 to 1. */
  final float[] pores = new float[SIZE * SIZE];

  /**
   * Round spots of one to four millimetres; each spot has its own height from 0 to 1, so that a
   * threshold chooses how many are seen.
   */
  final float[] spots = new float[SIZE * SIZE];

  /** Strands along y, under a millimetre wide and several long, -1 to 1. */
  final float[] strands = new float[SIZE * SIZE];

  private DetailTile() {
    add(mottle, 24, 24, 0.7f, 1);
    add(mottle, 64, 64, 0.4f, 2);
    add(mottle, 128, 128, 0.25f, 3);
    add(pores, 256, 256, 0.6f, 4);
    add(pores, 128, 128, 0.5f, 5);
    add(strands, 256, 20, 0.6f, 6);
    add(strands, 128, 14, 0.5f, 7);
    add(strands, 400, 40, 0.35f, 8);
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 2600; i++) {
      spot(
          random.nextInt(SIZE),
          random.nextInt(SIZE),
          0.9 + 2.6 * Math.pow(random.nextDouble(), 2),
          (float) random.nextDouble());
    }
  }

  private void spot(int centreX, int centreY, double radius, float height) {
    int reach = (int) Math.ceil(2 * radius);
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        double away = (dx * dx + dy * dy) / (radius * radius);
        float value = height * FaceAtlas.clamp((float) (1.3 - 0.6 * away));
        int at = index(centreX + dx, centreY + dy);
        spots[at] = Math.max(spots[at], value);
      }
    }
  }

  /** Adds smooth noise of {@code columns} by {@code rows} cells. */
  private static void add(float[] out, int columns, int rows, float weight, int seed) {
    float[] lattice = new float[columns * rows];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) (2 * random.nextDouble() - 1);
    }
    for (int y = 0; y < SIZE; y++) {
      float v = y * rows / (float) SIZE;
      int row = (int) v;
      float fy = smooth(v - row);
      int low = row * columns;
      int high = (row + 1) % rows * columns;
      for (int x = 0; x < SIZE; x++) {
        float u = x * columns / (float) SIZE;
        int column = (int) u;
        int next = (column + 1) % columns;
        float fx = smooth(u - column);
        float a = lattice[low + column] + fx * (lattice[low + next] - lattice[low + column]);
        float b = lattice[high + column] + fx * (lattice[high + next] - lattice[high + column]);
        out[y * SIZE + x] += weight * (a + fy * (b - a));
      }
    }
  }

  private static float smooth(float t) {
    return t * t * (3 - 2 * t);
  }

  /** Index of a texel, wrapped round. */
  static int index(int x, int y) {
    return (y & (SIZE - 1)) * SIZE + (x & (SIZE - 1));
  }

  /** One of the tile's fields at a place in texels, interpolated. */
  static float at(float[] field, float u, float v) {
    int x = floor(u);
    int y = floor(v);
    float fx = u - x;
    float fy = v - y;
    float a = field[index(x, y)];
    float b = field[index(x + 1, y)];
    float c = field[index(x, y + 1)];
    float d = field[index(x + 1, y + 1)];
    float low = a + fx * (b - a);
    return low + fy * (c + fx * (d - c) - low);
  }

  private static int floor(float value) {
    int whole = (int) value;
    return value < whole ? whole - 1 : whole;
  }
}
