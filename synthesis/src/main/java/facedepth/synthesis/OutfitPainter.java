package facedepth.synthesis;

/** Paints clothes. */
final class OutfitPainter {
  private final Outfit outfit;
  private final Noise noise;

  OutfitPainter(Outfit outfit) {
    this.outfit = outfit;
    noise = new Noise(outfit.grain());
  }

  /** Whether a place on neck or body is clothed, in neutral coordinates. */
  boolean covers(float x, float y, float z) {
    if (x > Collar.MARK / 2) {
      return true;
    }
    if (y > -8 || z > 14) {
      return false;
    }
    float front = FaceAtlas.smoothstep(-2.5f, 3.5f, z);
    float aside = Math.min(1, Math.abs(x) / 7.5f);
    float shape = outfit.vee() ? 1 - aside : 1 - aside * aside;
    return y < outfit.neckline() - front * outfit.dip() * shape - 0.05f * Math.abs(x);
  }

  /** Paints cloth at a place in neutral coordinates. */
  void paint(float x, float y, float z, Surface surface) {
    boolean collar = x > Collar.MARK / 2;
    float px = collar ? x - Collar.MARK : x;
    surface.shine = outfit.fabric().sheen();
    surface.gloss = 12;
    surface.scatter = 0;
    float weave = 1 + outfit.fabric().weave() * noise.at(px * 3, y * 3, z * 3);
    boolean suit = outfit.garment() == Outfit.Garment.SUIT;
    if (suit && (collar || z > 2 && underJacket(px, y, weave, surface))) {
      if (collar) {
        surface.colour(outfit.shirt(), weave);
      }
      return;
    }
    float share = outfit.fabric().share(px, y, z);
    surface.colour(outfit.fabric().colour(), weave);
    if (share > 0) {
      surface.blend(outfit.fabric().second(), share);
    }
    if (!collar) {
      seams(px, y, z, surface);
    }
  }

  /** Shirt, tie and lapels within a jacket's opening; false where the jacket covers them. */
  private boolean underJacket(float x, float y, float weave, Surface surface) {
    float side = Math.abs(x);
    float open = 5.6f + 0.25f * (y + 12);
    if (side > open) {
      float lapel = open + 3.4f - 0.2f * Math.abs(y + 19);
      surface.open *= side - open < 0.35f || Math.abs(side - lapel) < 0.3f ? 0.6f : 1;
      return false;
    }
    surface.colour(outfit.shirt(), weave);
    if (outfit.tie() != null && side < Math.min(2.3f, 1.3f + 0.08f * Math.max(0, -13 - y))) {
      surface.colour(outfit.tie(), 1 + 0.2f * (weave - 1));
      surface.shine = 0.06f;
    }
    surface.darken(0.5f * FaceAtlas.smoothstep(open - 1.2f, open, side));
    return true;
  }

  /** The hem of the neck, and the buttons of shirts. */
  private void seams(float x, float y, float z, Surface surface) {
    if (y > -9 && z < 14) {
      return;
    }
    switch (outfit.garment()) {
      case TEE, SWEATER, V_NECK -> {
        if (!covers(x, y + 1.1f, z)) {
          surface.darken(0.18f);
          surface.normal[0] += 0.2f * x / 8;
        }
      }
      case SHIRT, JACKET -> {
        if (z > 3 && Math.abs(x) < 1.6f) {
          surface.darken(Math.abs(Math.abs(x) - 1.5f) < 0.12f ? 0.35f : 0);
          float button = (y + 100) / 6.5f;
          button = (button - (float) Math.floor(button) - 0.5f) * 6.5f;
          if (x * x + button * button < 0.16f) {
            surface.colour(outfit.shirt(), 0.8f);
          }
        }
      }
      default -> {}
    }
  }
}
