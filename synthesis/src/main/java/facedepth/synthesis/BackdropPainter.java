package facedepth.synthesis;

/** Paints what stands behind the person. */
final class BackdropPainter {
  private final Backdrop backdrop;
  private final Noise noise;
  private final float cos;
  private final float sin;

  BackdropPainter(Backdrop backdrop) {
    this.backdrop = backdrop;
    noise = new Noise(backdrop.grain());
    cos = (float) Math.cos(backdrop.angle());
    sin = (float) Math.sin(backdrop.angle());
  }

  /** Linear RGB at a place of the crop, both coordinates -0.5 to 0.5. */
  void colour(float u, float v, float[] rgb) {
    float[][] colours = backdrop.colours();
    float[] shapes = backdrop.shapes();
    float scale = backdrop.scale();
    float softness = backdrop.softness();
    int kind = backdrop.kind();
    float along = cos * u + sin * v;
    float mix;
    switch (kind) {
      case 0 -> mix = 0.12f * noise.at(u * 2, v * 2, 0) + 0.1f;
      case 1 -> mix = FaceAtlas.clamp(along + 0.5f);
      case 2 -> mix = FaceAtlas.clamp(0.5f + noise.octaves(u * scale, v * scale, 0, 4));
      case 3 -> {
        float wave = (float) Math.sin(along * scale * 6);
        mix = FaceAtlas.clamp(0.5f + wave / (2 * softness));
      }
      default -> mix = FaceAtlas.clamp(0.5f + 0.6f * noise.at(u * 3, v * 3, 9));
    }
    for (int c = 0; c < 3; c++) {
      rgb[c] = colours[0][c] + mix * (colours[1][c] - colours[0][c]);
    }
    if (kind >= 4) {
      for (int i = 0; i < shapes.length; i += 6) {
        float dx = (u - shapes[i]) / shapes[i + 2];
        float dy = (v - shapes[i + 1]) / shapes[i + 3];
        float away =
            kind == 4 ? (float) Math.sqrt(dx * dx + dy * dy) : Math.max(Math.abs(dx), Math.abs(dy));
        float cover = shapes[i + 5] * FaceAtlas.clamp((1 - away) / softness);
        float[] colour = colours[(int) shapes[i + 4]];
        float grain = 1 + 0.3f * noise.at(u * 9, v * 9, i);
        for (int c = 0; c < 3; c++) {
          rgb[c] += cover * (colour[c] * grain - rgb[c]);
        }
      }
    }
  }
}
