package facedepth.synthesis;

/** Lights points of surfaces by a rig. Holds shadow maps and scratch memory: one a thread. */
final class Illumination {
  private final ShadowMap[] shadows = {new ShadowMap(), new ShadowMap()};
  private final float[] light = new float[3];
  private final float[] shine = new float[3];
  private LightRig rig;
  private int casting;

  /** Gets ready for a scene. */
  void prepare(LightRig rig, SceneMesh scene) {
    this.rig = rig;
    casting = Math.min(shadows.length, rig.directions().length);
    for (int l = 0; l < casting; l++) {
      shadows[l].draw(scene, rig.directions()[l]);
    }
  }

  /**
   * Lights one point.
   *
   * @param surface what is there; its normal has unit length
   * @param point where it is, camera axes before the camera's distance is added, centimetres
   * @param isHair whether light goes round it as round strands
   * @param rgb receives linear RGB from index {@code at}
   */
  void shade(Surface surface, float[] point, boolean isHair, float[] rgb, int at) {
    illuminate(surface, point, isHair);
    for (int c = 0; c < 3; c++) {
      rgb[at + c] = surface.albedo[c] * light[c] + shine[c];
    }
  }

  private void illuminate(Surface surface, float[] point, boolean isHair) {
    float[] normal = surface.normal;
    for (int c = 0; c < 3; c++) {
      float[] g = rig.gradient()[c];
      light[c] =
          surface.open
              * Math.max(
                  0.02f, rig.ambient()[c] + g[0] * normal[0] + g[1] * normal[1] + g[2] * normal[2]);
      shine[c] = 0;
    }
    for (int l = 0; l < rig.directions().length; l++) {
      float[] d = rig.directions()[l];
      float facing = d[0] * normal[0] + d[1] * normal[1] + d[2] * normal[2];
      if (facing < -0.4f) {
        continue;
      }
      float lit = l < casting ? shadows[l].lit(point, normal) : 1;
      float[] colour = rig.colours()[l];
      for (int c = 0; c < 3; c++) {
        float wrap = isHair ? 0.2f : rig.wrap()[c];
        float diffuse = Math.max(0, (facing + wrap) / (1 + wrap));
        // Scattered light softens the shadow's edge most in red.
        float through = lit + (1 - lit) * 0.25f * wrap;
        light[c] += colour[c] * diffuse * through;
      }
      if (facing > 0 && lit > 0) {
        // Half vector with the view along -z (towards the camera).
        float hx = d[0];
        float hy = d[1];
        float hz = d[2] - 1;
        float h = (float) Math.sqrt(hx * hx + hy * hy + hz * hz + 1e-9f);
        float cosine = Math.max(0, (hx * normal[0] + hy * normal[1] + hz * normal[2]) / h);
        if (surface.strands > 0) {
          // Kajiya and Kay (1989): a strand shines all round, brightest across it.
          float[] t = surface.tangent;
          float across = (hx * t[0] + hy * t[1] + hz * t[2]) / h;
          cosine = (float) Math.sqrt(Math.max(0, 1 - across * across));
        }
        float lobe = (float) Math.exp(surface.gloss * (cosine - 1)) * surface.shine * lit;
        for (int c = 0; c < 3; c++) {
          shine[c] += colour[c] * lobe;
        }
      }
    }
  }
}
