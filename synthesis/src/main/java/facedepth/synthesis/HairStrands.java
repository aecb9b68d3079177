package facedepth.synthesis;

import java.util.SplittableRandom;

/** Grows the strands of a hairstyle as ribbons over a head. Holds scratch memory: one a thread. */
final class HairStrands {
  private static final int TRIANGLES = 6_000;

  private final Scalp scalp;
  private final StrandPath path;
  private final float[] root = new float[3];
  private final float[] normal = new float[3];
  private final float[] way = new float[3];

  HairStrands(Scalp scalp, Skull skull) {
    this.scalp = scalp;
    path = new StrandPath(skull);
  }

  /**
   * Appends ribbons.
   *
   * @param limit height over the neutral head's origin above which a hat leaves none to be seen
   * @param torso on which long hair lies
   */
  void build(Hairstyle style, HairVolume volume, float limit, Torso torso, SceneMesh scene) {
    path.torso = torso;
    float longest = Math.max(style.top(), style.sides());
    boolean curls = style.comb() == Hairstyle.Comb.OUT && style.wave() > 0;
    boolean waves = style.wave() > 0.15f && longest > 14;
    int steps = curls ? 6 : longest < 3 ? 3 : longest < 9 ? 5 : longest < 14 ? 6 : waves ? 14 : 9;
    int budget = Math.min(1500, TRIANGLES / (2 * steps));
    CombField comb = new CombField(style);
    SplittableRandom random = new SplittableRandom(style.grain());
    float[] n = scalp.neutral;
    int grown = 0;
    for (int i = 0; i < scalp.roots() && grown < budget; i++) {
      float x = n[3 * i];
      float y = n[3 * i + 1];
      float z = n[3 * i + 2];
      float within = style.hairline().within(x, y, z);
      float edge = -0.25f + 0.7f * (float) random.nextDouble();
      // Long hair comes out from under a hat.
      if (within < edge || y > limit + (style.end() > -90 ? 4 : 0)) {
        continue;
      }
      scalp.interpolate(scene.position, i, root, 0);
      scalp.interpolate(scene.normal, i, normal, 0);
      grown++;
      strand(style, volume, comb, i, within, steps, y > limit, random, scene, grown);
    }
  }

  private void strand(
      Hairstyle style,
      HairVolume volume,
      CombField comb,
      int i,
      float within,
      int steps,
      boolean covered,
      SplittableRandom random,
      SceneMesh scene,
      int number) {
    float x = scalp.neutral[3 * i];
    float y = scalp.neutral[3 * i + 1];
    float z = scalp.neutral[3 * i + 2];
    float top = CombField.top(y, z);
    float layer = (float) random.nextDouble();
    float other = (float) random.nextDouble();
    boolean front = z > 3.5f && y > 7 && Math.abs(x) < 6;
    float depth = style.cut() == Hairstyle.Cut.CROP ? 5 : 3.2f;
    boolean fringe =
        !covered
            && style.fringe() != Hairstyle.Fringe.NONE
            && front
            && within < depth
            && Math.abs(x) < 5.4f;
    boolean wisp = !covered && front && within < 3 && random.nextDouble() < style.wisps();
    float length = style.sides() + top * (style.top() - style.sides());
    length *= 0.8f + 0.4f * other;
    comb.direction(fringe || wisp, scalp.neutral, 3 * i, normal, way);
    float rough = 0.12f + 0.5f * style.frizz();
    for (int k = 0; k < 3; k++) {
      way[k] += rough * (float) (random.nextDouble() - 0.5);
    }
    StrandPath.unit(way);
    float tall = volume.height(x, y, z, within);
    boolean isLong = style.end() > -90;
    boolean swept = style.cut() == Hairstyle.Cut.QUIFF || style.cut() == Hairstyle.Cut.UNDERCUT;
    path.height = tall * (swept ? 0.75f + 0.3f * layer : 0.4f + 0.6f * layer);
    path.height = covered ? 0.1f : path.height;
    path.rise = Math.min(3, 0.3f + 0.5f * length);
    path.gravity = isLong ? 0.11f : 0.03f;
    path.cling = style.comb() == Hairstyle.Comb.OUT ? 0 : 0.8f;
    path.end = isLong ? style.end() + 1.6f * (other - 0.5f) - 0.8f * layer : -99;
    path.wave = style.wave() * (0.6f + 0.8f * other);
    path.waveLength = style.waveLength() * (0.85f + 0.3f * layer);
    if (isLong) {
      // Swings shorter than this would be lost between the points of the path.
      path.waveLength = Math.max(path.waveLength, 3 * longWay(x, y, z, style) / steps);
    }
    path.phase = 0.35f * x + 3 * layer * (0.3f + style.frizz());
    path.stray = (other - 0.5f) * style.frizz() * (isLong ? 0.5f : 1);
    float width = isLong ? 1.25f : 0.38f + 0.04f * Math.min(12, length);
    float taper = isLong ? 0.22f : 0.75f;
    if (fringe) {
      length = within + style.fringeLength() * (0.8f + 0.35f * other);
      path.height = 0.15f + 0.5f * Math.min(1.2f, style.lift()) * (0.5f + 0.5f * layer);
      path.end = -99;
      width = 0.45f;
      taper = 0.6f;
    } else if (wisp) {
      length = 6 + 9 * other;
      path.height = 0.3f + 0.4f * layer;
      path.cling = 0.3f;
      path.end = -99;
      width = 0.06f + 0.09f * layer;
      way[0] += 1.4f * (layer - 0.5f);
    } else if (isLong) {
      length = longWay(x, y, z, style);
      if (CombField.tie(style) != null) {
        path.gravity = 0;
        path.end = -99;
        path.wave *= 0.3f;
      }
    }
    if (!fringe && !wisp && CombField.tie(style) != null) {
      float[] tie = CombField.tie(style);
      double away = Math.hypot(Math.hypot(tie[0] - x, tie[1] - y), tie[2] - z);
      length = 1.25f * (float) away;
      path.gravity = 0;
      path.end = -99;
    }
    float light = 0.3f + 0.7f * layer;
    if (style.cut() == Hairstyle.Cut.AFRO || style.cut() == Hairstyle.Cut.TIGHT_CURLS) {
      // Curls show only where they come out of the mass of the others.
      float out = tall * (0.55f + 0.4f * layer);
      for (int k = 0; k < 3; k++) {
        root[k] += out * normal[k];
        way[k] = 0.12f * normal[k] + 1.6f * (float) (random.nextDouble() - 0.5);
      }
      length = 1.3f + 1.3f * other;
      path.phase = 6 * layer;
      path.stray = 0;
      width = 0.36f;
      taper = 0.3f;
    }
    path.grow(root, 0, way, length, steps);
    HairRibbons.append(scene, path, width, taper, number, light);
  }

  /** About how long a strand must be to reach the height at which hair is cut off. */
  private static float longWay(float x, float y, float z, Hairstyle style) {
    float ring = (float) Math.sqrt(x * x + z * z);
    return Math.max(2, y - style.end() + 0.6f * Math.max(0, 8 - ring) + 1.5f);
  }
}
