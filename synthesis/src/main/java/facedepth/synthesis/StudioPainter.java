package facedepth.synthesis;

/** What photographers hang up, and shapes of no meaning that a mask must not depend on. */
final class StudioPainter {
  private StudioPainter() {}

  /** A roll of paper, often with a pool of light behind the person. */
  static void paper(Backdrop backdrop, Dice detail, Canvas canvas) {
    canvas.fill(backdrop.colours()[0]);
    if (detail.chance(0.7)) {
      float far = detail.logUniform(0.25f, 0.95f);
      canvas.fallOff(detail.normal(0, 0.2f), detail.normal(0, 0.2f), far);
    }
  }

  /** Cloth painted with clouds. */
  static void muslin(Backdrop backdrop, Dice detail, Canvas canvas) {
    canvas.fill(backdrop.colours()[0]);
    canvas.mottle(new Noise(detail.seed()), 2.5f, 2.5f, 4, detail.uniform(0.4f, 1));
    canvas.fallOff(0, detail.uniform(-0.2f, 0.2f), detail.uniform(0.4f, 0.9f));
  }

  static void shapes(Backdrop backdrop, Dice detail, Canvas canvas) {
    float[][] colours = backdrop.colours();
    canvas.grade(-1, 1, colours[0], colours[1]);
    int count = 3 + detail.below(12);
    for (int i = 0; i < count; i++) {
      float u = detail.uniform(-0.6f, 0.6f);
      float v = detail.uniform(-0.6f, 0.6f);
      float wide = detail.logUniform(0.02f, 0.4f);
      float high = detail.logUniform(0.02f, 0.4f);
      float[] colour = colours[detail.below(4)];
      if (detail.chance(0.5)) {
        canvas.rectangle(u - wide, v - high, u + wide, v + high, colour);
      } else {
        canvas.ellipse(u, v, wide, high, detail.uniform(0.02f, 0.5f), colour, 0.9f);
      }
    }
    canvas.mottle(new Noise(detail.seed()), 5, 5, 2, 0.25f);
  }
}
