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
  /** Later modes move nothing by more than a tenth of a millimetre. */
  private static final int MODES = 64;

  /**
   * A Gaussian bump.
   *
   * @param centre on the side of positive x, neutral coordinates
   * @param width deviation in centimetres
   * @param move displacement at the centre in centimetres
   * @param mirror share of it that appears on the other side
   */
  record Dent(float[] centre, float width, float[] move, float mirror) {}

  /** Modes a little wider than the scanned population. */
  static Identity draw(Dice dice) {
    float spread = dice.uniform(0.8f, 1.35f);
    float[] modes = new float[MODES];
    for (int i = 0; i < modes.length; i++) {
      modes[i] = Math.max(-2.6f, Math.min(2.6f, dice.normal(0, spread)));
    }
    List<Dent> dents = new ArrayList<>();
    for (int i = 2 + dice.below(4); i > 0; i--) {
      dents.add(dent(dice));
    }
    float[] proportions = {dice.normal(1, 0.035f), dice.normal(1, 0.035f), dice.normal(1, 0.035f)};
    return new Identity(modes, dents, proportions);
  }

  private static Dent dent(Dice dice) {
    float x = dice.uniform(0, 7);
    float y = dice.uniform(-8, 9);
    float z = 11.5f - 0.11f * x * x - 0.02f * y * y;
    float width = dice.uniform(1.2f, 4);
    float strength = 0.07f * width;
    float[] move = {dice.normal(0, strength), dice.normal(0, strength), dice.normal(0, strength)};
    float mirror = dice.chance(0.7) ? 1 : dice.uniform(-0.3f, 0.3f);
    return new Dent(new float[] {x, y, z}, width, move, mirror);
  }
}
