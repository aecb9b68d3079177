package facedepth.synthesis;

/** Paints what stands before the face. */
final class ObstaclePainter {
  private final float[] strokes;
  private final float[] colour;
  private final float light;
  private final Noise noise;

  ObstaclePainter(Obstacle obstacle, Appearance look) {
    strokes = obstacle.strokes();
    colour = obstacle.skin() ? look.skin() : obstacle.colour();
    light = obstacle.light();
    noise = new Noise(obstacle.grain());
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
        light
            * (0.35f + 0.65f * (float) Math.sqrt(best))
            * (1 + 0.1f * noise.at(u * 40, v * 40, 0));
    for (int c = 0; c < 3; c++) {
      rgb[c * area + pixel] = colour[c] * shade;
    }
    return true;
  }
}
