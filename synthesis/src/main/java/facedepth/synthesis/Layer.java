package facedepth.synthesis;

/** How a run of a scene's triangles is drawn and what it counts as. */
enum Layer {
  /** Outer surfaces of head and body. */
  SOLID(false, true, true),
  /** Sheets that {@link HairPattern} cuts strands out of, seen from both sides. */
  HAIR(true, true, true),
  /** Insides of eyes and mouth: too small to decide the crop, too deep to cast shadows. */
  INSIDE(false, false, false),
  /** Things before the face that hide it from its mask: solid, but the crop ignores them. */
  OBSTACLE(true, true, false),
  /** Things worn before the face that tint it and that its depth ignores. */
  WORN(true, false, false);

  private final boolean twoSided;
  private final boolean casting;
  private final boolean framing;

  Layer(boolean twoSided, boolean casting, boolean framing) {
    this.twoSided = twoSided;
    this.casting = casting;
    this.framing = framing;
  }

  /** Whether backs of triangles are drawn too. */
  boolean isTwoSided() {
    return twoSided;
  }

  /** Whether it throws shadows. */
  boolean isCasting() {
    return casting;
  }

  /** Whether the crop is laid round what of the face it leaves to be seen. */
  boolean isFraming() {
    return framing;
  }
}
