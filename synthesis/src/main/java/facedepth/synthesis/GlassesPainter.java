package facedepth.synthesis;

/** Paints glasses: frames that are lit like all else, lenses that tint and reflect. */
final class GlassesPainter {
  private final Glasses glasses;
  private final float[] before;

  /**
   * A painter.
   *
   * @param before linear RGB of what the lenses reflect
   */
  GlassesPainter(Glasses glasses, float[] before) {
    this.before = before;
    this.glasses = glasses;
  }

  /** Paints a place of the frame. */
  void frame(float x, float y, Surface surface) {
    surface.colour(glasses.frame(), 1);
    if (glasses.second() != glasses.frame()) {
      surface.blend(glasses.second(), FaceAtlas.smoothstep(4, 2.5f, y));
    }
    surface.scatter = 0;
    surface.open = 1;
    surface.shine = glasses.metal() ? 0.8f : 0.25f;
    surface.gloss = glasses.metal() ? 40 : 60;
  }

  /**
   * Tints and reflects.
   *
   * @param x across the lens, -1 to 1
   * @param y up the lens, -1 to 1
   * @param rgb what is behind, linear RGB from index {@code at}; changed in place
   */
  void lens(float x, float y, float[] rgb, int at) {
    float tint = glasses.tint() * (1 - glasses.fade() * FaceAtlas.smoothstep(0.8f, -0.9f, y));
    // The upper part mirrors the sky, a slanting streak a window.
    float sky = 0.3f + 0.7f * FaceAtlas.smoothstep(-0.4f, 0.9f, y);
    float streak = x + 0.6f * y - glasses.slide();
    float inside = Math.min(Math.min(streak, 0.45f - streak) * 8, (0.6f - Math.abs(y)) * 6);
    float window = FaceAtlas.clamp(inside);
    float mirrored = glasses.mirror() * (0.35f * sky + 0.45f * window);
    float edge = 0.92f;
    for (int c = 0; c < 3; c++) {
      float through = 1 - tint + tint * 0.03f;
      rgb[at + c] = rgb[at + c] * edge * through * glasses.tintColour()[c] + mirrored * before[c];
    }
  }
}
