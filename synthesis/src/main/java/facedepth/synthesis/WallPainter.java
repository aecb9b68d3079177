package facedepth.synthesis;

/** Walls, flat or slanted, with what covers them; sizes in metres. */
final class WallPainter {
  private WallPainter() {}

  static void plain(Backdrop backdrop, Dice detail, Canvas canvas) {
    canvas.fill(backdrop.colours()[0]);
    canvas.mottle(new Noise(detail.seed()), 1.5f, 1.5f, 2, 0.12f);
    canvas.fallOff(
        detail.uniform(-0.6f, 0.6f), detail.uniform(-0.6f, 0.3f), detail.uniform(0.6f, 1));
  }

  static void brick(Backdrop backdrop, Dice detail, Canvas canvas) {
    float[] brick =
        detail.chance(0.6)
            ? new float[] {detail.uniform(0.15f, 0.4f), 0.1f, 0.06f}
            : backdrop.colours()[0];
    float[] mortar = {0.4f, 0.37f, 0.33f};
    Noise noise = new Noise(detail.seed());
    canvas.wall(
        backdrop.span(),
        backdrop.slant(),
        (x, y, rgb) -> {
          float row = (float) Math.floor(y / 0.075f);
          float along = x / 0.225f + (((int) row & 1) == 0 ? 0.5f : 0);
          float column = (float) Math.floor(along);
          boolean joint = y / 0.075f - row < 0.14f || along - column < 0.05f;
          float shade = 1 + 0.35f * noise.at(column * 7.3f, row * 5.1f, 0);
          for (int c = 0; c < 3; c++) {
            rgb[c] = joint ? mortar[c] : brick[c] * shade;
          }
        });
    canvas.mottle(noise, 6, 6, 2, 0.15f);
  }

  static void tiles(Backdrop backdrop, Dice detail, Canvas canvas) {
    float side = detail.logUniform(0.06f, 0.4f);
    float joint = detail.uniform(0.02f, 0.06f);
    float[][] colours = backdrop.colours();
    boolean chequered = detail.chance(0.2);
    canvas.wall(
        backdrop.span(),
        backdrop.slant(),
        (x, y, rgb) -> {
          float column = (float) Math.floor(x / side);
          float row = (float) Math.floor(y / side);
          boolean odd = chequered && (((int) column + (int) row) & 1) != 0;
          boolean gap = x / side - column < joint || y / side - row < joint;
          for (int c = 0; c < 3; c++) {
            rgb[c] = gap ? 0.5f * colours[0][c] + 0.1f : colours[odd ? 1 : 0][c];
          }
        });
    canvas.mottle(new Noise(detail.seed()), 2, 2, 1, 0.15f);
  }

  static void wood(Backdrop backdrop, Dice detail, Canvas canvas) {
    float plank = detail.logUniform(0.08f, 0.25f);
    float red = detail.uniform(0.08f, 0.45f);
    float green = red * detail.uniform(0.55f, 0.75f);
    float blue = green * detail.uniform(0.4f, 0.75f);
    boolean upright = detail.chance(0.5);
    Noise noise = new Noise(detail.seed());
    canvas.wall(
        backdrop.span(),
        backdrop.slant(),
        (x, y, rgb) -> {
          float across = upright ? x : y;
          float along = upright ? y : x;
          float number = (float) Math.floor(across / plank);
          boolean gap = across / plank - number < 0.04f;
          float grain = noise.at(across * 60, along * 2.5f, number);
          float shade = gap ? 0.25f : 1 + 0.25f * grain + 0.25f * noise.at(number * 3.7f, 0, 5);
          rgb[0] = red * shade;
          rgb[1] = green * shade;
          rgb[2] = blue * shade;
        });
  }

  static void curtain(Backdrop backdrop, Dice detail, Canvas canvas) {
    float[] cloth = backdrop.colours()[0];
    float fold = detail.uniform(0.08f, 0.2f);
    Noise noise = new Noise(detail.seed());
    canvas.wall(
        backdrop.span(),
        0,
        (x, y, rgb) -> {
          float bend = 0.05f * noise.at(x * 4, y * 1.2f, 0);
          float wave =
              noise.at((x + bend) / fold, 0, 1) + 0.4f * noise.at((x + bend) / fold * 3, y, 2);
          float shade = Math.max(0.1f, 0.75f + 0.5f * wave);
          for (int c = 0; c < 3; c++) {
            rgb[c] = cloth[c] * shade;
          }
        });
  }

  static void books(Backdrop backdrop, Dice detail, Canvas canvas) {
    Noise noise = new Noise(detail.seed());
    float[] board = backdrop.colours()[1];
    float shelf = detail.uniform(0.28f, 0.38f);
    float offset = detail.uniform(0, 0.3f);
    float width = detail.uniform(0.02f, 0.045f);
    canvas.wall(
        backdrop.span(),
        backdrop.slant(),
        (x, y, rgb) -> {
          float row = (float) Math.floor((y + offset) / shelf);
          float up = 1 - ((y + offset) / shelf - row);
          float place = x / width + 0.35f * noise.at(x / width, row, 1);
          float book = (float) Math.floor(place);
          float height = 0.72f + 0.2f * noise.at(book * 3.1f, row * 7.7f, 2);
          boolean upright = noise.at(book * 0.13f, row * 3.3f, 7) < 0.4f;
          if (up < 0.07f) {
            System.arraycopy(board, 0, rgb, 0, 3);
          } else if (up > height || !upright) {
            rgb[0] = 0.25f * board[0] + 0.01f;
            rgb[1] = 0.25f * board[1] + 0.01f;
            rgb[2] = 0.25f * board[2] + 0.01f;
          } else {
            float value = 0.22f + 0.25f * noise.at(book * 5.3f, row * 2.9f, 3);
            float shade = place - book < 0.12f ? 0.4f : 1;
            for (int c = 0; c < 3; c++) {
              float tint = 1 + 0.6f * noise.at(book * 4.7f, row * 6.1f, 4 + 3 * c);
              rgb[c] = Math.max(0.01f, value * tint * shade);
            }
          }
        });
  }

  static void facade(Backdrop backdrop, Dice detail, Canvas canvas) {
    float[] wall = backdrop.colours()[0];
    float[] glass = {0.05f, 0.07f, 0.1f};
    float wide = detail.uniform(1.4f, 3.2f);
    float high = detail.uniform(2.6f, 3.6f);
    float paneWide = detail.uniform(0.4f, 0.85f);
    float paneHigh = detail.uniform(0.4f, 0.75f);
    Noise noise = new Noise(detail.seed());
    float span = Math.max(3, backdrop.span());
    canvas.wall(
        span,
        backdrop.slant(),
        (x, y, rgb) -> {
          float column = (float) Math.floor(x / wide);
          float row = (float) Math.floor(y / high);
          float inX = x / wide - column;
          float inY = y / high - row;
          boolean pane = inX < paneWide && inY < paneHigh;
          boolean bar = Math.abs(inX - paneWide / 2) < 0.02f || inY > paneHigh - 0.03f;
          float mirror = 1 + 3 * Math.max(0, noise.at(column * 5.7f, row * 3.9f, 1));
          for (int c = 0; c < 3; c++) {
            rgb[c] = pane ? bar ? 0.5f : glass[c] * mirror : wall[c];
          }
        });
    canvas.mottle(noise, 3, 3, 2, 0.12f);
  }

  /** A wall with blocks of colour and lines of what could be writing. */
  static void poster(Backdrop backdrop, Dice detail, Canvas canvas) {
    float[][] colours = backdrop.colours();
    canvas.fill(colours[0]);
    int posters = 1 + detail.below(4);
    for (int i = 0; i < posters; i++) {
      float left = detail.uniform(-0.6f, 0.3f);
      float top = detail.uniform(-0.6f, 0.1f);
      float right = left + detail.uniform(0.2f, 0.6f);
      float bottom = top + detail.uniform(0.2f, 0.7f);
      canvas.rectangle(left, top, right, bottom, colours[1 + detail.below(3)]);
      float[] ink = colours[detail.below(4)];
      float line = detail.uniform(0.015f, 0.07f);
      for (float y = top + line; y < bottom - line; y += 1.8f * line) {
        float x = left + line;
        while (x < right - 2 * line) {
          float word = Math.min(right - line - x, line * detail.uniform(0.8f, 4));
          if (detail.chance(0.8)) {
            canvas.rectangle(x, y, x + word, y + line, ink);
          }
          x += word + 0.6f * line;
        }
      }
    }
    canvas.mottle(new Noise(detail.seed()), 2, 2, 1, 0.12f);
  }
}
