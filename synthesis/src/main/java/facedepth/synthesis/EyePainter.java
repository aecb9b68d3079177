package facedepth.synthesis;

/** Paints eyeballs: iris with fibres and ring, pupil, a white that is not white. */
final class EyePainter {
  private static final float[] WHITE = {0.5f, 0.46f, 0.43f};
  private static final float[] FLESH = {0.46f, 0.2f, 0.17f};

  private final FaceAtlas atlas;
  private final Eyes eyes;
  private final float offset;

  EyePainter(FaceAtlas atlas, Eyes eyes, float offset) {
    this.atlas = atlas;
    this.eyes = eyes;
    this.offset = offset;
  }

  void paint(float x, float y, float z, Surface surface) {
    float[] centre = atlas.eyeCentre();
    float scale = 1 / atlas.eyeRadius();
    float dx = (Math.abs(x) - centre[0]) * scale;
    float dy = (y - centre[1]) * scale;
    float r = (float) Math.sqrt(dx * dx + dy * dy);
    surface.shine = 0.5f;
    surface.gloss = 220;
    surface.scatter = 0;
    white(x, dx, dy, r, surface);
    if (z > centre[2] && r < eyes.irisRadius() + 0.04f) {
      float share = FaceAtlas.smoothstep(eyes.irisRadius() + 0.025f, eyes.irisRadius() - 0.025f, r);
      iris(x, dx, dy, r / eyes.irisRadius(), share, surface.albedo);
    }
    // Lids and lashes keep light from the upper part of the ball and from its corners.
    float shade = 1 - 0.5f * FaceAtlas.smoothstep(0.12f, 0.5f, dy);
    shade *= 1 - 0.4f * FaceAtlas.smoothstep(0.5f, 0.95f, r);
    surface.open *= shade;
    for (int c = 0; c < 3; c++) {
      surface.albedo[c] *= 0.35f + 0.65f * shade;
    }
  }

  private void white(float x, float dx, float dy, float r, Surface surface) {
    float[] albedo = surface.albedo;
    float vein =
        DetailTile.at(
            DetailTile.SHARED.strands, dy * 60 + offset + (x > 0 ? 90 : 0), dx * 40 + offset);
    float red = eyes.veins() * (0.25f * r * r + 0.5f * r * FaceAtlas.smoothstep(0.35f, 0.8f, vein));
    // The tear's corner beside the nose is flesh.
    float corner = FaceAtlas.smoothstep(-0.72f, -0.86f, dx);
    albedo[0] = WHITE[0];
    albedo[1] = WHITE[1] * (1 - 0.5f * red - 0.03f * eyes.yellow());
    albedo[2] = WHITE[2] * (1 - 0.5f * red - 0.2f * eyes.yellow());
    surface.blend(FLESH, 0.85f * corner);
  }

  private void iris(float x, float dx, float dy, float r, float share, float[] albedo) {
    float angle = (float) Math.atan2(dy, dx) * (DetailTile.SIZE / (2 * (float) Math.PI));
    float[] strands = DetailTile.SHARED.strands;
    float fibre = DetailTile.at(strands, angle + offset + (x > 0 ? 37 : 0), r * 26 + offset);
    float ring = eyes.limbal() * FaceAtlas.smoothstep(0.76f, 0.97f, r);
    float pupil = FaceAtlas.smoothstep(eyes.pupil() + 0.05f, eyes.pupil() - 0.02f, r);
    float collar = FaceAtlas.smoothstep(eyes.pupil() + 0.28f + 0.1f * fibre, eyes.pupil(), r);
    float bright = (1 + 0.55f * eyes.fibres() * fibre) * (1 - ring) * (1 - 0.97f * pupil);
    for (int c = 0; c < 3; c++) {
      float body = eyes.iris()[c] + collar * (eyes.collar()[c] - eyes.iris()[c]);
      albedo[c] += share * (body * bright + 0.002f - albedo[c]);
    }
  }
}
