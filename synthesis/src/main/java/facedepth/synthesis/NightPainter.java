package facedepth.synthesis;

/** Darkness with lights in it. */
final class NightPainter {
  private NightPainter() {}

  /** Lamps far out of focus. */
  static void bokeh(Backdrop backdrop, Dice detail, Canvas canvas) {
    darkness(backdrop, detail, canvas);
    float radius = detail.logUniform(0.012f, 0.09f);
    float warm = detail.uniform(0, 1);
    int count = 8 + detail.below(40);
    for (int i = 0; i < count; i++) {
      float level = detail.logUniform(0.2f, 5);
      float[] lamp =
          detail.chance(0.2)
              ? LightColour.ofHue(detail.uniform(0, 1), 0.8f)
              : LightColour.ofTemperature(2200 + 3500 * warm * detail.uniform(0.3f, 1), 4800);
      float v = detail.normal(-0.1f, 0.25f);
      float size = radius * detail.uniform(0.7f, 1.2f);
      canvas.glow(detail.uniform(-0.55f, 0.55f), v, size, RoomPainter.scaled(lamp, level), 0.15f);
    }
  }

  static void darkness(Backdrop backdrop, Dice detail, Canvas canvas) {
    float level = detail.logUniform(0.03f, 0.4f);
    canvas.fill(RoomPainter.scaled(backdrop.colours()[0], level));
    canvas.mottle(new Noise(detail.seed()), 3, 3, 3, 0.8f);
  }

  /** Houses at night, some of their windows lit. */
  static void city(Backdrop backdrop, Dice detail, Canvas canvas) {
    canvas.grade(-1, 1, new float[] {0.01f, 0.012f, 0.03f}, new float[] {0.06f, 0.04f, 0.03f});
    int houses = 3 + detail.below(5);
    for (int i = 0; i < houses; i++) {
      float left = detail.uniform(-0.6f, 0.4f);
      float right = left + detail.uniform(0.1f, 0.35f);
      float top = detail.uniform(-0.5f, 0.2f);
      float level = detail.uniform(0.005f, 0.04f);
      canvas.rectangle(left, top, right, 1, new float[] {level, level, 1.2f * level});
      float pane = detail.uniform(0.012f, 0.03f);
      for (float y = top + pane; y < 0.5f; y += 2.2f * pane) {
        for (float x = left + 0.5f * pane; x < right - pane; x += 1.8f * pane) {
          if (detail.chance(0.35)) {
            float light = detail.logUniform(0.2f, 3);
            float[] lamp = {light, 0.8f * light, 0.5f * light};
            canvas.rectangle(x, y, x + pane, y + 1.3f * pane, lamp);
          }
        }
      }
    }
  }
}
