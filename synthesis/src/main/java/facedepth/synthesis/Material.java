package facedepth.synthesis;

/** How a triangle of the scene is painted. */
enum Material {
  SKIN,
  BACK,
  MOUTH,
  GUMS,
  TEETH,
  EYE,
  LASHES,
  HAIR,
  CLOTH,
  FRAME,
  LENS,
  HAT,
  HAND,
  PROP;

  static Material of(HeadPart part) {
    return switch (part) {
      case SKIN -> SKIN;
      case BACK -> BACK;
      case MOUTH -> MOUTH;
      case GUMS -> GUMS;
      case TEETH -> TEETH;
      case EYE -> EYE;
      case LASHES -> LASHES;
    };
  }
}
