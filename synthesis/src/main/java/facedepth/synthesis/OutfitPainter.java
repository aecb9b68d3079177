package facedepth.synthesis;

/** Paints clothes. */
final class OutfitPainter {
  private final Outfit outfit;
  private final Noise noise;
  private final float stripeX;
  private final float stripeY;

  OutfitPainter(Outfit outfit) {
    this.outfit = outfit;
    noise = new Noise(outfit.grain());
    stripeX = 2.5f * noise.at(0.5f, 0.5f, 0.5f);
    stripeY = 2.5f * noise.at(3.5f, 0.5f, 0.5f);
  }

  /** Whether a place on the neck is clothed, in neutral coordinates. */
  boolean covers(float x, float y, float z) {
    return y < outfit.collar() + 0.25f * Math.abs(x) && z < 12;
  }

  /** Paints cloth at a place in neutral coordinates. */
  void paint(float x, float y, float z, Surface surface) {
    float pattern = (float) Math.sin(x * stripeX + y * stripeY);
    float weave = 1 + 0.12f * noise.octaves(x * 1.5f, y * 1.5f, z * 1.5f, 2);
    surface.colour(pattern > 0.2f ? outfit.stripe() : outfit.cloth(), weave);
    surface.shine = 0.01f;
    surface.gloss = 10;
    surface.scatter = 0;
  }

  /** Tints what is seen through a thing worn before the face, linear RGB in place. */
  void wear(Material material, int at, float[] rgb) {
    Outfit.Glasses glasses = outfit.glasses();
    for (int c = 0; c < 3; c++) {
      float behind = rgb[at + c];
      rgb[at + c] =
          switch (material) {
            case FRAME -> glasses.frame()[c];
            case LENS ->
                behind * (1 - glasses.tint())
                    + glasses.frame()[c] * 0.12f * glasses.tint()
                    + 0.015f;
            default -> behind * 0.25f;
          };
    }
  }
}
