package facedepth.synthesis;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of one person's head apart from expression.
 *
 * @param modes strength of each identity mode in standard deviations, as many as are used
 * @param dents soft bumps that break symmetry and leave the span of the modes
 * @param proportions factors on width, height and depth of the whole head
 */
record Identity(float[] modes, List<Dent> dents, float[] proportions) {
  private static final int MODES = 100;
  private static final float LIMIT = 2.8f; // standard deviations

  /**
   * A Gaussian bump.
   *
   * @param centre on the side of positive x, neutral coordinates
   * @param width deviation in centimetres
   * @param move displacement at the centre in centimetres
   * @param mirror share of it that appears on the other side
   */
  record Dent(float[] centre, float width, float[] move, float mirror) {}

  /** Modes a little wider than the scanned population; children's and men's builds on top. */
  static Identity draw(Dice dice, Person person) {
    float spread = dice.uniform(0.8f, 1.3f);
    float[] modes = new float[MODES];
    for (int i = 0; i < modes.length; i++) {
      modes[i] = Math.max(-LIMIT, Math.min(LIMIT, dice.normal(0, spread)));
    }
    List<Dent> dents = new ArrayList<>();
    build(dents, person, dice);
    for (int i = 2 + dice.below(3); i > 0; i--) {
      dents.add(dent(dice));
    }
    float small = 1 - 0.14f * person.childhood() - 0.03f * (1 - person.masculinity());
    float[] proportions = {
      small * dice.normal(1, 0.03f), small * dice.normal(1, 0.035f), small * dice.normal(1, 0.03f)
    };
    return new Identity(modes, dents, proportions);
  }

  /**
   * What sex and age do to a skull and its flesh: children's jaws and noses are small and their
   * cheeks round, men's jaws and brows are heavy, old cheeks hang and noses droop.
   */
  private static void build(List<Dent> dents, Person person, Dice dice) {
    float child = person.childhood();
    float man = (2 * person.masculinity() - 1) * (1 - child) * dice.uniform(0.3f, 1.2f);
    float old = person.wear() * dice.uniform(0.3f, 1.2f);
    float fat = dice.normal(0.15f * child, 0.55f);
    both(dents, 0, -7, 10, 2.6f, 0, 0.9f * child - 0.12f * man, -0.9f * child + 0.12f * man);
    both(dents, 5, -5, 5.5f, 2.6f, -0.5f * child + 0.3f * man, 0.4f * child, -0.3f * child);
    both(dents, 0, 0.5f, 12, 1.5f, 0, 0.35f * child - 0.2f * old, -0.7f * child + 0.12f * man);
    both(dents, 2.2f, 5.6f, 10.2f, 1.4f, 0, 0, -0.15f * child + 0.16f * man);
    both(dents, 4.3f, -2, 8, 2.2f, 0.4f * fat + 0.15f * child, -0.25f * old, 0.35f * fat);
    both(dents, 3.6f, -5.5f, 8, 2, 0.3f * fat, -0.3f * old, 0.25f * fat + 0.1f * old);
    both(dents, 0, -9, 6, 2.6f, 0, -0.5f * Math.max(0, fat) - 0.2f * old, 0.3f * fat);
    both(dents, 5.5f, 3.6f, 6.5f, 1.6f, -0.15f * old, 0, -0.12f * old);
  }

  private static void both(
      List<Dent> dents, float x, float y, float z, float width, float dx, float dy, float dz) {
    // A bump on the middle plane counts twice when mirrored.
    float mirror = x == 0 ? 0 : 1;
    if (Math.abs(dx) + Math.abs(dy) + Math.abs(dz) > 0.03f) {
      dents.add(new Dent(new float[] {x, y, z}, width, new float[] {dx, dy, dz}, mirror));
    }
  }

  private static Dent dent(Dice dice) {
    float x = dice.uniform(0, 7);
    float y = dice.uniform(-8, 9);
    float z = 11.5f - 0.11f * x * x - 0.02f * y * y;
    float width = dice.uniform(1.2f, 4);
    float strength = 0.07f * width;
    float[] move = {dice.normal(0, strength), dice.normal(0, strength), dice.normal(0, strength)};
    float mirror = dice.chance(0.6) ? 1 : dice.uniform(-0.3f, 0.3f);
    return new Dent(new float[] {x, y, z}, width, move, mirror);
  }
}
