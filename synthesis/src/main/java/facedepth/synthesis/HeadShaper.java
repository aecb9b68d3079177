package facedepth.synthesis;

import java.util.List;

/** Draws the shape of one person's head and face. Holds scratch memory: one a thread. */
final class HeadShaper {
  /** Later modes move nothing by more than a tenth of a millimetre. */
  private static final int MODES = 64;

  private final HeadModel head;
  private final float[] positions;

  HeadShaper(HeadModel head) {
    this.head = head;
    positions = new float[head.neutral().length];
  }

  /**
   * Vertex positions of a new person, valid until the next call: identity modes a little wider than
   * the scanned population, the expression, a few soft dents and bumps that break symmetry and the
   * span of the modes, and the proportions of the whole.
   */
  float[] shape(Expression expression, Dice dice) {
    System.arraycopy(head.neutral(), 0, positions, 0, positions.length);
    float spread = dice.uniform(0.8f, 1.35f);
    List<float[]> modes = head.identityModes();
    int count = Math.min(MODES, modes.size());
    for (int i = 0; i < count; i++) {
      float weight = Math.max(-2.6f, Math.min(2.6f, dice.normal(0, spread)));
      add(modes.get(i), weight);
    }
    for (int i = 0; i < head.expressionNames().size(); i++) {
      float strength = expression.strength(head.expressionNames().get(i));
      if (strength > 0.01f) {
        add(head.expressionShapes().get(i), Math.min(1.1f, strength));
      }
    }
    int dents = 2 + dice.below(4);
    for (int i = 0; i < dents; i++) {
      dent(dice);
    }
    scale(dice.normal(1, 0.035f), dice.normal(1, 0.035f), dice.normal(1, 0.035f));
    return positions;
  }

  private void add(float[] shape, float weight) {
    float[] target = positions;
    for (int i = 0; i < target.length; i++) {
      target[i] += weight * shape[i];
    }
  }

  /** A Gaussian bump somewhere on the face; most are mirrored to the other side. */
  private void dent(Dice dice) {
    float cx = dice.uniform(0, 7);
    float cy = dice.uniform(-8, 9);
    float cz = 11.5f - 0.11f * cx * cx - 0.02f * cy * cy;
    float width = dice.uniform(1.2f, 4);
    float strength = 0.07f * width;
    float dx = dice.normal(0, strength);
    float dy = dice.normal(0, strength);
    float dz = dice.normal(0, strength);
    float mirror = dice.chance(0.7) ? 1 : dice.uniform(-0.3f, 0.3f);
    float reach = 9 * width * width;
    float[] neutral = head.neutral();
    for (int i = 0; i < positions.length; i += 3) {
      float y = neutral[i + 1] - cy;
      float z = neutral[i + 2] - cz;
      float yz = y * y + z * z;
      if (yz > reach) {
        continue;
      }
      float right = neutral[i] - cx;
      float left = neutral[i] + cx;
      float a = (float) Math.exp(-(right * right + yz) / (2 * width * width));
      float b = mirror * (float) Math.exp(-(left * left + yz) / (2 * width * width));
      positions[i] += (a - b) * dx;
      positions[i + 1] += (a + b) * dy;
      positions[i + 2] += (a + b) * dz;
    }
  }

  private void scale(float x, float y, float z) {
    for (int i = 0; i < positions.length; i += 3) {
      positions[i] *= x;
      positions[i + 1] *= y;
      positions[i + 2] *= z;
    }
  }
}
