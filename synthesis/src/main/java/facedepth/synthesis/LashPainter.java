package facedepth.synthesis;

/** Cuts lashes out of the head's sheets of lashes. */
final class LashPainter {
  private static final float STRANDS = 110; // texels of the tile a radian round the eye

  private final FaceAtlas atlas;
  private final float[] colour;
  private final float strength;
  private final float length;
  private final float offset;

  LashPainter(FaceAtlas atlas, Appearance look) {
    this.atlas = atlas;
    float mascara = look.makeup().mascara();
    strength = Math.min(1, look.lashes() + 0.5f * mascara);
    length = 0.55f + 0.4f * look.lashes() + 0.3f * mascara;
    float dark = 1 - mascara;
    float[] brow = look.brows().colour();
    colour =
        new float[] {
          0.3f * dark * brow[0] + 0.003f,
          0.3f * dark * brow[1] + 0.003f,
          0.3f * dark * brow[2] + 0.003f
        };
    offset = look.grain() & 127;
  }

  /** How much of what lies behind a place on the sheets is hidden, 0 to 1. */
  float cover(float x, float y, float z) {
    float[] centre = atlas.eyeCentre();
    float radius = atlas.eyeRadius();
    float dx = Math.abs(x) - centre[0];
    float dy = y - centre[1];
    float dz = z - centre[2];
    float out = (float) Math.sqrt(dx * dx + dy * dy + dz * dz) - 1.13f * radius;
    // The lower lashes are shorter.
    boolean upper = dy > -0.35f * radius - 0.2f * dx;
    float along = out / (radius * length * (upper ? 0.55f : 0.25f));
    if (along > 1) {
      return 0;
    }
    float round = (float) Math.atan2(dx, Math.max(0.1f, dz));
    float strand =
        DetailTile.at(
            DetailTile.SHARED.strands, round * STRANDS + offset + (x > 0 ? 0 : 63), along * 12);
    float share = FaceAtlas.smoothstep(-0.25f, 0.5f, strand + 0.35f - 0.75f * Math.max(0, along));
    return share * strength * (upper ? 0.95f : 0.3f);
  }

  float[] colour() {
    return colour;
  }
}
