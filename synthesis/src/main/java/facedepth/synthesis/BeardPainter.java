package facedepth.synthesis;

/** Paints grown beards as strands over skin. */
final class BeardPainter {
  private final float[] colour;
  private final float density;
  private final boolean present;
  private final float coarse;

  BeardPainter(Appearance look) {
    colour = look.beardCut().colour();
    density = look.beard();
    present = density > 0;
    coarse = look.beardLength() < 0.25f ? 34 : 26;
  }

  /**
   * Mixes the beard into a point.
   *
   * @param cover 0 to 1
   */
  void paint(float across, float y, float offset, float cover, Surface surface) {
    if (!present || cover <= 0.02f) {
      return;
    }
    // Hair falls outwards from the middle, so its strands lean.
    float lean = across * 0.5f;
    float strand =
        DetailTile.at(
            DetailTile.SHARED.strands,
            across * coarse + offset,
            (y + Math.abs(lean)) * 30 + offset);
    float share = FaceAtlas.smoothstep(-0.8f, 0.6f, strand + 2.6f * (cover * density - 0.34f));
    share *= FaceAtlas.clamp(3 * cover) * (0.55f + 0.45f * density);
    float bright = 0.9f + 0.3f * strand;
    float[] albedo = surface.albedo;
    for (int c = 0; c < 3; c++) {
      albedo[c] += share * (colour[c] * bright - albedo[c]);
    }
    surface.shine *= 1 - 0.6f * share;
    surface.scatter *= 1 - 0.7f * share;
  }
}
