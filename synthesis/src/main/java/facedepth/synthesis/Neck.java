package facedepth.synthesis;

/**
 * How the head is turned on its shoulders, degrees, in the senses of {@link HeadPose}: the
 * shoulders stay behind the head by that much.
 */
record Neck(float yaw, float pitch) {
  private static final float MOST_YAW = 60;

  /** A share of the head's own turn, and a body that was not square to the camera before. */
  static Neck draw(Dice dice, HeadPose pose) {
    float body = dice.chance(0.35) ? dice.normal(0, 28) : dice.normal(0, 6);
    float yaw = (float) Math.IEEEremainder(pose.yaw(), 180) * dice.uniform(0.15f, 0.85f) + body;
    float pitch = (float) pose.pitch() * dice.uniform(0.3f, 1);
    return new Neck(Math.max(-MOST_YAW, Math.min(MOST_YAW, yaw)), pitch);
  }

  /** For a portrait of a head that is turned little. */
  Neck forPortrait() {
    return new Neck(yaw / 3, pitch / 4);
  }
}
