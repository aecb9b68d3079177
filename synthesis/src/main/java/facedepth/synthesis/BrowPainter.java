package facedepth.synthesis;

/** Paints eyebrows hair by hair. */
final class BrowPainter {
  private static final int BINS = 96;
  private static final float STEP = 0.08f;
  private static final float REACH = 1.5f; // half heights at which nothing is left

  private final Brows brows;
  private final float[] middle = new float[BINS];
  private final float[] half = new float[BINS];
  private final float[] share = new float[BINS];
  private final float[] lean = new float[BINS];
  private final float from;
  private final float to;

  BrowPainter(FaceAtlas atlas, Brows brows) {
    this.brows = brows;
    from = atlas.landmark(22, 0);
    to = from + (atlas.landmark(26, 0) - from) * brows.tail();
    for (int i = 0; i < BINS; i++) {
      float side = i * STEP;
      float along = (side - from) / (to - from);
      float t = FaceAtlas.clamp(along);
      middle[i] =
          atlas.browHeight(side)
              + brows.lift()
              + brows.arch() * 2.6f * Math.max(0, t * (1 - t)) * (0.4f + t)
              - 0.1f;
      half[i] = brows.thickness() * (1 - brows.taper() * t) * (0.8f + 0.4f * Math.min(1, 4 * t));
      float begin = FaceAtlas.smoothstep(-0.12f, 0.1f, along);
      float bridge = along < 0.05f ? brows.bridge() * 0.7f : 0;
      share[i] = Math.max(begin, bridge) * FaceAtlas.smoothstep(1.04f, 0.8f, along);
      // Hairs stand up at the nose and lie along the brow at the temple.
      lean[i] = 0.25f + 1.25f * FaceAtlas.smoothstep(-0.1f, 0.6f, along);
    }
  }

  /** Mixes the brow's hair into a point's colour. */
  void paint(float x, float y, float offset, float[] albedo) {
    float side = Math.abs(x);
    float bin = side * (1 / STEP);
    int i = (int) bin;
    if (i >= BINS - 1 || share[i] <= 0) {
      return;
    }
    float t = bin - i;
    float shift = x > 0 ? brows.uneven() : -brows.uneven();
    float above = y - middle[i] - t * (middle[i + 1] - middle[i]) - shift;
    float away = Math.abs(above) / half[i];
    if (away > REACH) {
      return;
    }
    float sine = lean[i] / (float) Math.sqrt(1 + lean[i] * lean[i]);
    float cosine = sine / lean[i];
    // Across and along the hairs, which tilt outwards; the lower ones less.
    float across = side * cosine - above * sine;
    float length = side * sine + above * cosine;
    float strand =
        DetailTile.at(
            DetailTile.SHARED.strands,
            across * 26 + offset + (x > 0 ? 0 : 211),
            length * 22 + offset);
    float body = FaceAtlas.smoothstep(REACH - 0.35f * (1 - brows.unruly()), 0.45f, away);
    float cover =
        FaceAtlas.smoothstep(
            -0.45f, 0.45f, strand + 1.6f * ((0.3f + 0.7f * brows.density()) * body - 0.5f));
    cover *= FaceAtlas.clamp(2.2f * body) * share[i] * (0.5f + 0.5f * brows.density());
    float[] colour = brows.colour();
    for (int c = 0; c < 3; c++) {
      albedo[c] += cover * (colour[c] * (0.8f + 0.35f * strand) - albedo[c]);
    }
  }
}
