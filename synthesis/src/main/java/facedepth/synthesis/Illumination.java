package facedepth.synthesis;

/** Lights points of surfaces by a rig. Holds shadow maps and scratch memory: one a thread. */
final class Illumination {
  private static final float SHEEN = 0.25f; // of the environment, mirrored at grazing angles

  private final ShadowMap[] shadows = {new ShadowMap(), new ShadowMap()};
  private final float[] eye = new float[3];
  private final float[] view = new float[3];
  private float[] sky = new float[27];
  private LampLight[] lamps = new LampLight[0];

  /** Gets ready for a scene and a camera. */
  void prepare(LightRig rig, SceneMesh scene, Framing.Frame camera) {
    eye[0] = -camera.shiftX();
    eye[1] = -camera.shiftY();
    eye[2] = -camera.distance();
    sky = rig.environment().irradiance();
    lamps = new LampLight[rig.lamps().length];
    for (int l = 0; l < lamps.length; l++) {
      Lamp lamp = rig.lamps()[l];
      ShadowMap shadow = l < shadows.length ? shadows[l] : null;
      lamps[l] = new LampLight(lamp, shadow);
      if (shadow != null) {
        shadow.draw(scene, lamp.direction());
      }
    }
  }

  /**
   * Lights one point.
   *
   * @param surface what is there; its normal has unit length
   * @param point where it is, camera axes before the camera's distance is added, centimetres
   * @param isHair whether it is hair, which may be strands
   * @param rgb receives linear RGB from index {@code at}
   */
  void shade(Surface surface, float[] point, boolean isHair, float[] rgb, int at) {
    float[] n = surface.normal;
    lookFrom(point);
    float facing = Math.max(0, n[0] * view[0] + n[1] * view[1] + n[2] * view[2]);
    addEnvironment(surface, n, facing, rgb, at);
    boolean hasStrands = isHair && surface.strands > 0.5f;
    for (LampLight lamp : lamps) {
      if (hasStrands) {
        lamp.addToStrands(surface, point, view, rgb, at);
      } else {
        lamp.add(surface, point, view, facing, rgb, at);
      }
    }
  }

  private void lookFrom(float[] point) {
    float x = eye[0] - point[0];
    float y = eye[1] - point[1];
    float z = eye[2] - point[2];
    float scale = 1 / (float) Math.sqrt(x * x + y * y + z * z);
    view[0] = x * scale;
    view[1] = y * scale;
    view[2] = z * scale;
  }

  private void addEnvironment(Surface surface, float[] n, float facing, float[] rgb, int at) {
    float x = n[0];
    float y = n[1];
    float z = n[2];
    float xy = x * y;
    float yz = y * z;
    float zz = 3 * z * z - 1;
    float xz = x * z;
    float xx = x * x - y * y;
    // The mirrored view direction, for the sheen that every surface has at grazing angles.
    float mx = 2 * facing * x - view[0];
    float my = 2 * facing * y - view[1];
    float mz = 2 * facing * z - view[2];
    float graze = (1 - facing) * (1 - facing);
    float open = surface.open;
    float sheen = open * (0.02f + SHEEN * graze * graze) * Math.min(1, 4 * surface.shine);
    float[] s = sky;
    for (int c = 0; c < 3; c++) {
      int p = 9 * c;
      float flat = s[p];
      float diffuse =
          flat
              + s[p + 1] * y
              + s[p + 2] * z
              + s[p + 3] * x
              + s[p + 4] * xy
              + s[p + 5] * yz
              + s[p + 6] * zz
              + s[p + 7] * xz
              + s[p + 8] * xx;
      float mirrored = flat + 1.5f * (s[p + 1] * my + s[p + 2] * mz + s[p + 3] * mx);
      float albedo = surface.albedo[c];
      // What does not come from the open comes from skin nearby, coloured by it.
      float reach = open + (1 - open) * open * albedo;
      rgb[at + c] =
          albedo * reach * Math.max(0.03f * flat, diffuse) + sheen * Math.max(0, mirrored);
    }
  }
}
