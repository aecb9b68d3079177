package facedepth.synthesis;

/** The colour of each surface of a person before light, by place on the neutral head. */
final class FacePainter {
  private static final float BUMP_THRESHOLD = 0.1f; // weaker relief is not worth its noise

  private final FaceAtlas atlas;
  private final Appearance look;
  private final Hairstyle hairstyle;
  private final Noise noise;

  FacePainter(FaceAtlas atlas, Appearance look, Hairstyle hairstyle) {
    this.atlas = atlas;
    this.look = look;
    this.hairstyle = hairstyle;
    noise = new Noise(look.grain());
  }

  /** Paints one point of the head at a place of the neutral head. */
  void paint(Material material, float x, float y, float z, Surface surface) {
    surface.gloss = look.gloss();
    surface.shine = 0.2f * look.oil();
    surface.scatter = 0;
    float[] albedo = surface.albedo;
    switch (material) {
      case SKIN -> {
        surface.shine = look.oil() * skin(x, y, z, albedo);
        surface.scatter = 1;
        if (look.bump() > BUMP_THRESHOLD) {
          bump(x, y, z, look.bump(), surface.normal);
        }
      }
      case BACK -> {
        surface.shine = look.oil() * back(x, y, z, albedo);
        surface.scatter = 1;
      }
      case MOUTH -> {
        surface.colour(0.12f, 0.03f, 0.025f);
        surface.open *= 0.5f;
      }
      case GUMS -> {
        surface.colour(0.35f, 0.1f, 0.09f);
        surface.open *= 0.5f;
      }
      case TEETH -> {
        float dark = FaceAtlas.smoothstep(3, 9, z);
        surface.colour(0.62f * dark, 0.56f * dark, 0.46f * dark);
        surface.shine = 1.5f * look.oil();
        surface.open *= 0.5f;
      }
      case EYE -> {
        eye(x, y, z, albedo);
        surface.shine = 2.5f * look.oil();
        surface.gloss = 90;
      }
      case LASHES -> surface.colour(0.01f, 0.008f, 0.007f);
      case HAIR, CLOTH, FRAME, LENS, HAT, HAND, PROP ->
          throw new IllegalArgumentException(material + " is not part of the head");
    }
  }

  private float skin(float x, float y, float z, float[] albedo) {
    float side = Math.abs(x);
    float slow = noise.octaves(x * 0.45f, y * 0.45f, z * 0.45f, 3);
    float fine = noise.at(x * 4, y * 4, z * 4);
    float shade = 1 + look.blotch() * slow + 0.04f * fine;
    float blood =
        0.8f * bell(side - 4.2f, 2.1f) * bell(y + 0.4f, 2.2f)
            + 0.7f * bell(side, 1.6f) * bell(y - 0.2f, 1.5f) * FaceAtlas.smoothstep(10, 12, z)
            + 0.4f * bell(side, 2) * bell(y + 7, 1.4f)
            + (FaceAtlas.isEar(x, y, z) ? 0.7f : 0)
            + 0.3f * slow;
    blood = Math.max(0, blood) * look.blush();
    for (int c = 0; c < 3; c++) {
      albedo[c] = look.skin()[c] * shade;
    }
    albedo[1] *= 1 - 0.75f * blood;
    albedo[2] *= 1 - 0.65f * blood;
    if (look.freckles() > 0) {
      float spot = noise.at(x * 3.3f + 40, y * 3.3f, z * 3.3f);
      darken(albedo, FaceAtlas.smoothstep(0.45f, 0.7f, spot) * look.freckles() * 0.6f);
    }
    wrinkles(x, y, side, albedo);
    beard(x, y, z, albedo);
    float eye = atlas.fromEyeOpening(x, y, z);
    if (eye < 1.6f) {
      darken(albedo, look.eyeShade() * 0.55f * (1 - FaceAtlas.smoothstep(0.1f, 1.6f, eye)));
      darken(
          albedo,
          (0.15f + 0.8f * look.liner()) * (1 - FaceAtlas.smoothstep(0, 0.22f, Math.abs(eye))));
    }
    brow(x, y, z, side, albedo);
    float lips = atlas.lips(x, y, z);
    if (lips > 0) {
      float line = 1 - FaceAtlas.smoothstep(0, 0.16f, atlas.fromLipLine(x, y));
      float crease = 1 - 0.6f * line;
      for (int c = 0; c < 3; c++) {
        albedo[c] += lips * (look.lips()[c] * (1 + 0.1f * fine) * crease - albedo[c]);
      }
    }
    // Nostrils are dark holes.
    float nostril = bell(side - 0.85f, 0.42f) * bell(y + 0.95f, 0.3f);
    darken(albedo, 0.8f * nostril * FaceAtlas.smoothstep(9.5f, 10.5f, z));
    if (z < 10) {
      scalp(x, y, z, albedo);
    }
    return 1 + 0.4f * bell(side, 2);
  }

  private float back(float x, float y, float z, float[] albedo) {
    for (int c = 0; c < 3; c++) {
      albedo[c] = look.skin()[c];
    }
    scalp(x, y, z, albedo);
    return 0.6f;
  }

  /** Roots of hair and shaven scalps. */
  private void scalp(float x, float y, float z, float[] albedo) {
    if (FaceAtlas.isEar(x, y, z) || y < -6) {
      return;
    }
    float roots = hairstyle.roots(x, y, z);
    for (int c = 0; c < 3; c++) {
      albedo[c] += roots * (look.hair()[c] - albedo[c]);
    }
  }

  private void wrinkles(float x, float y, float side, float[] albedo) {
    float depth = look.bump();
    float fold = bell(side - 2.6f - 0.32f * Math.max(-3.5f, Math.min(0, y)) * -0.5f, 0.25f);
    fold *= FaceAtlas.smoothstep(-4.5f, -3, y) * (1 - FaceAtlas.smoothstep(-1, 0.3f, y));
    darken(albedo, fold * depth * 0.9f);
    if (y > 6.8f && y < 9.5f && side < 4.5f) {
      float line = noise.at(x * 0.25f, y * 2.6f, 7);
      darken(albedo, FaceAtlas.smoothstep(0.35f, 0.7f, line) * depth * 0.6f);
    }
  }

  private void beard(float x, float y, float z, float[] albedo) {
    float amount = beardAmount(x, y, z);
    if (amount <= 0) {
      return;
    }
    float hairs = 0.6f + 0.4f * noise.at(x * 9, y * 3.5f, z * 9);
    float cover = amount * Math.max(look.beard() * hairs, look.stubble() * 0.5f);
    for (int c = 0; c < 3; c++) {
      albedo[c] += cover * (look.brow()[c] * (0.7f + 0.6f * hairs) - albedo[c]);
    }
  }

  /** Tilts a normal by pores and creases. */
  private void bump(float x, float y, float z, float strength, float[] normal) {
    normal[0] += strength * noise.at(x * 3, y * 3, z * 3 + 20);
    normal[1] += strength * noise.at(x * 3, y * 3 + 20, z * 3);
    normal[2] += strength * noise.at(x * 3 + 20, y * 3, z * 3);
  }

  /** Where a beard grows, 0 to 1. */
  float beardAmount(float x, float y, float z) {
    if (y > 1.2f || y < -11 || z < 0.5f || (look.beard() == 0 && look.stubble() == 0)) {
      return 0;
    }
    float side = Math.abs(x);
    float moustache = bell(side, 2.4f) * bell(y + 1.9f, 0.55f) * 1.3f;
    if (look.moustacheOnly() && look.beard() > 0) {
      return FaceAtlas.clamp(moustache) * (1 - atlas.lips(x, y, z));
    }
    // The upper edge runs from the corner of the mouth up to the ear.
    float edge = -3.2f + 0.6f * Math.max(0, side - 2.5f) + 0.5f * noise.at(x, y, z);
    float cheek = 1 - FaceAtlas.smoothstep(edge - 0.8f, edge + 0.6f, y);
    return FaceAtlas.clamp(Math.max(cheek, moustache)) * (1 - atlas.lips(x, y, z));
  }

  private void brow(float x, float y, float z, float side, float[] albedo) {
    float along = atlas.alongBrow(side);
    if (z < 6 || along < -0.15f || along > 1.1f || y < 4 || y > 8) {
      return;
    }
    float above = atlas.aboveBrow(side, y) - 0.1f;
    float half = look.browThickness() * (1.1f - 0.65f * Math.max(0, along));
    float cover = 1 - FaceAtlas.smoothstep(half * 0.5f, half * 1.25f, Math.abs(above));
    cover *=
        FaceAtlas.smoothstep(-0.15f, 0.1f, along) * (1 - FaceAtlas.smoothstep(0.85f, 1.1f, along));
    cover *= look.browDensity() * (0.75f + 0.25f * noise.at(x * 8, y * 3, z * 3));
    for (int c = 0; c < 3; c++) {
      albedo[c] += cover * (look.brow()[c] - albedo[c]);
    }
  }

  private void eye(float x, float y, float z, float[] albedo) {
    float[] centre = atlas.eyeCentre();
    float dx = (Math.abs(x) - centre[0]) / atlas.eyeRadius();
    float dy = (y - centre[1]) / atlas.eyeRadius();
    float r = (float) Math.sqrt(dx * dx + dy * dy);
    if (z < centre[2]) {
      set(albedo, 0.5f, 0.35f, 0.32f);
      return;
    }
    float white = FaceAtlas.smoothstep(0.42f, 0.47f, r);
    float pupil = 1 - FaceAtlas.smoothstep(0.16f, 0.2f, r);
    float rim = 1 - 0.5f * FaceAtlas.smoothstep(0.34f, 0.43f, r);
    float vein = 1 - 0.12f * FaceAtlas.smoothstep(0.5f, 1, r);
    for (int c = 0; c < 3; c++) {
      float inside = look.iris()[c] * rim * (1 - 0.93f * pupil);
      float sclera = (c == 0 ? 0.62f : c == 1 ? 0.58f : 0.56f) * (c == 0 ? 1 : vein);
      albedo[c] = inside + white * (sclera - inside);
    }
  }

  private static void set(float[] albedo, float r, float g, float b) {
    albedo[0] = r;
    albedo[1] = g;
    albedo[2] = b;
  }

  private static void darken(float[] albedo, float amount) {
    for (int c = 0; c < 3; c++) {
      albedo[c] *= 1 - amount;
    }
  }

  private static float bell(float value, float width) {
    float t = value / width;
    float u = 1 / (1 + t * t);
    return u * u;
  }
}
