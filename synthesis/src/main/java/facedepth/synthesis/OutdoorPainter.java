package facedepth.synthesis;

/** Sky, trees, grass, streets and water. */
final class OutdoorPainter {
  private OutdoorPainter() {}

  static void sky(Backdrop backdrop, Dice detail, Canvas canvas) {
    paintSky(detail, canvas, 0.5f);
  }

  static void landscape(Backdrop backdrop, Dice detail, Canvas canvas) {
    float horizon = Math.max(-0.35f, Math.min(0.45f, backdrop.horizon()));
    paintSky(detail, canvas, horizon);
    Noise noise = new Noise(detail.seed());
    if (detail.chance(0.5)) {
      float haze = detail.uniform(0.15f, 0.4f);
      ridge(canvas, noise, horizon - 0.02f, 0.08f, 2, new float[] {haze, 1.1f * haze, 1.3f * haze});
    }
    float[] far = {0.08f, 0.105f, 0.06f};
    ridge(canvas, noise, horizon + 0.02f, detail.uniform(0.03f, 0.25f), detail.uniform(4, 9), far);
    float[] grass =
        detail.chance(0.7) ? new float[] {0.16f, 0.21f, 0.08f} : new float[] {0.35f, 0.28f, 0.18f};
    canvas.grade(horizon + 0.02f, 1, grass, RoomPainter.scaled(grass, 0.8f));
    int trees = detail.below(5);
    for (int i = 0; i < trees; i++) {
      tree(canvas, detail, horizon);
    }
    leaves(canvas, noise, -0.5f, 18, 0.45f);
  }

  static void foliage(Backdrop backdrop, Dice detail, Canvas canvas) {
    Noise noise = new Noise(detail.seed());
    float leaf = Math.max(3, 14 / (float) Math.sqrt(backdrop.span()));
    float green = detail.uniform(0.07f, 0.2f);
    float red = green * detail.uniform(0.5f, 1.05f);
    float gaps = detail.uniform(0.1f, 0.6f);
    int size = canvas.size;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        float u = canvas.u(x);
        float v = canvas.u(y);
        float mass = noise.octaves(u * 3, v * 3, 0, 2);
        float detailNoise = noise.octaves(u * leaf, v * leaf, 4, 2);
        float shade = Math.max(0.08f, 0.8f + 0.9f * mass + 0.8f * detailNoise);
        boolean sky = detailNoise + 0.8f * mass > 1.1f - gaps + v;
        canvas.planes[0][y * size + x] = sky ? 0.8f : red * shade;
        canvas.planes[1][y * size + x] = sky ? 0.84f : green * shade;
        canvas.planes[2][y * size + x] = sky ? 0.88f : 0.5f * green * shade;
      }
    }
  }

  static void street(Backdrop backdrop, Dice detail, Canvas canvas) {
    float horizon = Math.max(-0.1f, Math.min(0.4f, backdrop.horizon()));
    paintSky(detail, canvas, horizon);
    float middle = detail.uniform(-0.3f, 0.3f);
    for (int side = -1; side <= 1; side += 2) {
      float edge = detail.uniform(0.05f, 0.25f);
      int houses = 2 + detail.below(3);
      for (int i = houses - 1; i >= 0; i--) {
        float near = middle + side * (edge + 0.22f * (houses - i));
        float far = middle + side * (edge + 0.22f * (houses - i - 1));
        float top = horizon - detail.uniform(0.15f, 0.35f) * (houses - i + 0.6f);
        float[] wall = RoomPainter.scaled(backdrop.colours()[detail.below(4)], side < 0 ? 0.6f : 1);
        house(canvas, Math.min(near, far), Math.max(near, far), top, horizon, wall, detail);
      }
    }
    float grey = detail.uniform(0.1f, 0.35f);
    float[] road = {grey, grey, 0.95f * grey};
    canvas.grade(horizon, 1, road, RoomPainter.scaled(road, 0.8f));
    for (int i = detail.below(4); i > 0; i--) {
      car(canvas, detail, horizon);
    }
    for (int i = detail.below(3); i > 0; i--) {
      tree(canvas, detail, horizon);
    }
    canvas.mottle(new Noise(detail.seed()), 14, 14, 2, 0.2f);
  }

  static void beach(Backdrop backdrop, Dice detail, Canvas canvas) {
    float horizon = Math.max(-0.3f, Math.min(0.4f, backdrop.horizon()));
    paintSky(detail, canvas, horizon);
    float[] sea = {0.06f, 0.2f, 0.28f};
    float shore = horizon + detail.uniform(0.05f, 0.4f);
    canvas.grade(horizon, shore, sea, new float[] {0.2f, 0.38f, 0.42f});
    float[] sand = {0.55f, 0.45f, 0.32f};
    canvas.grade(shore, 1, sand, RoomPainter.scaled(sand, 0.85f));
    canvas.mottle(new Noise(detail.seed()), 4, 40, 2, 0.12f);
  }

  private static void paintSky(Dice detail, Canvas canvas, float horizon) {
    float blue = detail.uniform(0, 1);
    float level = detail.uniform(0.8f, 1.4f);
    float[] zenith = {
      level * (0.75f - 0.5f * blue), level * (0.8f - 0.35f * blue), level * (0.85f + 0.05f * blue)
    };
    float[] low = {level * 0.9f, level * 0.93f, level * 0.95f};
    canvas.grade(-1, horizon, zenith, low);
    float cloudy = detail.uniform(-0.2f, 0.6f);
    if (cloudy > 0) {
      Noise noise = new Noise(detail.seed());
      float[] cloud = {level, level, level};
      int bottom = canvas.pixel(horizon);
      for (int y = 0; y < bottom; y++) {
        for (int x = 0; x < canvas.size; x++) {
          float thick = noise.octaves(2 * canvas.u(x), 4 * canvas.u(y), 0, 3) + cloudy - 0.3f;
          if (thick > 0) {
            canvas.blend(y * canvas.size + x, cloud, Math.min(1, 2.5f * thick));
          }
        }
      }
    }
  }

  /** Hills or the tops of trees before the sky. */
  private static void ridge(
      Canvas canvas, Noise noise, float base, float height, float scale, float[] colour) {
    for (int x = 0; x < canvas.size; x++) {
      float u = canvas.u(x);
      float top = base - height * (0.6f + 0.8f * noise.octaves(u * scale, base * 9, 2, 3));
      int bottom = canvas.pixel(base + 0.01f);
      for (int y = canvas.pixel(top); y < bottom; y++) {
        canvas.blend(y * canvas.size + x, colour, 1);
      }
    }
  }

  private static void tree(Canvas canvas, Dice detail, float horizon) {
    float x = detail.uniform(-0.55f, 0.55f);
    float crown = detail.uniform(0.06f, 0.25f);
    float y = horizon - crown * detail.uniform(0.8f, 1.8f);
    float[] bark = {0.08f, 0.06f, 0.04f};
    canvas.rectangle(x - 0.1f * crown, y, x + 0.1f * crown, horizon + 0.25f * crown, bark);
    float green = detail.uniform(0.08f, 0.22f);
    for (int i = 0; i < 7; i++) {
      float shade = green * detail.uniform(0.6f, 1.4f);
      float[] leaf = {0.75f * shade, shade, 0.45f * shade};
      float dx = crown * detail.uniform(-0.6f, 0.6f);
      float dy = crown * detail.uniform(-0.6f, 0.6f);
      float part = crown * detail.uniform(0.4f, 0.7f);
      canvas.ellipse(x + dx, y + dy, part, part, 0.2f, leaf, 0.9f);
    }
  }

  private static void car(Canvas canvas, Dice detail, float horizon) {
    float x = detail.uniform(-0.5f, 0.5f);
    float half = detail.uniform(0.05f, 0.16f);
    float y = horizon + 0.4f * half;
    float[] paint = Appearance.colour(detail);
    float[] dark = {0.02f, 0.02f, 0.025f};
    canvas.ellipse(x, y - 0.4f * half, 0.6f * half, 0.4f * half, 0.1f, dark, 1);
    canvas.ellipse(x, y, half, 0.35f * half, 0.1f, paint, 1);
    canvas.rectangle(x - half, y + 0.25f * half, x + half, y + 0.4f * half, dark);
  }

  private static void house(
      Canvas canvas, float left, float right, float top, float bottom, float[] wall, Dice detail) {
    canvas.rectangle(left, top, right, bottom, wall);
    float storey = detail.uniform(0.06f, 0.1f);
    float pane = detail.uniform(0.025f, 0.05f);
    float[] glass = {0.06f, 0.08f, 0.11f};
    for (float y = top + 0.4f * storey; y < bottom - 0.6f * storey; y += storey) {
      for (float x = left + 0.6f * pane; x < right - pane; x += 1.9f * pane) {
        canvas.rectangle(x, y, x + pane, y + 0.6f * storey, glass);
      }
    }
  }

  private static void leaves(Canvas canvas, Noise noise, float top, float scale, float strength) {
    for (int y = canvas.pixel(top); y < canvas.size; y++) {
      for (int x = 0; x < canvas.size; x++) {
        int at = y * canvas.size + x;
        // Blue is sky or haze, which has no leaves.
        if (canvas.planes[2][at] < canvas.planes[1][at]) {
          float factor =
              1 + strength * noise.octaves(canvas.u(x) * scale, canvas.u(y) * scale * 1.3f, 0, 2);
          for (int c = 0; c < 3; c++) {
            canvas.planes[c][at] *= factor;
          }
        }
      }
    }
  }
}
