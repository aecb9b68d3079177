package facedepth.synthesis;

/** One lamp as it falls on the surfaces of one scene. */
final class LampLight {
  /** How far light creeps round edges of skin for red, green, blue, as a cosine. */
  private static final float[] CREEP = {0.30f, 0.12f, 0.07f};

  /** How much wider or narrower the edge of a shadow on skin is for red, green, blue. */
  private static final float[] BLEED = {0.45f, 0, -0.1f};

  private static final float PENUMBRA = 8; // texels of the shadow map by size of the lamp
  private static final float SECOND_LOBE = 0.35f; // share of the narrow lobe in the shine

  /**
   * How much stronger the shine is at a cosine between light and view of -1 to 1 than when both
   * agree: Fresnel's law (Schlick's form, 2.8 % head on) and the shadowing of small facets (Kelemen
   * and Szirmay-Kalos 2001).
   */
  private static final float[] GRAZING = new float[65];

  static {
    for (int i = 0; i < GRAZING.length; i++) {
      double half = Math.max(1e-3, (1 + (i - 32) / 32.0) / 2);
      double fresnel = 1 + 34.7 * Math.pow(1 - Math.sqrt(half), 5);
      GRAZING[i] = (float) Math.min(10, fresnel / half);
    }
  }

  private final float[] direction;
  private final float[] colour;
  private final ShadowMap shadow;
  private final float size;
  private final float[] softSkin = new float[3];
  private final float softPlain;
  private final int stride;

  /**
   * A lamp.
   *
   * @param shadow drawn by the time that points are shaded; null if the lamp casts none
   */
  LampLight(Lamp lamp, ShadowMap shadow) {
    direction = lamp.direction();
    colour = lamp.colour();
    size = lamp.size();
    this.shadow = shadow;
    stride = Math.max(1, Math.min(ShadowMap.SOFTEST, Math.round(PENUMBRA * size)));
    softPlain = Math.max(0.02f, 0.6f * size);
    for (int c = 0; c < 3; c++) {
      softSkin[c] = (float) Math.sqrt(softPlain * softPlain + CREEP[c] * CREEP[c]);
    }
  }

  /**
   * Adds the lamp's light on a surface that is not made of strands.
   *
   * @param view unit vector towards the camera
   * @param seen cosine between it and the normal, not negative
   */
  void add(Surface surface, float[] point, float[] view, float seen, float[] rgb, int at) {
    float[] n = surface.normal;
    float cosine = direction[0] * n[0] + direction[1] * n[1] + direction[2] * n[2];
    boolean skin = surface.scatter > 0.5f;
    if (cosine <= -(skin ? softSkin[0] : softPlain)) {
      return;
    }
    float lit = shadow == null ? 1 : shadow.lit(point, n, stride);
    if (lit <= 0) {
      return;
    }
    for (int c = 0; c < 3; c++) {
      float soft = skin ? softSkin[c] : softPlain;
      float edge = skin ? lit + BLEED[c] * lit * (1 - lit) : lit;
      rgb[at + c] += surface.albedo[c] * colour[c] * edge * diffuse(cosine, soft);
    }
    if (cosine > 0 && surface.shine > 0) {
      float shine = lit * surface.shine * highlight(surface.gloss, cosine, seen, view);
      for (int c = 0; c < 3; c++) {
        rgb[at + c] += colour[c] * shine;
      }
    }
  }

  /** Lambert's law with its edge rounded off. */
  private static float diffuse(float cosine, float soft) {
    if (cosine >= soft) {
      return cosine;
    }
    float over = Math.max(0, cosine + soft);
    return over * over / (4 * soft);
  }

  /** Shine by two lobes of GGX's form, 1 where light, view and normal agree. */
  private float highlight(float gloss, float cosine, float seen, float[] view) {
    float between = direction[0] * view[0] + direction[1] * view[1] + direction[2] * view[2];
    // Cosine squared between the normal and the half vector, whose length follows from the angle.
    float sum = cosine + seen;
    float half = Math.min(1, sum * sum / (2.001f + 2 * between));
    float rough = 2 / (gloss + 2);
    // A large lamp mirrors as a large, dim patch.
    float spread = 0.3f * size * size;
    float broad = rough + spread;
    float narrow = 0.25f * rough + spread;
    float away = 1 - half;
    float nearBroad = broad / (broad + away);
    float nearNarrow = narrow / (narrow + away);
    float lobes =
        (1 - SECOND_LOBE) * (rough / broad) * nearBroad * nearBroad
            + SECOND_LOBE * (0.25f * rough / narrow) * nearNarrow * nearNarrow;
    return lobes * cosine * GRAZING[(int) (32 + 32 * between)];
  }

  /**
   * Adds the lamp's light on hair: round strands are lit across and shine in a line that runs
   * across them (Kajiya and Kay 1989), once white and once, lower down, in their own colour.
   */
  void addToStrands(Surface surface, float[] point, float[] view, float[] rgb, int at) {
    float[] strand = surface.tangent;
    float[] n = surface.normal;
    float cosine = direction[0] * n[0] + direction[1] * n[1] + direction[2] * n[2];
    if (cosine <= -0.5f) {
      return;
    }
    float lit = shadow == null ? 1 : shadow.lit(point, n, stride);
    float alongLight =
        direction[0] * strand[0] + direction[1] * strand[1] + direction[2] * strand[2];
    float alongView = view[0] * strand[0] + view[1] * strand[1] + view[2] * strand[2];
    float between = direction[0] * view[0] + direction[1] * view[1] + direction[2] * view[2];
    float halfSquared = 2.001f + 2 * between;
    float sum = alongLight + alongView;
    float across = 1 - alongLight * alongLight;
    float front = Math.min(1, Math.max(0, cosine + 0.5f) * 1.2f);
    float diffuse = lit * (0.55f * diffuse(cosine, 0.4f) + 0.3f * across * front);
    float shine = lit * front * surface.shine;
    float white =
        shine * line((sum + 0.12f) * (sum + 0.12f) / halfSquared, 2 / (surface.gloss + 2));
    float tinted = 2 * shine * line((sum - 0.2f) * (sum - 0.2f) / halfSquared, 0.12f);
    for (int c = 0; c < 3; c++) {
      rgb[at + c] += colour[c] * (surface.albedo[c] * (diffuse + tinted) + white);
    }
  }

  /** Falls off with the square of the half vector's part along the strand. */
  private float line(float alongSquared, float rough) {
    float wide = rough + 0.3f * size * size;
    float near = wide / (wide + alongSquared);
    return rough / wide * near * near;
  }
}
