package facedepth.synthesis;

/** How far the hair of one style stands off the skull at each place of the neutral scalp. */
final class HairVolume {
  private final Hairstyle style;
  private final Noise noise;

  HairVolume(Hairstyle style) {
    this.style = style;
    noise = new Noise(style.grain());
  }

  /**
   * Height of the outermost hair, centimetres.
   *
   * @param within how far within the hairline the place lies, centimetres
   */
  float height(float x, float y, float z, float within) {
    float top = CombField.top(y, z);
    float height = style.sideLift() + top * (style.lift() - style.sideLift());
    switch (style.cut()) {
      case QUIFF -> height *= 0.45f + 0.75f * FaceAtlas.smoothstep(-5, 7, z);
      case AFRO, TIGHT_CURLS ->
          height *= 1 + 0.14f * noise.octaves(x * 0.4f, y * 0.4f, z * 0.4f, 2);
      case BOB, LONG, SHAGGY, SIDE_PARTING, UNDERCUT -> {
        // A parting lies flat.
        float off = Math.abs(x - style.parting()) * 0.5f;
        float flat = style.comb() == Hairstyle.Comb.PARTED ? Math.max(0, 1 - off * off) : 0;
        height *= (1 - 0.75f * flat * top) * (1 + 0.2f * noise.at(x * 0.3f, y * 0.3f, z * 0.3f));
      }
      default -> {}
    }
    float steep = style.comb() == Hairstyle.Comb.OUT ? 1.2f : 2.4f;
    return height * (0.12f + 0.88f * FaceAtlas.smoothstep(-0.2f, steep, within));
  }
}
