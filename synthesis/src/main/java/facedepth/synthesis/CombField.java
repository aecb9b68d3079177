package facedepth.synthesis;

/** Which way hair leaves its root in one hairstyle, in the head's axes. */
final class CombField {
  private static final float[] CROWN = {0.7f, 13.5f, -3.5f};
  private static final float[] TIE_HIGH = {0, 15.2f, -3};
  private static final float[] TIE_LOW = {0, 4.5f, -9.5f};

  private final Hairstyle style;

  CombField(Hairstyle style) {
    this.style = style;
  }

  /** Where tied hair is tied, on the neutral head; null if it is not. */
  static float[] tie(Hairstyle style) {
    return switch (style.comb()) {
      case TIED_HIGH -> TIE_HIGH.clone();
      case TIED_LOW -> TIE_LOW.clone();
      default -> null;
    };
  }

  /** How much a place on the scalp belongs to the top of the head, 0 to 1. */
  static float top(float y, float z) {
    return FaceAtlas.smoothstep(7.5f, 10.8f, y + 0.12f * Math.min(0, z));
  }

  /**
   * The direction at a root.
   *
   * @param fringe whether the strand is part of a fringe
   * @param n neutral coordinates of the root from index {@code at}
   * @param away the skin's normal there
   * @param out receives a vector, not of unit length
   */
  void direction(boolean fringe, float[] n, int at, float[] away, float[] out) {
    float x = n[at];
    float y = n[at + 1];
    float z = n[at + 2];
    if (fringe) {
      fringe(x, out);
      return;
    }
    float top = top(y, z);
    float sx = 0.1f * x;
    float sy = -1;
    float sz = -0.3f;
    switch (style.comb()) {
      case NATURAL -> mix(out, top, x - CROWN[0], y - CROWN[1], z - CROWN[2], 0.12f, sx, sy, sz);
      case FORWARD -> mix(out, top, 0.03f * x, -0.1f, 1, 1, sx, sy, sz);
      case BACK -> mix(out, Math.max(top, 0.35f), 0.04f * x, 0.35f, -1, 1, sx, sy, sz - 0.4f);
      case PARTED -> {
        float side = x > style.parting() ? 1 : -1;
        // Hair near the forehead is laid back a little, so that it frames the face.
        float back = style.tucked() ? -0.75f : -0.35f;
        mix(out, top, side, 0.1f, back, 1, 0.2f * side, sy, style.tucked() ? -0.9f : back);
      }
      case TIED_HIGH -> towards(TIE_HIGH, x, y, z, out);
      case TIED_LOW -> towards(TIE_LOW, x, y, z, out);
      case OUT -> {
        out[0] = away[0];
        out[1] = away[1] + 0.25f;
        out[2] = away[2];
      }
    }
  }

  private void fringe(float x, float[] out) {
    float side = x > style.parting() ? 1 : -1;
    switch (style.fringe()) {
      case SWEPT -> set(out, style.parting() > 0 ? -0.8f : 0.8f, -0.1f, 0.75f);
      case CURTAIN -> set(out, 0.85f * (x > 0.3f * style.parting() ? 1 : -1), 0, 0.5f);
      default -> set(out, 0.05f * side, 0, 1);
    }
  }

  private static void towards(float[] tie, float x, float y, float z, float[] out) {
    set(out, tie[0] - x, tie[1] - y, tie[2] - z);
  }

  private static void mix(
      float[] out,
      float share,
      float ax,
      float ay,
      float az,
      float scale,
      float bx,
      float by,
      float bz) {
    float a = share * scale;
    set(out, a * ax + (1 - share) * bx, a * ay + (1 - share) * by, a * az + (1 - share) * bz);
  }

  private static void set(float[] out, float x, float y, float z) {
    out[0] = x;
    out[1] = y;
    out[2] = z;
  }
}
