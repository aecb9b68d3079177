package facedepth.synthesis;

/**
 * Something between camera and face: a hand, a cup, a phone, as rounded strokes.
 *
 * @param skin whether it is the person's own hand
 * @param colour if it is not, linear RGB
 * @param light how brightly it is lit
 * @param strokes five numbers each, in crop widths: from x and y, to x and y, radius
 * @param grain seed of its surface
 */
record Obstacle(boolean skin, float[] colour, float light, float[] strokes, long grain) {
  private static final double SHARE = 0.1;

  /** Null for most samples. */
  static Obstacle draw(Dice dice) {
    if (!dice.chance(SHARE)) {
      return null;
    }
    boolean hand = dice.chance(0.5);
    int count = hand ? 4 : 1 + dice.below(2);
    float[] strokes = new float[5 * count];
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
    return new Obstacle(
        hand, Appearance.colour(dice), dice.uniform(0.5f, 1.2f), strokes, dice.seed());
  }
}
