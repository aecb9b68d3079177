package facedepth.synthesis.builtin;

/** Where the eyeballs sit: centre of the one on the side of positive x, and radius, centimetres. */
final class EyeSeat {
  static final double X = 3.15;
  static final double Y = 3.5;
  static final double Z = 7.95;
  static final double RADIUS = 1.35;

  /** Thickness of a lid. */
  static final double LID = 0.2;

  private EyeSeat() {}
}
