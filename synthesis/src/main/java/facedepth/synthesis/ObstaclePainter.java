package facedepth.synthesis;

/** Paints what stands before a face. */
final class ObstaclePainter {
  private final Obstacle obstacle;
  private final float[] skin;
  private final Fabric sleeve;
  private final Noise noise;

  ObstaclePainter(Obstacle obstacle, Appearance look, Outfit outfit) {
    this.obstacle = obstacle;
    skin = look.skin();
    sleeve = outfit.fabric();
    noise = new Noise(obstacle.grain());
  }

  /** Paints a place of a hand in the coordinates of {@link Tube}. */
  void hand(float along, float turn, float mark, Surface surface) {
    surface.gloss = 15;
    if (mark > Hand.SLEEVE - 0.5f) {
      surface.colour(sleeve.colour(), 1 + sleeve.weave() * noise.at(20 * along, 4 * turn, 1));
      surface.scatter = 0;
      surface.shine = sleeve.sheen();
      return;
    }
    float shade = 1 + 0.07f * noise.at(9 * along, 2 * turn, 3 * mark);
    surface.colour(skin, shade);
    surface.scatter = 1;
    surface.shine = 0.06f;
    boolean outside = turn > 2 && turn < 4.3f; // the back of the hand
    if (mark > Hand.FINGER - 0.5f) {
      float joint = Math.min(Math.abs(along - 0.36f), Math.abs(along - 0.7f));
      surface.darken(0.22f * Math.max(0, 1 - joint * 18));
      surface.albedo[1] *= 0.97f - 0.07f * along;
      surface.albedo[2] *= 0.97f - 0.07f * along;
      if (outside && along > 0.86f) {
        surface.colour(skin, 1.15f);
        surface.albedo[0] = Math.min(0.9f, surface.albedo[0] * 1.05f);
        surface.shine = 0.3f;
        surface.gloss = 40;
      }
    } else if (!outside) {
      // Palms are paler and redder.
      surface.albedo[0] = 0.75f * surface.albedo[0] + 0.12f;
      surface.albedo[1] = 0.75f * surface.albedo[1] + 0.06f;
      surface.albedo[2] = 0.75f * surface.albedo[2] + 0.05f;
    }
  }

  /** Paints a place of a thing. */
  void thing(float x, float y, float mark, Surface surface) {
    surface.scatter = 0;
    surface.shine = obstacle.shine();
    surface.gloss = 40;
    int part = Math.round(mark);
    surface.colour(obstacle.colour(), 1 + 0.08f * noise.at(6 * x, 6 * y, 0));
    switch (part) {
      case 1 -> {
        surface.shine = 0.01f;
        surface.colour(obstacle.colour(), 1 + 0.05f * noise.at(25 * x, 20 * y, 0));
        boolean hem = y < 0.07f || y > 0.93f || Math.abs(x) > 0.94f;
        surface.darken(hem ? 0.15f : 0);
      }
      case 2 -> surface.colour(0.7f, 0.7f, 0.7f);
      case 3 -> surface.colour(0.02f, 0.02f, 0.025f);
      case 4 -> {
        float wire = (Math.floorMod((int) (40 * x), 2) + Math.floorMod((int) (9 * y), 2)) * 0.5f;
        surface.colour(obstacle.colour(), 0.6f + 0.8f * wire);
        surface.shine = 0.3f;
      }
      default -> {
        boolean camera = obstacle.kind() == Obstacle.Kind.PHONE && x < -0.25f && y > 0.62f;
        if (camera) {
          surface.colour(0.01f, 0.01f, 0.012f);
          surface.shine = 0.6f;
        } else if (obstacle.kind() == Obstacle.Kind.CUP && x > 0.3f && x < 0.6f) {
          surface.colour(obstacle.second(), 1);
        }
      }
    }
  }
}
