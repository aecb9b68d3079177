package facedepth.synthesis;

/**
 * What ties a person's parts together: shape, skin, hair and beard are drawn to agree with these.
 *
 * @param age in years, 4 to 90
 * @param masculinity 0 to 1, most near either end
 * @param tone of the skin, 0 lightest to 1 darkest
 */
record Person(float age, float masculinity, float tone) {

  static Person draw(Dice dice) {
    int group = dice.below(100);
    float age;
    if (group < 9) {
      age = dice.uniform(4, 15);
    } else if (group < 72) {
      age = dice.uniform(15, 52);
    } else {
      age = dice.uniform(52, 90);
    }
    float side = dice.chance(0.5) ? 0.12f : 0.88f;
    float masculinity = FaceAtlas.clamp(dice.normal(side, 0.13f));
    return new Person(age, masculinity, dice.uniform(0, 1));
  }

  /** 0 for an adult, rising to 1 for the youngest child. */
  float childhood() {
    return FaceAtlas.smoothstep(17, 4, age);
  }

  /** 0 for the young, 1 for the very old. */
  float wear() {
    return FaceAtlas.smoothstep(25, 85, age);
  }

  /** Whether a beard may grow. */
  boolean canGrowBeard() {
    return masculinity > 0.5f && age > 16;
  }
}
