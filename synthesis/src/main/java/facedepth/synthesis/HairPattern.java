package facedepth.synthesis;

/** How the hair of one person looks: where its cap is cut out, and the colour of each strand. */
final class HairPattern {
  private static final int STRANDS = 1024;
  private static final int GRAIN = 128;
  private static final float[] TEXTURE = texture();

  private final float[] brightness = new float[STRANDS];
  private final float[] red = new float[STRANDS];
  private final float[] green = new float[STRANDS];
  private final float[] blue = new float[STRANDS];
  private final HairTint tint;
  private final float gloss;
  private final boolean sparse;
  private final float coarse;
  private final float edge;
  private final float ragged;
  private final float shine;
  private final float dyeFrom;
  private final float[] skin;
  private final float[] dye;

  HairPattern(Hairstyle style, Appearance look) {
    tint = style.tint();
    skin = look.skin();
    dye = tint.dye();
    gloss = 25 + 60 * tint.sheen();
    sparse = style.cut() == Hairstyle.Cut.BUZZ;
    boolean onEnd = style.comb() == Hairstyle.Comb.OUT;
    coarse = onEnd ? 4 : 9;
    edge = onEnd ? -0.2f : 0.15f;
    ragged = onEnd ? 0.3f : 0.75f;
    // Curls show their tips only.
    dyeFrom = onEnd ? -0.2f : tint.dyeFrom();
    shine = (onEnd ? 0.12f : 0.3f) * tint.sheen();
    java.util.SplittableRandom random = new java.util.SplittableRandom(style.grain());
    float slow = 0;
    for (int i = 0; i < STRANDS; i++) {
      slow += 0.45f * ((float) random.nextDouble() - 0.5f) - 0.12f * slow;
      float fine = (float) random.nextDouble() - 0.5f;
      boolean grey = random.nextDouble() < tint.grey();
      float b = Math.max(0.3f, 1 + tint.contrast() * (1.1f * slow + 0.7f * fine));
      float hue = tint.warmth() * 0.35f * ((float) random.nextDouble() - 0.5f);
      brightness[i] = b;
      red[i] = b * (grey ? 0.42f : look.hair()[0] * (1 + hue));
      green[i] = b * (grey ? 0.41f : look.hair()[1]);
      blue[i] = b * (grey ? 0.4f : look.hair()[2] * (1 - hue));
    }
  }

  /** Whether hair covers the place, in the coordinates that shell and ribbons carry. */
  boolean covers(float x, float y, float z) {
    if (z < HairShell.MARK / 2) {
      return true;
    }
    float margin = z - HairShell.MARK;
    return margin > 0.8f || margin > edge + ragged * grain(5 * x, 5 * y);
  }

  /** Paints the hair at a place. */
  void paint(float x, float y, float z, Surface surface) {
    surface.scatter = 0;
    surface.gloss = gloss;
    if (z > HairShell.MARK / 2) {
      paintShell(x, y, surface);
      return;
    }
    int whole = (int) x;
    float t = x - whole;
    int i = whole & STRANDS - 1;
    int j = i + 1 & STRANDS - 1;
    float along = y < 0.3f ? y / 0.3f : 1;
    float scale = (1 - tint.rootDark() * (1 - along)) * (0.55f + 0.45f * z);
    float r = red[i] + t * (red[j] - red[i]);
    float g = green[i] + t * (green[j] - green[i]);
    float b = blue[i] + t * (blue[j] - blue[i]);
    if (dye != null && y > dyeFrom) {
      float share = Math.min(1, (y - dyeFrom) * 6 + 0.2f);
      float bright = brightness[i];
      r += share * (dye[0] * bright - r);
      g += share * (dye[1] * bright - g);
      b += share * (dye[2] * bright - b);
    }
    surface.colour(r * scale, g * scale, b * scale);
    surface.open = 0.35f + 0.65f * z;
    surface.strands = 1;
    surface.shine = shine * brightness[i] * z * along;
  }

  private void paintShell(float x, float y, Surface surface) {
    float grain = grain(coarse * x, coarse * y);
    float broad = grain(1.7f * x, 1.7f * y);
    int i = (int) (500 + 400 * grain) & STRANDS - 1;
    float scale = sparse ? 0.95f : 0.62f + 0.2f * broad;
    surface.colour(red[i] * scale, green[i] * scale, blue[i] * scale);
    if (dye != null && dyeFrom < 0.3f) {
      surface.blend(dye, 0.8f);
    }
    if (sparse) {
      surface.blend(skin, Math.max(0, 0.2f + 0.35f * grain));
    }
    surface.open = 0.75f + 0.25f * broad;
    surface.strands = 0;
    surface.shine = 0.04f * tint.sheen();
    // Locks are rounded: the relief has no direction of its own.
    surface.normal[0] += 0.35f * grain;
    surface.normal[1] += 0.35f * broad;
  }

  /** Repeating value noise, about [-1, 1]; one feature about every 4 units. */
  private static float grain(float x, float y) {
    int ix = (int) Math.floor(x) & GRAIN - 1;
    int iy = (int) Math.floor(y) & GRAIN - 1;
    return TEXTURE[iy * GRAIN + ix];
  }

  private static float[] texture() {
    Noise noise = new Noise(17);
    float[] texture = new float[GRAIN * GRAIN];
    for (int i = 0; i < texture.length; i++) {
      texture[i] = noise.octaves(i % GRAIN * 0.3f, (i / GRAIN) * 0.3f, 0, 3) * 1.4f;
    }
    return texture;
  }
}
