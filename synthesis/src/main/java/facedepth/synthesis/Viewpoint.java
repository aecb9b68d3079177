package facedepth.synthesis;

/**
 * Where the camera stands and how the crop is laid round the face.
 *
 * @param distance from the head's origin in centimetres
 * @param subject what the picture is of
 * @param loosen factor on the crop's side that the rule asks for: a face finder's error
 * @param wander shift of the crop's centre in crop widths, x and y
 */
record Viewpoint(float distance, Subject subject, float loosen, float[] wander) {
  private static final double FACELESS = 0.07; // share of samples that teach what is no face

  /** What a picture is of. */
  enum Subject {
    FACE,
    /** Shoulders, hair, background, at most the edge of a cheek. */
    BESIDE_THE_FACE,
    BACK_OF_THE_HEAD
  }

  static Viewpoint draw(Dice dice) {
    int range = dice.below(4);
    float distance =
        range == 0
            ? dice.uniform(30, 60)
            : range < 3 ? dice.uniform(60, 160) : dice.logUniform(160, 500);
    Subject subject = Subject.FACE;
    if (dice.chance(FACELESS)) {
      subject = dice.chance(0.4) ? Subject.BACK_OF_THE_HEAD : Subject.BESIDE_THE_FACE;
    }
    boolean careless = dice.chance(0.3);
    float loosen = careless ? dice.uniform(0.72f, 1.5f) : (float) Math.exp(dice.normal(0, 0.07f));
    float spread = careless ? 0.09f : 0.03f;
    float[] wander = {dice.normal(0, spread), dice.normal(0, spread)};
    if (subject == Subject.BESIDE_THE_FACE) {
      double away = dice.uniform(0.75f, 1.4f);
      double direction = dice.uniform(0, (float) (2 * Math.PI));
      wander[0] += (float) (away * Math.cos(direction));
      wander[1] += (float) (away * Math.sin(direction));
    }
    return new Viewpoint(distance, subject, loosen, wander);
  }

  /** The same distance, the face in the middle with room around it. */
  Viewpoint forPortrait() {
    return new Viewpoint(distance, Subject.FACE, 1.4f, new float[2]);
  }
}
