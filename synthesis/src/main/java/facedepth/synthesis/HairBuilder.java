package facedepth.synthesis;

/** Builds hair and what is worn over it into a scene. Holds scratch memory: one a thread. */
final class HairBuilder {
  private static final float ALL = 99; // a height that no root reaches

  private final HeadModel head;
  private final Skull skull;
  private final HairShell shell;
  private final HairStrands strands;

  HairBuilder(HeadModel head) {
    this.head = head;
    Scalp scalp = new Scalp(head);
    skull = new Skull(head);
    shell = new HairShell(head, scalp);
    strands = new HairStrands(scalp, skull);
  }

  /** Appends the hair; the scene already holds the head's vertices and normals, unposed. */
  void build(Hairstyle style, Outfit outfit, SceneMesh scene) {
    if (!style.present()) {
      return;
    }
    float limit = outfit.headwear() == null ? ALL : Hat.limit(outfit.headwear());
    if (limit < 0) {
      return;
    }
    skull.measure(scene.position, !style.tucked());
    HairVolume volume = new HairVolume(style);
    shell.build(style, volume, limit, scene);
    if (style.cut() != Hairstyle.Cut.BUZZ) {
      strands.build(style, volume, limit, new Torso(outfit), scene);
      if (limit == ALL) {
        new TiedHair(style, scene, new Torso(outfit)).build();
      }
    }
  }

  /** Appends what stands before the face. */
  void obstruct(Obstacle obstacle, HeadPose pose, SceneMesh scene) {
    skull.measure(scene.position, false);
    new ObstacleBuilder(head, skull).build(obstacle, pose, scene);
  }

  /** Appends what is worn on the head. */
  void cover(Hairstyle style, Headwear headwear, SceneMesh scene) {
    boolean ears = !headwear.framesFace() && !style.tucked() && style.present();
    skull.measure(scene.position, ears);
    Hat.build(headwear, skull, scene);
  }
}
