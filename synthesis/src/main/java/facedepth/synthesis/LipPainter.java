package facedepth.synthesis;

/** Paints lips: thin skin full of blood, or lipstick. */
final class LipPainter {
  private final FaceAtlas atlas;
  private final float[] colour = new float[3];
  private final float[] inner;
  private final float stick;
  private final float wet;

  LipPainter(FaceAtlas atlas, Appearance look) {
    this.atlas = atlas;
    stick = look.makeup().lips();
    // Paint is thin: dark lips show through it.
    float ground = 0.45f + 0.55f * FaceAtlas.clamp(look.lips()[0] / 0.35f);
    for (int c = 0; c < 3; c++) {
      colour[c] = look.lips()[c] + stick * (ground * look.makeup().lipstick()[c] - look.lips()[c]);
    }
    inner = look.complexion().colour(-1.2f, 1.6f);
    wet = 0.7f + 0.8f * look.oil() + 0.5f * stick;
  }

  /**
   * Mixes the lips into a point.
   *
   * @param inside distance inside the lips' edge, centimetres
   * @param fine noise, -1 to 1
   */
  void paint(float x, float y, float inside, float fine, float offset, Surface surface) {
    float edge = stick > 0.3f ? 0.05f : 0.12f;
    float share = FaceAtlas.smoothstep(-edge, edge, inside - 0.02f);
    if (share <= 0) {
      return;
    }
    float line = atlas.features().fromLipLine(Math.abs(x), y);
    float within = FaceAtlas.smoothstep(0.3f, 0, line) * (1 - 0.6f * stick);
    float crease = DetailTile.at(DetailTile.SHARED.strands, x * 13 + offset, y * 4);
    float shade =
        (1 + 0.09f * crease + 0.05f * fine) * (1 - 0.35f * FaceAtlas.smoothstep(0.1f, 0, line));
    float[] albedo = surface.albedo;
    for (int c = 0; c < 3; c++) {
      float value = (colour[c] + within * 0.5f * (inner[c] - colour[c])) * shade;
      albedo[c] += share * (value - albedo[c]);
    }
    surface.shine += share * (wet * 0.09f - surface.shine);
    surface.gloss += share * (28 - surface.gloss);
  }
}
