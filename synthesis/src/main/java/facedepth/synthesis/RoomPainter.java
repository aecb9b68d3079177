package facedepth.synthesis;

/** The inside of rooms: walls that meet, windows, doors, pictures, furniture. */
final class RoomPainter {
  private RoomPainter() {}

  static void room(Backdrop backdrop, Dice detail, Canvas canvas) {
    float[][] colours = backdrop.colours();
    walls(backdrop, detail, canvas);
    float metre = 1 / Math.max(0.5f, backdrop.span());
    int things = 1 + detail.below(4);
    for (int i = 0; i < things; i++) {
      float x = detail.uniform(-0.55f, 0.55f);
      float y = detail.uniform(-0.5f, 0.1f);
      switch (detail.below(6)) {
        case 0 -> framed(canvas, x, y, metre * detail.uniform(0.2f, 0.6f), detail, colours);
        case 1 -> pane(canvas, x, -0.2f, metre * detail.uniform(0.4f, 0.7f), detail);
        case 2 -> door(canvas, x, metre, detail, colours[2]);
        case 3 -> lamp(canvas, x, y, metre * detail.uniform(0.1f, 0.2f), detail);
        default -> furniture(canvas, x, metre, detail, colours[1 + detail.below(3)]);
      }
    }
    canvas.mottle(new Noise(detail.seed()), 2, 2, 2, 0.15f);
    canvas.fallOff(
        detail.uniform(-0.5f, 0.5f), detail.uniform(-0.5f, 0.3f), detail.uniform(0.5f, 1));
  }

  /** A large window behind the person, brighter than the room. */
  static void window(Backdrop backdrop, Dice detail, Canvas canvas) {
    walls(backdrop, detail, canvas);
    float half = detail.uniform(0.15f, 0.5f);
    pane(canvas, detail.uniform(-0.35f, 0.35f), detail.uniform(-0.3f, 0), half, detail);
    if (detail.chance(0.5)) {
      float side = detail.chance(0.5) ? -1 : 1;
      canvas.rectangle(
          side < 0 ? -1 : 0.5f - half * 0.4f,
          -1,
          side < 0 ? -0.5f + half * 0.4f : 1,
          1,
          backdrop.colours()[1]);
    }
    canvas.mottle(new Noise(detail.seed()), 2, 2, 1, 0.15f);
  }

  private static void walls(Backdrop backdrop, Dice detail, Canvas canvas) {
    float[] wall = backdrop.colours()[0];
    canvas.fill(wall);
    if (detail.chance(0.55)) {
      float corner = detail.uniform(-0.6f, 0.6f);
      float[] shaded = scaled(wall, detail.chance(0.5) ? 0.7f : 1.25f);
      canvas.rectangle(corner, -1, 1, 1, shaded);
    }
    if (backdrop.span() > 1.2f && detail.chance(0.5)) {
      float ceiling = detail.uniform(-0.5f, -0.2f);
      canvas.rectangle(-1, -1, 1, ceiling, new float[] {0.75f, 0.74f, 0.72f});
    }
    if (detail.chance(0.3)) {
      canvas.rectangle(-1, detail.uniform(0.1f, 0.4f), 1, 1, backdrop.colours()[3]);
    }
  }

  private static void framed(
      Canvas canvas, float x, float y, float half, Dice detail, float[][] colours) {
    float high = half * detail.uniform(0.6f, 1.5f);
    float border = 0.12f * half;
    canvas.rectangle(x - half, y - high, x + half, y + high, scaled(colours[3], 0.3f));
    canvas.rectangle(
        x - half + border, y - high + border, x + half - border, y + high - border, colours[1]);
    canvas.ellipse(x, y + 0.2f * high, 0.5f * half, 0.5f * high, 0.3f, colours[2], 0.8f);
  }

  private static void pane(Canvas canvas, float x, float y, float half, Dice detail) {
    float level = detail.logUniform(1.2f, 4);
    float[] sky = {0.85f * level, 0.95f * level, 1.05f * level};
    float[] ground = {0.45f * level, 0.55f * level, 0.4f * level};
    float high = half * detail.uniform(0.8f, 1.6f);
    canvas.rectangle(x - half, y - high, x + half, y + high, sky);
    canvas.rectangle(x - half, y + 0.3f * high, x + half, y + high, ground);
    float bar = Math.max(0.008f, 0.05f * half);
    float[] frame = {0.6f, 0.6f, 0.58f};
    canvas.rectangle(x - bar, y - high, x + bar, y + high, frame);
    canvas.rectangle(x - half, y - bar, x + half, y + bar, frame);
    canvas.rectangle(x - half - bar, y - high, x - half, y + high, frame);
    canvas.rectangle(x + half, y - high, x + half + bar, y + high, frame);
    canvas.rectangle(x - half - bar, y - high - bar, x + half + bar, y - high, frame);
    canvas.rectangle(x - half - bar, y + high, x + half + bar, y + high + bar, frame);
  }

  private static void door(Canvas canvas, float x, float metre, Dice detail, float[] colour) {
    float half = 0.45f * metre;
    float top = detail.uniform(-0.55f, -0.2f);
    float rim = 0.07f * metre;
    canvas.rectangle(x - half - rim, top - rim, x + half + rim, 1, scaled(colour, 0.6f));
    canvas.rectangle(
        x - half, top, x + half, 1, detail.chance(0.3) ? scaled(colour, 0.1f) : colour);
  }

  private static void lamp(Canvas canvas, float x, float y, float half, Dice detail) {
    float level = detail.logUniform(1.5f, 5);
    float[] glow = {level, 0.8f * level, 0.5f * level};
    canvas.glow(x, y, 3.5f * half, new float[] {0.3f, 0.22f, 0.12f}, 1.2f);
    canvas.rectangle(x - half, y - 0.7f * half, x + half, y + 0.7f * half, glow);
  }

  private static void furniture(Canvas canvas, float x, float metre, Dice detail, float[] colour) {
    float half = metre * detail.uniform(0.2f, 0.8f);
    float top = detail.uniform(-0.15f, 0.4f);
    canvas.rectangle(x - half, top, x + half, 1, scaled(colour, 0.7f));
    canvas.rectangle(x - half, top, x + half, top + 0.05f * metre, colour);
    int parts = 1 + detail.below(4);
    for (int i = 1; i < parts; i++) {
      float seam = x - half + 2 * half * i / parts;
      canvas.rectangle(seam, top, seam + 0.015f * metre, 1, scaled(colour, 0.3f));
    }
    if (detail.chance(0.6)) {
      // Something stands on it.
      float thing = x + detail.uniform(-0.7f, 0.7f) * half;
      float high = metre * detail.uniform(0.08f, 0.35f);
      float wide = metre * detail.uniform(0.04f, 0.12f);
      float[] other = Appearance.colour(detail);
      canvas.rectangle(thing - wide, top - high, thing + wide, top, other);
    }
  }

  static float[] scaled(float[] colour, float factor) {
    return new float[] {factor * colour[0], factor * colour[1], factor * colour[2]};
  }
}
