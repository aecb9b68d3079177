package facedepth.synthesis;

/** A hand, a cup, a phone before the face: a few rounded strokes in one colour. */
final class Occluder {
  private final float[] strokes;
  private final float[] colour;
  private final Noise noise;

  Occluder(Dice dice, Appearance look) {
    boolean hand = dice.chance(0.5);
    colour = hand ? look.skin().clone() : Appearance.colour(dice);
    float light = dice.uniform(0.5f, 1.2f);
    for (int c = 0; c < 3; c++) {
      colour[c] *= light;
    }
    int count = hand ? 4 : 1 + dice.below(2);
    strokes = new float[5 * count];
    float angle = dice.uniform(0, 6.3f);
    float length = dice.uniform(0.15f, 0.4f);
    float radius = hand ? dice.uniform(0.03f, 0.055f) : dice.uniform(0.05f, 0.2f);
    // From outside the face towards it.
    float startX = dice.uniform(0.2f, 0.5f) * (float) Math.cos(angle);
    float startY = dice.uniform(0.2f, 0.5f) * (float) Math.sin(angle);
    for (int i = 0; i < count; i++) {
      float across = (i - (count - 1) / 2f) * radius * 1.9f;
      float reach = length * dice.uniform(0.75f, 1.15f);
      float inward = angle + (float) Math.PI + dice.normal(0, 0.08f);
      strokes[5 * i] = startX - across * (float) Math.sin(angle);
      strokes[5 * i + 1] = startY + across * (float) Math.cos(angle);
      strokes[5 * i + 2] = strokes[5 * i] + reach * (float) Math.cos(inward);
      strokes[5 * i + 3] = strokes[5 * i + 1] + reach * (float) Math.sin(inward);
      strokes[5 * i + 4] = radius;
    }
    noise = new Noise(dice.seed());
  }

  /** Paints over a pixel if the thing is there, and says whether it is. */
  boolean cover(float u, float v, int pixel, int area, float[] rgb) {
    float best = 0;
    for (int i = 0; i < strokes.length; i += 5) {
      float ex = strokes[i + 2] - strokes[i];
      float ey = strokes[i + 3] - strokes[i + 1];
      float t =
          FaceAtlas.clamp(
              ((u - strokes[i]) * ex + (v - strokes[i + 1]) * ey) / (ex * ex + ey * ey));
      float dx = u - strokes[i] - t * ex;
      float dy = v - strokes[i + 1] - t * ey;
      float inside = 1 - (dx * dx + dy * dy) / (strokes[i + 4] * strokes[i + 4]);
      best = Math.max(best, inside);
    }
    if (best <= 0) {
      return false;
    }
    float shade =
        (0.35f + 0.65f * (float) Math.sqrt(best)) * (1 + 0.1f * noise.at(u * 40, v * 40, 0));
    for (int c = 0; c < 3; c++) {
      rgb[c * area + pixel] = colour[c] * shade;
    }
    return true;
  }
}
