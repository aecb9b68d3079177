package facedepth.synthesis;

/** Paints skin with all that grows, lies and is painted on it. */
final class SkinPainter {
  private static final float MIRRORED_HEAD_ON = 0.028f; // by skin's refractive index of 1.4
  private static final float FRONT = 3; // cm; behind it there are no features of the face

  private final FaceAtlas atlas;
  private final Appearance look;
  private final Hairstyle hairstyle;
  private final SkinMap map;
  private final Relief relief;
  private final Spots spots;
  private final BrowPainter brows;
  private final LipPainter lips;
  private final BeardPainter beard;
  private final float[] here = new float[6];
  private final float[] spot = new float[3];
  private final float[] toCamera;
  private final float offsetU;
  private final float offsetV;
  private final float shine;
  private final float freckles;
  private final float bump;
  private final float mottle;
  private final float browLow;
  private final float browHigh;
  private final float liner;
  private final float shutLeft;
  private final float shutRight;

  /**
   * A painter of one person's skin.
   *
   * @param toCamera rotation from the head's axes to the camera's, row by row
   */
  SkinPainter(
      FaceAtlas atlas,
      Appearance look,
      Hairstyle hairstyle,
      Expression expression,
      float[] toCamera) {
    this.atlas = atlas;
    this.look = look;
    this.hairstyle = hairstyle;
    this.toCamera = toCamera;
    offsetU = (look.grain() & 511) + 0.5f;
    offsetV = (look.grain() >> 9 & 511) + 0.5f;
    Complexion skin = look.complexion();
    map = new SkinMap(atlas.zones(), look, new BeardGrowth(atlas, look), offsetU, offsetV);
    relief = Wrinkles.of(atlas, look, expression);
    spots = new Spots(look);
    brows = new BrowPainter(atlas, look.brows());
    lips = new LipPainter(atlas, look);
    beard = new BeardPainter(look);
    float even = 1 - 0.85f * look.makeup().foundation();
    shine = MIRRORED_HEAD_ON * (skin.gloss() + 2) / 8 * (0.35f + 1.4f * skin.oil());
    bump = 0.05f * skin.bump();
    freckles = even * Math.max(skin.freckles(), 0.4f * skin.ageSpots());
    mottle = (0.35f + 0.65f * even) * (0.05f + 0.09f * skin.blotch());
    float[] darker = skin.colour(0.9f, 0.2f);
    for (int c = 0; c < 3; c++) {
      spot[c] = darker[c] / look.skin()[c];
    }
    browLow = atlas.landmark(26, 1) - 1.2f;
    browHigh = atlas.landmark(24, 1) + 1.5f;
    liner = look.makeup().liner();
    shutLeft = expression.strength("eyeBlink_L");
    shutRight = expression.strength("eyeBlink_R");
  }

  /** How far a grown beard stands off at a place, as a share of its length. */
  float beardAmount(float x, float y, float z) {
    if (look.beard() == 0 || z < 0) {
      return 0;
    }
    float lip = atlas.features().insideLips(Math.abs(x), y);
    float bare = z > 8 && lip > -0.1f ? FaceAtlas.smoothstep(0.05f, -0.1f, lip) : 1;
    float across = FaceZones.across(x, z);
    // Whiskers lie flatter towards the ears than on the chin.
    float length = 1 - 0.7f * FaceAtlas.smoothstep(4, 9, Math.abs(across));
    return bare * length * map.beard(across, y, here);
  }

  /** Paints a point of the face's skin. */
  void paint(float x, float y, float z, Surface surface) {
    float across = base(x, y, z, surface);
    float[] albedo = surface.albedo;
    float cover = here[4];
    if (z > FRONT) {
      fold(x, y, surface);
      spots.paint(x, y, albedo);
      float side = Math.abs(x);
      if (z > 6 && y > browLow && y < browHigh) {
        brows.paint(x, y, offsetU, albedo);
      }
      int near = atlas.features().near(side, y);
      if ((near & FeatureGrid.LID) != 0) {
        float lid = atlas.features().fromLid(side, y);
        unfold(lid, x > 0 ? shutLeft : shutRight, y, surface);
        rim(lid, y, side, surface);
      }
      float lip = -1;
      if ((near & FeatureGrid.LIPS) != 0) {
        lip = atlas.features().insideLips(side, y);
      }
      if (lip > -0.15f) {
        float fine = DetailTile.at(DetailTile.SHARED.pores, x * 20, y * 20);
        lips.paint(x, y, lip, fine, offsetU, surface);
        cover *= FaceAtlas.smoothstep(0.02f, -0.1f, lip);
      }
      nostrils(side, y, z, albedo);
    }
    if (z > 0) {
      beard.paint(across, y, offsetV, cover, surface);
    }
    if (y > -6 && (y > 2.5f || z < 4.2f)) { // hair grows nowhere else
      scalp(x, y, z, albedo);
    }
  }

  /** Paints a point of the neck or the back of the head. */
  void paintBack(float x, float y, float z, Surface surface) {
    base(x, y, z, surface);
    scalp(x, y, z, surface.albedo);
  }

  /** Plain skin with its blotches, pores, freckles; returns the column coordinate. */
  private float base(float x, float y, float z, Surface surface) {
    float across = FaceZones.across(x, z);
    map.read(across, y, here);
    float u = across * DetailTile.SCALE + offsetU;
    float v = (y - 0.4f * z) * DetailTile.SCALE + offsetV;
    DetailTile tile = DetailTile.SHARED;
    int grain = DetailTile.index((int) u + DetailTile.SIZE, (int) v + DetailTile.SIZE);
    float shade = 1 + mottle * tile.mottle[grain] + 0.04f * tile.pores[grain];
    float[] albedo = surface.albedo;
    for (int c = 0; c < 3; c++) {
      albedo[c] = here[c] * shade;
    }
    if (freckles > 0) {
      float height = DetailTile.at(tile.spots, u, v);
      float share = FaceAtlas.clamp(3.5f * (height - 1 + freckles * here[5])) * 0.8f;
      for (int c = 0; c < 3; c++) {
        albedo[c] *= 1 - share * (1 - spot[c]);
      }
    }
    if (bump > 0) {
      float tilt =
          bump * (tile.pores[grain] - tile.pores[DetailTile.index((int) u + 1, (int) v + 1)]);
      surface.normal[0] += tilt;
      surface.normal[1] += tilt;
    }
    surface.shine = shine * here[3] * (1 + 0.25f * tile.pores[grain]);
    surface.gloss = look.gloss();
    surface.scatter = 1;
    return across;
  }

  /** Tilts the normal by folds of the skin and darkens their depths. */
  private void fold(float x, float y, Surface surface) {
    if (!relief.read(x, y)) {
      return;
    }
    float height = relief.here[0];
    float tiltX = -relief.here[1];
    float tiltY = -relief.here[2];
    for (int c = 0; c < 3; c++) {
      surface.normal[c] += tiltX * toCamera[3 * c] + tiltY * toCamera[3 * c + 1];
    }
    if (height < 0) {
      float dark = Math.min(0.3f, -3 * height);
      surface.albedo[0] *= 1 - 0.7f * dark;
      surface.albedo[1] *= 1 - dark;
      surface.albedo[2] *= 1 - dark;
      surface.open *= 1 - dark;
    }
  }

  /** The fold over an open eye keeps light out; a lid drawn down over the ball lets it in. */
  private void unfold(float lid, float shut, float y, Surface surface) {
    if (shut > 0 && y > atlas.eyeCentre()[1] - 0.2f && surface.open < 0.85f) {
      float share = shut * FaceAtlas.smoothstep(1, 0.6f, lid);
      surface.open += share * (0.85f - surface.open);
    }
  }

  /** The edge of the lids: wet and pink within, roots of lashes and liner without. */
  private void rim(float lid, float y, float side, Surface surface) {
    float[] albedo = surface.albedo;
    float roots = FaceAtlas.smoothstep(0.16f, 0.05f, Math.abs(lid - 0.05f));
    boolean upper = y > atlas.eyeCentre()[1] - 0.25f * (1 - side / 6);
    float drawn = FaceAtlas.smoothstep(upper ? 0.2f : 0.13f, 0.04f, Math.abs(lid - 0.06f));
    float dark = Math.max(roots * (upper ? 0.35f : 0.15f), drawn * liner * (upper ? 0.9f : 0.55f));
    albedo[0] *= 1 - dark;
    albedo[1] *= 1 - dark;
    albedo[2] *= 1 - dark;
    surface.shine *= 1 - 0.5f * dark;
  }

  private void nostrils(float side, float y, float z, float[] albedo) {
    float dx = (side - 0.75f) * 2;
    float dy = (y - atlas.landmark(33, 1) - 0.22f) * 3;
    float away = dx * dx + dy * dy;
    if (away < 1.4f && z > 9.5f && z < 12.3f) {
      float dark = 0.75f * FaceAtlas.clamp(1.4f - away);
      albedo[0] *= 1 - 0.85f * dark;
      albedo[1] *= 1 - dark;
      albedo[2] *= 1 - dark;
    }
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
}
