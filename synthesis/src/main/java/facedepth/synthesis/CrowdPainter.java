package facedepth.synthesis;

/** Other people, too far out of focus to have faces. */
final class CrowdPainter {
  private CrowdPainter() {}

  static void crowd(Backdrop backdrop, Dice detail, Canvas canvas) {
    float[][] colours = backdrop.colours();
    canvas.grade(-1, 1, colours[0], RoomPainter.scaled(colours[1], 0.6f));
    canvas.mottle(new Noise(detail.seed()), 5, 5, 2, 0.5f);
    int rows = 1 + detail.below(3);
    for (int row = 0; row < rows; row++) {
      float head = detail.uniform(0.025f, 0.05f) * (1 + row);
      float v = -0.2f + 0.15f * row + detail.normal(0, 0.08f);
      int people = 2 + (int) (0.4f / head * detail.uniform(0.3f, 1));
      for (int i = 0; i < people; i++) {
        person(canvas, detail, detail.uniform(-0.6f, 0.6f), v + detail.normal(0, head), head);
      }
    }
  }

  private static void person(Canvas canvas, Dice detail, float u, float v, float head) {
    float[] cloth = Appearance.colour(detail);
    float[] skin = Appearance.anySkin(detail);
    float[] hair = {0.03f, 0.022f, 0.016f};
    float shade = detail.uniform(0.5f, 1);
    canvas.ellipse(
        u, v + 4.2f * head, 2.2f * head, 3 * head, 0.1f, RoomPainter.scaled(cloth, shade), 1);
    canvas.ellipse(u, v - 0.25f * head, 0.95f * head, 1.2f * head, 0.1f, hair, 1);
    canvas.ellipse(
        u, v + 0.1f * head, 0.75f * head, 1.1f * head, 0.15f, RoomPainter.scaled(skin, shade), 1);
  }
}
