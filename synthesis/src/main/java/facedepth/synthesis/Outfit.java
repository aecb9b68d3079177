package facedepth.synthesis;

/**
 * What a person wears.
 *
 * @param garment what covers the body
 * @param shoulders half width of the body in centimetres
 * @param chest half depth of the body in centimetres
 * @param neckline height on the sides of the neck below which cloth begins, centimetres
 * @param dip how much lower it begins in front
 * @param vee whether it runs down to a point in front
 * @param collar height of what stands round the neck
 * @param collarThickness how far it stands off, centimetres
 * @param collarRise how far a scarf is drawn up, centimetres
 * @param folds depth of the folds, centimetres
 * @param fabric colours and pattern of the outermost cloth
 * @param shirt colour of what shows under a jacket, linear RGB
 * @param tie colour of the tie; null for none
 * @param glasses null for none
 * @param headwear null for none
 * @param grain seed of folds and weave
 */
record Outfit(
    Garment garment,
    float shoulders,
    float chest,
    float neckline,
    float dip,
    boolean vee,
    float collar,
    float collarThickness,
    float collarRise,
    float folds,
    Fabric fabric,
    float[] shirt,
    float[] tie,
    Glasses glasses,
    Headwear headwear,
    long grain) {

  /** What covers the body. */
  enum Garment {
    TEE(22),
    SWEATER(14),
    V_NECK(8),
    TURTLENECK(7),
    SHIRT(15),
    SUIT(9),
    HOODIE(8),
    JACKET(6),
    SCARF(4),
    BARE(7);

    private final int percent;

    Garment(int percent) {
      this.percent = percent;
    }
  }

  static Outfit draw(Dice dice) {
    Garment garment = garment(dice);
    float side = dice.uniform(-11.6f, -10.4f);
    float dip = dice.uniform(2, 4);
    boolean vee = false;
    switch (garment) {
      case V_NECK -> {
        vee = true;
        dip = dice.uniform(5, 9);
      }
      case SHIRT -> {
        vee = true;
        dip = dice.chance(0.5) ? dice.uniform(0.5f, 1.5f) : dice.uniform(4, 8);
      }
      case SUIT -> dip = 0;
      case BARE -> {
        side = dice.uniform(-25, -16);
        dip = dice.uniform(0, 3);
      }
      default -> {}
    }
    float[] white = {0.7f, 0.7f, 0.69f};
    return new Outfit(
        garment,
        Math.max(16.5f, Math.min(24, dice.normal(19.5f, 1.6f))),
        dice.uniform(9.5f, 12),
        side,
        dip,
        vee,
        dice.uniform(-9.5f, -7),
        dice.uniform(0, 0.8f),
        dice.chance(0.3) ? dice.uniform(1, 4.5f) : 0,
        garment == Garment.BARE ? 0 : dice.uniform(0.2f, 1.3f),
        Fabric.draw(dice.stream("fabric"), garment),
        dice.chance(0.6) ? white : Appearance.colour(dice),
        garment == Garment.SUIT && dice.chance(0.7) ? Appearance.colour(dice) : null,
        dice.chance(0.2) ? Glasses.draw(dice.stream("glasses")) : null,
        dice.chance(0.09) ? Headwear.draw(dice.stream("headwear")) : null,
        dice.seed());
  }

  private static Garment garment(Dice dice) {
    int at = dice.below(100);
    for (Garment garment : Garment.values()) {
      at -= garment.percent;
      if (at < 0) {
        return garment;
      }
    }
    throw new IllegalStateException("the shares of the garments do not add up to a hundred");
  }
}
