package facedepth.synthesis;

import java.util.SplittableRandom;

/**
 * The lines of a face: each kind lies where muscles fold the skin, is worn in by age, and deepens
 * while its muscle pulls.
 */
final class Wrinkles {
  private final FaceAtlas atlas;
  private final Expression expression;
  private final Relief relief;
  private final SplittableRandom random;
  private final float wear;

  private Wrinkles(FaceAtlas atlas, Appearance look, Expression expression, Relief relief) {
    this.atlas = atlas;
    this.expression = expression;
    this.relief = relief;
    random = new SplittableRandom(look.grain());
    float young = 1 - look.person().childhood();
    wear = look.person().wear() * (0.6f + 0.8f * (float) random.nextDouble()) + 0.04f * young;
  }

  /** Presses one person's lines into relief. */
  static Relief of(FaceAtlas atlas, Appearance look, Expression expression) {
    Relief relief = new Relief();
    Wrinkles wrinkles = new Wrinkles(atlas, look, expression, relief);
    wrinkles.forehead();
    wrinkles.glabella();
    for (int side = -1; side <= 1; side += 2) {
      wrinkles.crowsFeet(side);
      wrinkles.underEye(side);
      wrinkles.nasolabial(side);
      wrinkles.marionette(side);
      wrinkles.bunny(side);
    }
    wrinkles.neck();
    relief.finish();
    return relief;
  }

  private float pull(String left, String right) {
    return 0.5f * (expression.strength(left) + expression.strength(right));
  }

  private float pull(String pair, int side) {
    return expression.strength(pair + (side > 0 ? "_L" : "_R"));
  }

  private float jitter(float amount) {
    return amount * (2 * (float) random.nextDouble() - 1);
  }

  private void forehead() {
    float raised = pull("browOuterUp_L", "browOuterUp_R") + pull("browInnerUp_L", "browInnerUp_R");
    float depth = 0.06f * wear + 0.045f * Math.min(1, raised) * (0.3f + wear);
    int lines = 3 + random.nextInt(3);
    float from = atlas.landmark(24, 1) + 0.9f;
    for (int i = 0; i < lines && depth > 0.004f; i++) {
      float y = from + (i + jitter(0.25f)) * 2.9f / lines;
      float reach = 3.8f + jitter(1) - 0.25f * i;
      float shift = jitter(0.8f);
      float wave = jitter(0.25f);
      float[] line = new float[2 * 9];
      for (int k = 0; k < 9; k++) {
        float t = (k - 4) / 4f;
        line[2 * k] = shift + reach * t;
        line[2 * k + 1] =
            y + 0.35f * (1 - t * t) * 0.6f + wave * (float) Math.cos(4 * t) + jitter(0.06f);
      }
      relief.fold(line, depth * (0.7f + jitter(0.3f)), 0.2f);
    }
  }

  private void glabella() {
    float depth = 0.05f * wear + 0.08f * pull("browDown_L", "browDown_R") * (0.35f + wear);
    float y = atlas.landmark(21, 1);
    for (int side = -1; side <= 1; side += 2) {
      float x = side * (0.55f + jitter(0.2f));
      float[] line = {
        x, y - 0.7f, x * 1.1f, y + 0.2f, x * 1.25f + jitter(0.1f), y + 1.1f + jitter(0.4f)
      };
      relief.fold(line, depth * (0.8f + jitter(0.4f)), 0.16f);
    }
  }

  private void crowsFeet(int side) {
    float squint = Math.max(pull("mouthSmile", side), pull("eyeSquint", side));
    float depth = 0.05f * wear + 0.06f * squint * (0.12f + wear);
    float x = atlas.landmark(45, 0) + 0.35f;
    float y = atlas.landmark(45, 1);
    int lines = 3 + random.nextInt(3);
    for (int i = 0; i < lines; i++) {
      float angle = (i - (lines - 1) / 2f) * 0.36f + jitter(0.12f) - 0.1f;
      float length = 1 + 0.6f * wear + jitter(0.4f);
      float cos = (float) Math.cos(angle);
      float sin = (float) Math.sin(angle);
      float startX = x + 0.15f * cos;
      float startY = y + 0.8f * sin;
      float[] line = {
        side * startX, startY,
        side * (startX + 0.5f * length * cos), startY + 0.5f * length * sin + 0.06f,
        side * (startX + length * cos), startY + length * sin
      };
      relief.fold(line, depth * (0.8f + jitter(0.35f)), 0.11f);
    }
  }

  private void underEye(int side) {
    float smile = pull("cheekSquint", side);
    float depth = 0.015f + 0.05f * wear + 0.03f * smile;
    float inX = atlas.landmark(42, 0);
    float outX = atlas.landmark(45, 0);
    float y = atlas.landmark(47, 1);
    for (int i = 0; i < 2; i++) {
      float drop = 0.42f + 0.45f * i + jitter(0.1f);
      float[] line = new float[2 * 6];
      for (int k = 0; k < 6; k++) {
        float t = k / 5f;
        line[2 * k] = side * (inX - 0.1f + t * (outX - inX + 0.1f - 0.6f * i));
        line[2 * k + 1] =
            y + 0.1f - drop - 0.35f * (1 - (2 * t - 0.9f) * (2 * t - 0.9f)) + 0.25f * (1 - t) * i;
      }
      relief.fold(line, depth * (0.8f + jitter(0.3f)), i == 0 ? 0.14f : 0.26f);
    }
  }

  private void nasolabial(int side) {
    float smile = pull("mouthSmile", side) + 0.6f * pull("noseSneer", side);
    float depth = 0.02f + 0.12f * wear + 0.07f * Math.min(1, smile) * (0.4f + wear);
    float x = atlas.landmark(35, 0);
    float y = atlas.landmark(35, 1);
    float endX = atlas.landmark(54, 0) + 0.55f;
    float endY = atlas.landmark(54, 1);
    float[] line = {
      side * (x + 0.35f), y + 0.9f,
      side * (x + 0.85f), y + 0.25f,
      side * (0.5f * (x + endX) + 0.5f), 0.6f * y + 0.4f * endY,
      side * (endX + 0.1f), 0.2f * y + 0.8f * endY,
      side * endX, endY - 0.5f - wear + jitter(0.2f)
    };
    relief.fold(line, depth * (1 + jitter(0.2f)), 0.24f + 0.1f * wear);
  }

  private void marionette(int side) {
    float depth = 0.07f * wear * wear + 0.06f * pull("mouthFrown", side) * (0.3f + wear);
    float x = atlas.landmark(54, 0);
    float y = atlas.landmark(54, 1);
    float[] line = {
      side * (x + 0.05f), y - 0.1f,
      side * (x + 0.3f), y - 0.7f,
      side * (x + 0.22f + jitter(0.1f)), y - 1.2f - 0.6f * wear
    };
    relief.fold(line, depth, 0.2f);
  }

  private void bunny(int side) {
    float depth = 0.06f * pull("noseSneer", side) * (0.4f + wear) + 0.015f * wear;
    float y = atlas.landmark(28, 1);
    for (int i = 0; i < 2; i++) {
      float at = y - 0.1f + 0.45f * i;
      float[] line = {side * 0.3f, at + 0.25f, side * 0.7f, at + 0.05f, side * 1.1f, at - 0.3f};
      relief.fold(line, depth, 0.12f);
    }
  }

  private void neck() {
    for (int i = 0; i < 2; i++) {
      float y = atlas.landmark(8, 1) - 2.3f - 1.4f * i + jitter(0.4f);
      float[] line = {-5, y + 0.9f, -2.5f, y + 0.1f, 0, y, 2.5f, y + 0.1f, 5, y + 0.9f};
      relief.fold(line, 0.02f + 0.07f * wear, 0.16f);
    }
  }
}
