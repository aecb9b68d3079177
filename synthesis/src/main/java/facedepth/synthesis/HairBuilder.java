package facedepth.synthesis;

/** Builds the hair of a person into a scene. Holds scratch memory: one a thread. */
final class HairBuilder {
  private final Skull skull;
  private final HairShell shell;
  private final HairStrands strands;

  HairBuilder(HeadModel head) {
    Scalp scalp = new Scalp(head);
    skull = new Skull(head);
    shell = new HairShell(head, scalp);
    strands = new HairStrands(scalp, skull);
  }

  /** Appends the hair; the scene already holds the head's vertices and normals, unposed. */
  void build(Hairstyle style, SceneMesh scene) {
    if (!style.present()) {
      return;
    }
    skull.measure(scene.position, !style.tucked());
    HairVolume volume = new HairVolume(style);
    float limit = 99;
    shell.build(style, volume, limit, scene);
    if (style.cut() != Hairstyle.Cut.BUZZ) {
      strands.build(style, volume, limit, scene);
    }
  }
}
