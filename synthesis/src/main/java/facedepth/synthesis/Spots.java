package facedepth.synthesis;

import java.util.SplittableRandom;

/** Single marks on one person's skin, each in a place of its own: moles and red blemishes. */
final class Spots {
  private static final float CELL = 0.5f;
  private static final float LEFT = -8;
  private static final float BOTTOM = -11;
  private static final int COLUMNS = 32;
  private static final int ROWS = 42;
  private static final int MOST_BLEMISHES = 30;

  private final byte[] inCell = new byte[COLUMNS * ROWS];
  private final float[][] marks;
  private final float[] dark;
  private final float[] red;
  private final int moles;

  Spots(Appearance look) {
    Complexion skin = look.complexion();
    SplittableRandom random = new SplittableRandom(look.grain() + 3);
    moles = skin.moles().length;
    marks = new float[moles + (int) (skin.blemishes() * MOST_BLEMISHES)][];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = i < moles ? skin.moles()[i] : blemish(random);
      enter(i);
    }
    dark = factors(skin, 1.6f, 0.4f);
    red = factors(skin, 0.1f, 1.1f);
  }

  private static float[] blemish(SplittableRandom random) {
    float x = (float) (random.nextDouble() + random.nextDouble() - 1) * 7;
    float y = (float) (random.nextDouble() * 15 - 7);
    float radius = (float) (0.08 + 0.15 * random.nextDouble());
    return new float[] {x, y, radius, (float) (0.2 + 0.6 * random.nextDouble())};
  }

  private static float[] factors(Complexion skin, float moreMelanin, float moreBlood) {
    float[] marked = skin.colour(moreMelanin, moreBlood);
    float[] plain = skin.colour();
    for (int c = 0; c < 3; c++) {
      marked[c] /= plain[c];
    }
    return marked;
  }

  private void enter(int mark) {
    float[] m = marks[mark];
    float reach = 1.5f * m[2];
    for (int row = row(m[1] - reach); row <= row(m[1] + reach); row++) {
      for (int column = column(m[0] - reach); column <= column(m[0] + reach); column++) {
        if (row >= 0 && row < ROWS && column >= 0 && column < COLUMNS) {
          inCell[row * COLUMNS + column] = (byte) (mark + 1);
        }
      }
    }
  }

  private static int column(float x) {
    return (int) Math.floor((x - LEFT) / CELL);
  }

  private static int row(float y) {
    return (int) Math.floor((y - BOTTOM) / CELL);
  }

  /** Darkens or reddens a point of the front of the head. */
  void paint(float x, float y, float[] albedo) {
    if (x <= LEFT || y <= BOTTOM) {
      return;
    }
    int column = (int) ((x - LEFT) * (1 / CELL));
    int row = (int) ((y - BOTTOM) * (1 / CELL));
    if (column >= COLUMNS || row >= ROWS) {
      return;
    }
    int mark = inCell[row * COLUMNS + column] - 1;
    if (mark < 0) {
      return;
    }
    float[] m = marks[mark];
    float dx = x - m[0];
    float dy = y - m[1];
    float away = (dx * dx + dy * dy) / (m[2] * m[2]);
    boolean mole = mark < moles;
    float share = m[3] * FaceAtlas.clamp(mole ? 2 * (1.2f - away) : 1 - 0.5f * away);
    float[] factor = mole ? dark : red;
    for (int c = 0; c < 3; c++) {
      albedo[c] *= 1 - share * (1 - factor[c]);
    }
  }
}
