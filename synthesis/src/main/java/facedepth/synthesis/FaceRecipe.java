package facedepth.synthesis;

/**
 * Everything that decides one picture: the parameters of a sample. A pure function of seed and
 * index; each part draws from its own stream.
 *
 * @param seed of the supply
 * @param index of the sample
 * @param attempt how many recipes before it showed too little of a face
 * @param shot what kind of picture of a face it is
 * @param neck how the head is turned on its shoulders
 * @param bystander who stands behind; null for nobody
 * @param obstacle what stands before the face; null for nothing
 * @param faults what camera, file and people did to the picture; null for nothing
 */
record FaceRecipe(
    long seed,
    long index,
    int attempt,
    Identity identity,
    Expression expression,
    Appearance appearance,
    Hairstyle hairstyle,
    Outfit outfit,
    Shot shot,
    HeadPose pose,
    Neck neck,
    Viewpoint viewpoint,
    LightRig light,
    Backdrop backdrop,
    Bystander bystander,
    Obstacle obstacle,
    CameraFaults faults) {

  static FaceRecipe draw(long seed, long index, int attempt) {
    Dice dice = new Dice(seed, index).stream(attempt);
    Shot shot = Shot.draw(dice.stream("shot"));
    Viewpoint viewpoint = Viewpoint.draw(dice.stream("viewpoint"), shot);
    HeadPose pose = HeadPose.draw(dice.stream("pose"), shot);
    if (viewpoint.subject() == Viewpoint.Subject.BACK_OF_THE_HEAD) {
      pose = pose.fromBehind();
    }
    Person person = Person.draw(dice.stream("person"));
    LightRig light = LightRig.draw(dice.stream("light"));
    return new FaceRecipe(
        seed,
        index,
        attempt,
        Identity.draw(dice.stream("identity"), person),
        Expression.draw(dice.stream("expression")),
        Appearance.draw(dice.stream("appearance"), person),
        Hairstyle.draw(dice.stream("hairstyle"), person),
        Outfit.draw(dice.stream("outfit")),
        shot,
        pose,
        Neck.draw(dice.stream("neck"), pose),
        viewpoint,
        light,
        Backdrop.draw(dice.stream("backdrop"), light, viewpoint),
        Bystander.draw(dice.stream("bystander")),
        Obstacle.draw(dice.stream("obstacle")),
        CameraFaults.draw(dice.stream("faults")));
  }

  /**
   * The same scene photographed again: take 0 is this recipe, every other has a background and
   * faults of its own.
   */
  FaceRecipe take(int number) {
    if (number == 0) {
      return this;
    }
    Dice dice = new Dice(seed, index).stream(attempt).stream("take").stream(number);
    return photographed(
        Backdrop.draw(dice.stream("backdrop"), light, viewpoint),
        CameraFaults.draw(dice.stream("faults")));
  }

  /** How brightly the face is exposed, 1 as a meter would. */
  float exposure() {
    return light.exposure();
  }

  /**
   * The same person as a portrait to be looked at: turned little, framed with room around the head,
   * nothing in front of the face, the picture without faults.
   */
  FaceRecipe forPortrait() {
    return aloneInFrame(pose.forPortrait(), neck.forPortrait(), light);
  }

  /** The same scene photographed by a good camera in good hands. */
  FaceRecipe withoutFaults() {
    return photographed(backdrop, null);
  }

  /** The same person seen behind another, in that one's light, with room around the head. */
  FaceRecipe asBystander(LightRig otherLight) {
    return aloneInFrame(pose, neck, otherLight);
  }

  private FaceRecipe photographed(Backdrop newBackdrop, CameraFaults newFaults) {
    return new FaceRecipe(
        seed,
        index,
        attempt,
        identity,
        expression,
        appearance,
        hairstyle,
        outfit,
        shot,
        pose,
        neck,
        viewpoint,
        light,
        newBackdrop,
        bystander,
        obstacle,
        newFaults);
  }

  private FaceRecipe aloneInFrame(HeadPose newPose, Neck newNeck, LightRig newLight) {
    return new FaceRecipe(
        seed,
        index,
        attempt,
        identity,
        expression,
        appearance,
        hairstyle,
        outfit,
        shot,
        newPose,
        newNeck,
        viewpoint.forPortrait(),
        newLight,
        backdrop,
        null,
        null,
        null);
  }
}
