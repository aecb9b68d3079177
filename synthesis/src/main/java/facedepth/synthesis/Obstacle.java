package facedepth.synthesis;

/**
 * Something between camera and face.
 *
 * @param kind what it is
 * @param side from which side it comes, -1 or 1 (the picture's right)
 * @param shift of its place, centimetres across and up
 * @param before how far before the face it is held, centimetres, if it does not touch it
 * @param turn of the thing about the line of sight, radians
 * @param curl how far fingers are bent, radians a joint
 * @param spread between neighbouring fingers, radians
 * @param size factor on its usual size
 * @param colour linear RGB of a thing
 * @param second colour of its markings
 * @param shine strength of its shine
 * @param sleeve how far above the wrist a sleeve begins, centimetres
 * @param grain seed of its surface
 */
record Obstacle(
    Kind kind,
    float side,
    float[] shift,
    float before,
    float turn,
    float curl,
    float spread,
    float size,
    float[] colour,
    float[] second,
    float shine,
    float sleeve,
    long grain) {
  private static final double SHARE = 0.09;

  /** What stands before a face. */
  enum Kind {
    HAND_ON_CHEEK(15),
    HAND_ON_CHIN(13),
    HAND_OVER_MOUTH(11),
    HAND_OVER_EYES(6),
    HAND_BEFORE(10),
    PHONE(11),
    CUP(9),
    MICROPHONE(7),
    FACE_MASK(14),
    THING(4);

    private final int percent;

    Kind(int percent) {
      this.percent = percent;
    }
  }

  /** Null for most samples. */
  static Obstacle draw(Dice dice) {
    return dice.chance(SHARE) ? drawOne(dice) : null;
  }

  static Obstacle drawOne(Dice dice) {
    int at = dice.below(100);
    for (Kind kind : Kind.values()) {
      at -= kind.percent;
      if (at < 0) {
        return draw(kind, dice);
      }
    }
    throw new IllegalStateException("the shares of what stands before faces are not a hundred");
  }

  static Obstacle draw(Kind kind, Dice dice) {
    float[] pale = {0.45f, 0.6f, 0.7f};
    float[] colour = Appearance.colour(dice);
    if (kind == Kind.PHONE && dice.chance(0.7)) {
      float black = dice.uniform(0.004f, 0.03f);
      colour = new float[] {black, black, black};
    } else if (kind == Kind.FACE_MASK && dice.chance(0.6)) {
      colour = dice.chance(0.5) ? pale : new float[] {0.75f, 0.75f, 0.75f};
    } else if (kind == Kind.MICROPHONE) {
      float grey = dice.uniform(0.01f, 0.15f);
      colour = new float[] {grey, grey, grey};
    }
    return new Obstacle(
        kind,
        dice.chance(0.5) ? 1 : -1,
        new float[] {dice.normal(0, 1), dice.normal(0, 1)},
        dice.uniform(3, 16),
        dice.normal(0, 0.3f),
        dice.uniform(0.1f, 0.75f),
        dice.uniform(0, 0.16f),
        dice.normal(0.98f, 0.06f),
        colour,
        Appearance.colour(dice),
        dice.chance(0.5) ? dice.uniform(0.05f, 0.5f) : 0.02f,
        dice.chance(0.6) ? dice.uniform(-1, 12) : 99,
        dice.seed());
  }
}
