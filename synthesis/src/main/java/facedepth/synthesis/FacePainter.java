package facedepth.synthesis;

/** The surface of each part of a person's head before light, by place on the neutral head. */
final class FacePainter {
  private final Appearance look;
  private final SkinPainter skin;
  private final EyePainter eyes;
  private final LashPainter lashes;

  /**
   * A painter of one person.
   *
   * @param toCamera rotation from the head's axes to the camera's, row by row
   */
  FacePainter(
      FaceAtlas atlas,
      Appearance look,
      Hairstyle hairstyle,
      Expression expression,
      float[] toCamera) {
    this.look = look;
    skin = new SkinPainter(atlas, look, hairstyle, expression, toCamera);
    eyes = new EyePainter(atlas, look.eyes(), look.grain() & 255);
    lashes = new LashPainter(atlas, look);
  }

  /** How far a grown beard stands off the skin, as a share of its length. */
  float beardAmount(float x, float y, float z) {
    return skin.beardAmount(x, y, z);
  }

  /** Puts lashes before a colour, linear RGB in place. */
  void lashes(float x, float y, float z, float[] rgb) {
    float cover = lashes.cover(x, y, z);
    for (int c = 0; c < 3; c++) {
      rgb[c] *= 1 - cover;
    }
  }

  /** Paints one point of the head at a place of the neutral head. */
  void paint(Material material, float x, float y, float z, Surface surface) {
    surface.scatter = 0;
    surface.shine = 0.05f;
    surface.gloss = 20;
    switch (material) {
      case SKIN -> skin.paint(x, y, z, surface);
      case BACK -> skin.paintBack(x, y, z, surface);
      case EYE -> eyes.paint(x, y, z, surface);
      case MOUTH -> {
        if (y > 1) { // the sockets of the eyes: flesh at the lids' inner edges
          surface.colour(0.4f, 0.17f, 0.14f);
        } else {
          surface.colour(0.14f, 0.035f, 0.03f);
          surface.open = 0.05f + 0.4f * FaceAtlas.smoothstep(4, 10.5f, z);
        }
      }
      case GUMS -> {
        float depth = FaceAtlas.smoothstep(3, 10, z);
        surface.colour(0.3f, 0.09f, 0.085f);
        surface.shine = 0.15f;
        surface.gloss = 50;
        surface.open = 0.06f + 0.35f * depth;
      }
      case TEETH -> {
        // Darker to the back and sides, where lips and cheeks shade them.
        float front = FaceAtlas.smoothstep(5, 10.3f, z);
        surface.colour(look.teeth(), 0.2f + 0.55f * front);
        surface.shine = 0.16f * front;
        surface.gloss = 60;
        surface.open = 0.08f + 0.5f * front;
      }
      case LASHES -> surface.colour(lashes.colour(), 1);
      default -> throw new IllegalArgumentException(material + " is not part of the head");
    }
  }
}
