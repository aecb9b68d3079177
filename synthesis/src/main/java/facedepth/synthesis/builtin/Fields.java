package facedepth.synthesis.builtin;

/** Smooth weights over space. */
final class Fields {
  private Fields() {}

  /** 0 below {@code from}, 1 above {@code to}, smooth between. */
  static double step(double from, double to, double at) {
    double t = Math.max(0, Math.min(1, (at - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }
}
