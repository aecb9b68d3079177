package facedepth.synthesis;

import java.util.List;

/** Gives a head one person's shape and expression. Holds scratch memory: one a thread. */
final class HeadShaper {
  private final HeadModel head;
  private final float[] positions;

  HeadShaper(HeadModel head) {
    this.head = head;
    positions = new float[head.neutral().length];
  }

  /** Vertex positions in centimetres, valid until the next call. */
  float[] shape(Identity identity, Expression expression) {
    System.arraycopy(head.neutral(), 0, positions, 0, positions.length);
    List<float[]> modes = head.identityModes();
    int count = Math.min(identity.modes().length, modes.size());
    for (int i = 0; i < count; i++) {
      add(modes.get(i), identity.modes()[i]);
    }
    for (int i = 0; i < head.expressionNames().size(); i++) {
      float strength = expression.strength(head.expressionNames().get(i));
      if (strength > 0.01f) {
        add(head.expressionShapes().get(i), Math.min(1.1f, strength));
      }
    }
    for (Identity.Dent dent : identity.dents()) {
      press(dent);
    }
    scale(identity.proportions());
    return positions;
  }

  private void add(float[] shape, float weight) {
    float[] target = positions;
    for (int i = 0; i < target.length; i++) {
      target[i] += weight * shape[i];
    }
  }

  private void press(Identity.Dent dent) {
    float width = dent.width();
    float reach = 9 * width * width;
    float[] centre = dent.centre();
    float[] move = dent.move();
    float[] neutral = head.neutral();
    for (int i = 0; i < positions.length; i += 3) {
      float y = neutral[i + 1] - centre[1];
      float z = neutral[i + 2] - centre[2];
      float yz = y * y + z * z;
      if (yz > reach) {
        continue;
      }
      float right = neutral[i] - centre[0];
      float left = neutral[i] + centre[0];
      float a = (float) Math.exp(-(right * right + yz) / (2 * width * width));
      float b = dent.mirror() * (float) Math.exp(-(left * left + yz) / (2 * width * width));
      positions[i] += (a - b) * move[0];
      positions[i + 1] += (a + b) * move[1];
      positions[i + 2] += (a + b) * move[2];
    }
  }

  private void scale(float[] factors) {
    for (int i = 0; i < positions.length; i++) {
      positions[i] *= factors[i % 3];
    }
  }
}
