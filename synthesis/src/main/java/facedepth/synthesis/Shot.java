package facedepth.synthesis;

/**
 * What kind of picture of a face it is, with the shares of the training data of the origin: mostly
 * faces that look at the camera, some turned far, some from behind the profile, some with neck and
 * shoulders.
 */
enum Shot {
  FRONTAL_TIGHT(70),
  TURNED(12),
  BEYOND_PROFILE(6),
  NECK_AND_SHOULDERS(12);

  private final int percent;

  Shot(int percent) {
    this.percent = percent;
  }

  static Shot draw(Dice dice) {
    int at = dice.below(100);
    for (Shot shot : values()) {
      at -= shot.percent;
      if (at < 0) {
        return shot;
      }
    }
    throw new AssertionError("shares do not sum to 100");
  }
}
