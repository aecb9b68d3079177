package facedepth.synthesis;

/**
 * The way of one strand, or rather of a clump of strands that a ribbon shows: points from root to
 * tip, grown step by step over the skull. Reused from strand to strand.
 */
final class StrandPath {
  static final int STEPS = 15;

  /** Three floats a point. */
  final float[] point = new float[3 * (STEPS + 1)];

  private final Skull skull;
  private int count;

  // What the strand is like; set before it grows.
  Torso torso;
  float gravity;
  float cling;
  float height;
  float rise;
  float end;
  float wave;
  float waveLength;
  float phase;
  float stray;

  StrandPath(Skull skull) {
    this.skull = skull;
  }

  /** How many points there are. */
  int count() {
    return count;
  }

  /**
   * Grows the strand from its root.
   *
   * @param root position from index {@code at}, centimetres
   * @param way direction; changed
   */
  void grow(float[] root, int at, float[] way, float length, int steps) {
    float x = root[at];
    float y = root[at + 1];
    float z = root[at + 2];
    put(0, x, y, z);
    count = 1;
    unit(way);
    float step = length / steps;
    for (int s = 1; s <= steps; s++) {
      float along = s * step;
      way[1] -= gravity * step;
      unit(way);
      x += way[0] * step;
      y += way[1] * step;
      z += way[2] * step;
      float ry = y - Skull.centreY();
      float r = (float) Math.sqrt(x * x + ry * ry + z * z) + 1e-4f;
      float off = height * FaceAtlas.smoothstep(-0.3f * rise, rise, along);
      float surface = skull.radius(x, ry, z) + off;
      float hold = cling * FaceAtlas.smoothstep(-3, 4, y);
      float wanted = r < surface ? surface : r + hold * (surface - r);
      if (wanted != r) {
        float scale = wanted / r;
        x *= scale;
        y = Skull.centreY() + ry * scale;
        z *= scale;
        // Go on along the surface.
        float inward = (way[0] * x + way[1] * (y - Skull.centreY()) + way[2] * z) / wanted;
        if (inward < 0 || hold > 0) {
          float share = inward < 0 ? 1 : hold;
          way[0] -= share * inward * x / wanted;
          way[1] -= share * inward * (y - Skull.centreY()) / wanted;
          way[2] -= share * inward * z / wanted;
        }
      }
      if (y < -9) {
        boolean before = z > -1;
        float body = torso.surface(x, y, before) + 0.3f + 0.4f * height;
        if (before && z < body) {
          z = body;
        } else if (!before && -z < body) {
          z = -body;
        }
      }
      if (y < end) {
        float last = point[3 * s - 2];
        float t = Math.max(0.05f, (last - end) / Math.max(1e-3f, last - y));
        x = point[3 * s - 3] + t * (x - point[3 * s - 3]);
        z = point[3 * s - 1] + t * (z - point[3 * s - 1]);
        put(s, x, end, z);
        count = s + 1;
        break;
      }
      put(s, x, y, z);
      count = s + 1;
    }
    swing(step);
  }

  /** Waves and stray bends, growing from the root on. */
  private void swing(float step) {
    if (wave == 0 && stray == 0) {
      return;
    }
    for (int s = 1; s < count; s++) {
      float x = point[3 * s];
      float y = point[3 * s + 1] - Skull.centreY();
      float z = point[3 * s + 2];
      float r = (float) Math.sqrt(x * x + y * y + z * z) + 1e-4f;
      float along = s * step;
      float turn = phase + along * (float) (2 * Math.PI) / waveLength;
      float ramp = Math.min(1, along / Math.min(4, waveLength));
      float out = (float) Math.cos(turn) * wave * ramp * 0.7f;
      float aside = (float) Math.sin(turn) * wave * ramp + stray * along * 0.12f;
      float ring = (float) Math.sqrt(x * x + z * z) + 1e-3f;
      // Sideways is round the head.
      point[3 * s] += out * x / r + aside * z / ring;
      point[3 * s + 1] += out * y / r + 0.3f * stray * ramp * Math.abs(aside);
      point[3 * s + 2] += out * z / r - aside * x / ring;
    }
  }

  private void put(int i, float x, float y, float z) {
    point[3 * i] = x;
    point[3 * i + 1] = y;
    point[3 * i + 2] = z;
  }

  static void unit(float[] v) {
    float length = (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) + 1e-6f;
    v[0] /= length;
    v[1] /= length;
    v[2] /= length;
  }
}
