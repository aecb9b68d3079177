package facedepth.synthesis;

import java.util.ArrayList;
import java.util.List;

/** Gives a head one person's shape and expression. Holds scratch memory: one a thread. */
final class HeadShaper {
  private static final float LEAST_STRENGTH = 0.01f; // of an expression, to be worth adding

  private static final float REACH = 8; // of a dent, in exponents of its Gaussian

  private final HeadModel head;
  private final float[] positions;
  private final List<float[]> shapes = new ArrayList<>();
  private final float[] weights;

  HeadShaper(HeadModel head) {
    this.head = head;
    positions = new float[head.neutral().length];
    weights = new float[head.identityModes().size() + head.expressionShapes().size() + 3];
  }

  /** Vertex positions in centimetres, valid until the next call. */
  float[] shape(Identity identity, Expression expression) {
    System.arraycopy(head.neutral(), 0, positions, 0, positions.length);
    shapes.clear();
    List<float[]> modes = head.identityModes();
    int count = Math.min(identity.modes().length, modes.size());
    for (int i = 0; i < count; i++) {
      use(modes.get(i), identity.modes()[i]);
    }
    for (int i = 0; i < head.expressionNames().size(); i++) {
      float strength = expression.strength(head.expressionNames().get(i));
      if (strength > LEAST_STRENGTH) {
        use(head.expressionShapes().get(i), Math.min(1.1f, strength));
      }
    }
    addAll();
    for (Identity.Dent dent : identity.dents()) {
      press(dent);
    }
    scale(identity.proportions());
    return positions;
  }

  private void use(float[] shape, float weight) {
    weights[shapes.size()] = weight;
    shapes.add(shape);
  }

  /** Four shapes at a time: what is added up is read and written a quarter as often. */
  private void addAll() {
    while (shapes.size() % 4 != 0) {
      use(head.neutral(), 0);
    }
    for (int i = 0; i < shapes.size(); i += 4) {
      add(
          positions,
          shapes.get(i),
          shapes.get(i + 1),
          shapes.get(i + 2),
          shapes.get(i + 3),
          weights[i],
          weights[i + 1],
          weights[i + 2],
          weights[i + 3]);
    }
  }

  private static void add(
      float[] target,
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      float weightA,
      float weightB,
      float weightC,
      float weightD) {
    for (int i = 0; i < target.length; i++) {
      target[i] += weightA * a[i] + weightB * b[i] + weightC * c[i] + weightD * d[i];
    }
  }

  private void press(Identity.Dent dent) {
    float scale = 1 / (2 * dent.width() * dent.width());
    float[] centre = dent.centre();
    float[] move = dent.move();
    float[] neutral = head.neutral();
    for (int i = 0; i < positions.length; i += 3) {
      float y = neutral[i + 1] - centre[1];
      float z = neutral[i + 2] - centre[2];
      float yz = scale * (y * y + z * z);
      if (yz > REACH) {
        continue;
      }
      float right = neutral[i] - centre[0];
      float left = neutral[i] + centre[0];
      float a = bell(scale * right * right + yz);
      float b = dent.mirror() * bell(scale * left * left + yz);
      positions[i] += (a - b) * move[0];
      positions[i + 1] += (a + b) * move[1];
      positions[i + 2] += (a + b) * move[2];
    }
  }

  /** Nearly exp(-x), but 0 from {@link #REACH} on and made of three multiplications. */
  private static float bell(float x) {
    float t = Math.max(0, 1 - x / REACH);
    float squared = t * t;
    float fourth = squared * squared;
    return fourth * fourth;
  }

  private void scale(float[] factors) {
    for (int i = 0; i < positions.length; i += 3) {
      positions[i] *= factors[0];
      positions[i + 1] *= factors[1];
      positions[i + 2] *= factors[2];
    }
  }
}
