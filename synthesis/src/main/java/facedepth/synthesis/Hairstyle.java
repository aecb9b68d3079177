package facedepth.synthesis;

/**
 * A head of hair: where it grows, how long it is and which way it is combed.
 *
 * @param cut the kind of haircut
 * @param hairline where hair begins
 * @param comb which way the hair on top lies
 * @param top length of the hair on top, centimetres
 * @param sides length at the sides and the back
 * @param end height at which long hair is cut off, centimetres over the head's origin
 * @param lift how far the hair on top stands off the skull, centimetres
 * @param sideLift the same at the sides
 * @param parting where the hair parts, x in centimetres
 * @param fringe what hangs over the forehead
 * @param fringeLength how far below the hairline, centimetres
 * @param wave how far strands swing from their way, centimetres
 * @param waveLength from one swing to the next, centimetres
 * @param frizz how far strands stray at random, 0 to 1
 * @param wisps share of the front's strands that fall freely over the face, 0 to 1
 * @param tucked whether it lies behind the ears
 * @param tint how the colour differs from the natural one and from strand to strand
 * @param grain seed of the strands
 */
record Hairstyle(
    Cut cut,
    Hairline hairline,
    Comb comb,
    float top,
    float sides,
    float end,
    float lift,
    float sideLift,
    float parting,
    Fringe fringe,
    float fringeLength,
    float wave,
    float waveLength,
    float frizz,
    float wisps,
    boolean tucked,
    HairTint tint,
    long grain) {

  /** Kinds of haircuts. */
  enum Cut {
    BALD(2, 9),
    BUZZ(2, 10),
    CREW(2, 10),
    CROP(5, 14),
    SIDE_PARTING(6, 13),
    QUIFF(2, 9),
    UNDERCUT(3, 6),
    WREATH(0, 4),
    SHAGGY(7, 6),
    BOB(17, 2),
    LONG(27, 5),
    AFRO(5, 3),
    TIGHT_CURLS(5, 5),
    BUN(8, 2),
    PONYTAIL(6, 1),
    BRAIDS(3, 1);

    private final int women;
    private final int men;

    Cut(int women, int men) {
      this.women = women;
      this.men = men;
    }

    /** Of a hundred such people, how many wear it. */
    int percent(boolean man) {
      return man ? men : women;
    }
  }

  /** Which way the hair on top lies. */
  enum Comb {
    /** As it grows: away from the crown. */
    NATURAL,
    FORWARD,
    BACK,
    /** To both sides of a parting. */
    PARTED,
    /** Towards where it is tied, on top of the head or behind it. */
    TIED_HIGH,
    TIED_LOW,
    /** On end. */
    OUT
  }

  /** What hangs over the forehead. */
  enum Fringe {
    NONE,
    STRAIGHT,
    SWEPT,
    CURTAIN
  }

  static Hairstyle draw(Dice dice, Person person) {
    return Barber.draw(dice, person);
  }

  /** Whether there is any hair to be seen. */
  boolean present() {
    return cut != Cut.BALD;
  }

  /** How far the hairline stands above the natural one, centimetres. */
  float recede() {
    return hairline.recede();
  }

  /**
   * How densely roots stand at a place on the scalp, 0 to 1, in neutral coordinates; a shaven head
   * shows them too.
   */
  float roots(float x, float y, float z) {
    float within = hairline.within(x, y, z);
    float edge = cut == Cut.BALD ? 0.25f * tint.shadow() : 0.75f;
    return edge * FaceAtlas.smoothstep(-0.35f, 0.9f, within);
  }
}
