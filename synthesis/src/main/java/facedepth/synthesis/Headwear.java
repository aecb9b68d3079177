package facedepth.synthesis;

/**
 * What a person wears on the head.
 *
 * @param kind of thing
 * @param rim height of its lower edge in front, centimetres over the head's origin
 * @param tilt how much lower it sits behind, centimetres
 * @param height over the skull, centimetres
 * @param brim how far a brim or peak reaches, centimetres
 * @param droop how far a brim hangs, centimetres
 * @param turned whether the peak of a cap points back
 * @param fabric colours and pattern
 * @param band colour of a band round it, linear RGB
 * @param grain seed of its folds
 */
record Headwear(
    Kind kind,
    float rim,
    float tilt,
    float height,
    float brim,
    float droop,
    boolean turned,
    Fabric fabric,
    float[] band,
    long grain) {

  /** Kinds of head-wear. */
  enum Kind {
    CAP,
    BEANIE,
    HAT,
    HELMET,
    TURBAN,
    HEADBAND,
    HEADSCARF,
    HOOD
  }

  static Headwear draw(Dice dice) {
    Kind kind = Kind.values()[dice.below(Kind.values().length)];
    float rim = dice.uniform(7.2f, 9.2f);
    return new Headwear(
        kind,
        kind == Kind.HEADBAND ? rim + 0.6f : rim,
        dice.uniform(2.5f, 5),
        switch (kind) {
          case CAP -> dice.uniform(0.8f, 2.2f);
          case BEANIE -> dice.uniform(0.7f, 3);
          case HAT -> dice.uniform(2, 4.5f);
          case HELMET -> dice.uniform(2, 3.2f);
          case TURBAN -> dice.uniform(2, 3.5f);
          case HEADBAND -> dice.uniform(0.4f, 0.7f);
          case HEADSCARF -> dice.uniform(0.6f, 1.4f);
          case HOOD -> dice.uniform(1.6f, 3);
        },
        kind == Kind.CAP ? dice.uniform(5, 7.5f) : dice.uniform(4, 9),
        dice.uniform(0, 1.8f),
        kind == Kind.CAP && dice.chance(0.2),
        Fabric.draw(dice.stream("fabric"), Outfit.Garment.TEE),
        Appearance.colour(dice),
        dice.seed());
  }

  /** Whether it leaves only the face free. */
  boolean framesFace() {
    return kind == Kind.HEADSCARF || kind == Kind.HOOD;
  }
}
