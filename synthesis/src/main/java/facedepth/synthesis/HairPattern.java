package facedepth.synthesis;

/** Where a hairstyle's shell and curtain are hair and where one sees through them. */
final class HairPattern {
  private final Hairstyle style;
  private final Appearance look;
  private final Noise noise;

  HairPattern(Hairstyle style, Appearance look) {
    this.style = style;
    this.look = look;
    noise = new Noise(style.grain() + 2);
  }

  /** Whether hair covers the place, in the coordinates that {@link HairBuilder} gave it. */
  boolean covers(float x, float y, float z) {
    if (z >= 99) {
      float down = z - 100;
      float tip = 0.2f * noise.at(x * 1.6f, 0, 4) + 0.1f * noise.at(x * 6, 0, 5);
      if (down > 0.85f + tip) {
        return false;
      }
      float edge = 12 * ((float) Math.PI - style.opening()) - 0.4f;
      return Math.abs(x) < edge + style.ragged() * noise.at(x > 0 ? 3 : 9, y * 0.4f, 6);
    }
    float above = FaceAtlas.aboveHairline(x, y, z) - style.recede();
    float strands =
        style.ragged() * (noise.at(x * 2.2f, y * 0.5f, z) + 0.5f * noise.at(x * 7, y, z * 5));
    float hang = 0;
    if (style.fringe() > 0 && z > 3) {
      float fromParting = Math.abs(x - style.parting() * 7);
      float open = FaceAtlas.smoothstep(0, 2.5f, fromParting);
      hang = style.fringe() * (0.25f + 0.75f * open) * (1 + 0.25f * noise.at(x * 0.9f, 2, 3));
    }
    return above + hang > strands;
  }

  /** Paints the strand at a place. */
  void paint(float x, float y, float z, Surface surface) {
    float strand = strand(x, y, z);
    surface.colour(look.hair(), strand);
    surface.shine = 0.35f * strand * strand * look.oil();
    surface.gloss = look.gloss();
    surface.scatter = 0;
  }

  /** Brightness of the strand at a place, about 1. */
  private float strand(float x, float y, float z) {
    boolean hanging = z >= 99;
    float across = hanging ? x * 3.5f : x * 5;
    float along = hanging ? y * 0.25f : y * 0.8f;
    float depth = hanging ? 0 : z * 2.2f;
    float value =
        noise.at(across, along, depth) + 0.6f * noise.at(across * 2.7f, along, depth * 2.7f);
    return 1 + style.strand() * 0.7f * value;
  }
}
