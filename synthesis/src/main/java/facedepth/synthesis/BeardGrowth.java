package facedepth.synthesis;

/** Where one person's beard stands, on the map of {@link FaceZones}. */
final class BeardGrowth {
  private final FaceAtlas atlas;
  private final BeardCut cut;
  private final float density;
  private final float lipTop;
  private final float lipBottom;
  private final float noseBase;
  private final float cornerX;
  private final float cornerY;

  BeardGrowth(FaceAtlas atlas, Appearance look) {
    this.atlas = atlas;
    cut = look.beardCut();
    density = look.beard();
    lipTop = atlas.landmark(51, 1);
    lipBottom = atlas.landmark(57, 1);
    noseBase = atlas.landmark(33, 1);
    cornerX = atlas.landmark(54, 0);
    cornerY = atlas.landmark(54, 1);
  }

  /**
   * Cover of the grown beard, 0 to 1.
   *
   * @param side absolute column coordinate
   * @param noise -1 to 1
   */
  float at(float side, float y, float noise) {
    if (density == 0 || y > 5) {
      return 0;
    }
    float grown =
        Math.max(
            Math.max(cut.moustache() * moustache(side, y, cut.droop()), cut.chin() * chin(side, y)),
            Math.max(cut.jaw() * jaw(side, y), cut.cheeks() * cheeks(side, y)));
    grown = Math.max(grown, cut.sideburns() * sideburns(side, y));
    grown = Math.max(grown, cut.soulPatch() * soulPatch(side, y));
    if (cut.moustache() > 0 && cut.chin() > 0) {
      grown = Math.max(grown, Math.min(cut.moustache(), cut.chin()) * bridge(side, y));
    }
    return FaceAtlas.clamp(grown * (1 + cut.patchy() * (1.6f * noise - 0.5f)));
  }

  /** Where hair would grow if nothing were shaved. */
  float shaved(float side, float y) {
    if (y > 5 || side > 12) {
      return 0;
    }
    float all = Math.max(moustache(side, y, 0.4f), chin(side, y));
    return Math.max(Math.max(all, bridge(side, y)), Math.max(0.8f * cheeks(side, y), jaw(side, y)));
  }

  private float moustache(float side, float y, float droop) {
    float middle = 0.42f * noseBase + 0.58f * lipTop;
    float bend = Math.max(0, side - 0.5f) / cornerX;
    float line = middle + (cornerY - middle) * 0.75f * bend * bend;
    float half = 0.62f - 0.12f * bend;
    float end = cornerX + 0.3f;
    float body =
        FaceAtlas.smoothstep(half, 0.45f * half, Math.abs(y - line))
            * FaceAtlas.smoothstep(end + 0.4f, end - 0.4f, side);
    float hang =
        droop
            * FaceAtlas.smoothstep(0.6f, 0.3f, Math.abs(side - end))
            * FaceAtlas.smoothstep(cornerY + 0.6f, cornerY, y)
            * FaceAtlas.smoothstep(cornerY - 2.6f * droop, cornerY - 2 * droop + 0.3f, y);
    return Math.max(body, hang);
  }

  private float chin(float side, float y) {
    float width = cornerX + 0.4f;
    return FaceAtlas.smoothstep(width + 0.5f, width - 0.7f, side)
        * FaceAtlas.smoothstep(lipBottom - 0.45f, lipBottom - 1.1f, y)
        * above(side, y, 1.6f);
  }

  private float bridge(float side, float y) {
    return FaceAtlas.smoothstep(0.75f, 0.35f, Math.abs(side - cornerX - 0.45f))
        * FaceAtlas.smoothstep(cornerY + 0.9f, cornerY + 0.2f, y)
        * FaceAtlas.smoothstep(lipBottom - 2.4f, lipBottom - 1, y);
  }

  private float jaw(float side, float y) {
    float over = y - atlas.jawHeight(side);
    return FaceAtlas.smoothstep(2, 1.1f, over) * above(side, y, 1.4f) * before(side);
  }

  private float cheeks(float side, float y) {
    float along = FaceAtlas.clamp((side - cornerX) / (10.2f - cornerX));
    float top = cornerY - 1.2f + 1.8f * cut.cheeks() + along * (3.4f - cut.cheeks());
    return FaceAtlas.smoothstep(top + 0.5f, top - 0.7f, y)
        * FaceAtlas.smoothstep(cornerX - 0.1f, cornerX + 1, side)
        * above(side, y, 1.4f)
        * before(side);
  }

  private float sideburns(float side, float y) {
    return 0.8f
        * FaceAtlas.smoothstep(8.8f, 10.2f, side)
        * before(side)
        * FaceAtlas.smoothstep(-2.6f, -0.4f, y)
        * FaceAtlas.smoothstep(4.8f, 3, y);
  }

  private float soulPatch(float side, float y) {
    return FaceAtlas.smoothstep(0.75f, 0.3f, side)
        * FaceAtlas.smoothstep(0.7f, 0.4f, Math.abs(y - lipBottom + 0.55f));
  }

  /** Not far below the jaw's edge. */
  private float above(float side, float y, float reach) {
    float over = y - atlas.jawHeight(side);
    return FaceAtlas.smoothstep(-reach - 0.9f, -reach, over);
  }

  /** Before the ear. */
  private static float before(float side) {
    return FaceAtlas.smoothstep(11.3f, 10.5f, side);
  }
}
