package facedepth.synthesis;

/** Smooth value noise in three dimensions: a pure function of place and seed, in [-1, 1]. */
final class Noise {
  private final int seed;

  Noise(long seed) {
    this.seed = (int) (seed ^ (seed >>> 32));
  }

  /** One octave; features are about one unit wide. */
  float at(float x, float y, float z) {
    int ix = floor(x);
    int iy = floor(y);
    int iz = floor(z);
    float fx = smooth(x - ix);
    float fy = smooth(y - iy);
    float fz = smooth(z - iz);
    int hx0 = ix * 0x8da6b343;
    int hx1 = hx0 + 0x8da6b343;
    int hy0 = iy * 0xd8163841;
    int hy1 = hy0 + 0xd8163841;
    int hz0 = iz * 0xcb1ab31f + seed;
    int hz1 = hz0 + 0xcb1ab31f;
    float a = mix(lattice(hx0, hy0, hz0), lattice(hx1, hy0, hz0), fx);
    float b = mix(lattice(hx0, hy1, hz0), lattice(hx1, hy1, hz0), fx);
    float c = mix(lattice(hx0, hy0, hz1), lattice(hx1, hy0, hz1), fx);
    float d = mix(lattice(hx0, hy1, hz1), lattice(hx1, hy1, hz1), fx);
    return mix(mix(a, b, fy), mix(c, d, fy), fz);
  }

  /** Octaves summed with halving weight, normalised to about [-1, 1]. */
  float octaves(float x, float y, float z, int count) {
    float sum = 0;
    float weight = 1;
    float total = 0;
    for (int i = 0; i < count; i++) {
      sum += weight * at(x, y, z);
      total += weight;
      weight *= 0.55f;
      x = 2.03f * x + 11.3f;
      y = 2.03f * y + 5.7f;
      z = 2.03f * z + 3.1f;
    }
    return sum / total;
  }

  private static float lattice(int x, int y, int z) {
    int h = x ^ y ^ z;
    h ^= h >>> 15;
    h *= 0x2c1b3c6d;
    h ^= h >>> 12;
    h *= 0x297a2d39;
    h ^= h >>> 15;
    return h * 0x1p-31f;
  }

  private static int floor(float value) {
    int whole = (int) value;
    return value < whole ? whole - 1 : whole;
  }

  private static float smooth(float t) {
    return t * t * (3 - 2 * t);
  }

  private static float mix(float a, float b, float t) {
    return a + t * (b - a);
  }
}
