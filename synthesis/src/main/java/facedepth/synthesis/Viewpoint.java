package facedepth.synthesis;

/**
 * Where the camera stands, what lens it has and how the crop is laid round the face.
 *
 * <p>The distance alone decides the perspective. The lens decides how much of the photo the crop
 * is: a crop of {@code w} centimetres at the face fills {@code w * focalLengthMm35 / (36 *
 * distance)} of the photo's width, which is what a face finder later cuts out.
 *
 * @param distance from the head's origin in centimetres, 28 to 500
 * @param focalLengthMm35 of the lens on a full frame, 36 mm wide: short for selfies, long for
 *     portraits
 * @param aperture diameter of the lens's opening in millimetres: how soft the background is
 * @param subject what the picture is of
 * @param loosen factor on the crop's side that the rule asks for, 0.65 to 2.6: room for neck and
 *     shoulders, or a face finder's error
 * @param wander shift of the crop's centre in crop widths, x and y
 */
record Viewpoint(
    float distance,
    float focalLengthMm35,
    float aperture,
    Subject subject,
    float loosen,
    float[] wander) {
  private static final double FACELESS = 0.07; // share of samples that teach what is no face
  private static final float MOST_WANDER = 0.3f;
  private static final float ARM = 75; // centimetres; nearer pictures are selfies

  /** What a picture is of. */
  enum Subject {
    FACE,
    /** Shoulders, hair, background, at most the edge of a cheek. */
    BESIDE_THE_FACE,
    BACK_OF_THE_HEAD
  }

  static Viewpoint draw(Dice dice, Shot shot) {
    float distance = dice.logUniform(28, 500);
    boolean phone = distance < ARM || dice.chance(0.5);
    float lens = phone ? dice.uniform(22, 28) : dice.logUniform(28, 60);
    if (distance > 120 && dice.chance(0.6)) {
      lens = dice.logUniform(50, 135);
    }
    boolean blurred = phone ? dice.chance(0.15) : dice.chance(0.7);
    float aperture = blurred ? dice.logUniform(8, 50) : dice.logUniform(1, 6);
    Subject subject = Subject.FACE;
    if (dice.chance(FACELESS)) {
      subject = dice.chance(0.4) ? Subject.BACK_OF_THE_HEAD : Subject.BESIDE_THE_FACE;
    }
    boolean careless = dice.chance(0.25);
    float loosen =
        careless
            ? dice.uniform(0.75f, 1.5f)
            : (float) Math.exp(Math.max(-0.3, Math.min(0.3, dice.normal(0, 0.08f))));
    if (shot == Shot.NECK_AND_SHOULDERS) {
      loosen = dice.uniform(1.3f, 2.3f);
    }
    float spread = careless ? 0.09f : 0.03f;
    float[] wander = {wander(dice, spread), wander(dice, spread)};
    if (shot == Shot.NECK_AND_SHOULDERS) {
      // Who leaves room for shoulders leaves it below the face.
      wander[1] += dice.uniform(0, 0.16f);
    }
    if (subject == Subject.BESIDE_THE_FACE) {
      double away = dice.uniform(0.75f, 1.4f);
      double direction = dice.uniform(0, (float) (2 * Math.PI));
      wander[0] += (float) (away * Math.cos(direction));
      wander[1] += (float) (away * Math.sin(direction));
    }
    return new Viewpoint(distance, lens, aperture, subject, loosen, wander);
  }

  private static float wander(Dice dice, float spread) {
    return Math.max(-MOST_WANDER, Math.min(MOST_WANDER, dice.normal(0, spread)));
  }

  /** The same distance, the face in the middle with room around it. */
  Viewpoint forPortrait() {
    return new Viewpoint(distance, focalLengthMm35, aperture, Subject.FACE, 1.4f, new float[2]);
  }
}
