package facedepth.synthesis;

/** Paints what is worn on the head. */
final class HatPainter {
  private final Headwear wear;
  private final Noise noise;
  private final boolean knitted;

  HatPainter(Headwear wear) {
    this.wear = wear;
    noise = new Noise(wear.grain());
    knitted = wear.kind() == Headwear.Kind.BEANIE;
  }

  /** Paints a place: round the head and up, centimetres, and whether it is the band. */
  void paint(float around, float up, float band, Surface surface) {
    Fabric fabric = wear.fabric();
    boolean hard = wear.kind() == Headwear.Kind.HELMET;
    float weave = 1 + (hard ? 0 : fabric.weave() * noise.at(around * 2.5f, up * 2.5f, 0));
    float ribs = 0;
    if (knitted) {
      float t = around * 1.6f;
      ribs = 4 * Math.abs(t - (float) Math.floor(t) - 0.5f) - 1;
      weave *= 0.88f + 0.12f * ribs;
      surface.normal[0] += 0.25f * ribs;
    }
    surface.colour(fabric.colour(), weave);
    float share = hard || knitted ? 0 : fabric.share(around, up, 9);
    if (share > 0) {
      surface.blend(fabric.second(), share);
    }
    if (band > 0.5f && wear.kind() == Headwear.Kind.HAT) {
      surface.colour(wear.band(), 1);
    }
    surface.scatter = 0;
    surface.shine = hard ? 0.5f : fabric.sheen();
    surface.gloss = hard ? 60 : 12;
  }
}
