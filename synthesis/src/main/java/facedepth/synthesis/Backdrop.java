package facedepth.synthesis;

/** What stands behind the person: plain, graded, cloudy, shapes, stripes, blurred or sharp. */
final class Backdrop {
  private final int kind;
  private final float[][] colours;
  private final float[] shapes;
  private final Noise noise;
  private final float scale;
  private final float softness;
  private final float angle;

  Backdrop(Dice dice) {
    kind = dice.below(6);
    colours = new float[4][];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = Appearance.colour(dice);
    }
    if (dice.chance(0.15)) {
      // Walls the colour of skin are what a mask must not fall for.
      colours[0] = Appearance.draw(dice).skin();
    }
    shapes = new float[6 * (3 + dice.below(12))];
    for (int i = 0; i < shapes.length; i += 6) {
      shapes[i] = dice.uniform(-0.7f, 0.7f);
      shapes[i + 1] = dice.uniform(-0.7f, 0.7f);
      shapes[i + 2] = dice.logUniform(0.04f, 0.6f);
      shapes[i + 3] = dice.logUniform(0.04f, 0.6f);
      shapes[i + 4] = dice.below(4);
      shapes[i + 5] = dice.uniform(0.3f, 1);
    }
    noise = new Noise(dice.seed());
    scale = dice.logUniform(1.5f, 14);
    softness = dice.logUniform(0.02f, 0.6f);
    angle = dice.uniform(0, (float) Math.PI);
  }

  /** Linear RGB at a place of the crop, both coordinates -0.5 to 0.5. */
  void colour(float u, float v, float[] rgb) {
    float along = (float) Math.cos(angle) * u + (float) Math.sin(angle) * v;
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
