package facedepth.synthesis;

/** Sets the exposure as a camera does that looks for faces. */
final class LightMeter {
  private static final float MIDDLE = 0.34f; // a face of middle tone, linear
  private static final float MIDDLE_TONE = 0.4f;
  private static final float BRIGHTEST = 0.75f; // mean of a picture above which it stops down

  private LightMeter() {}

  /**
   * Scales a picture: the face is metered, dark skin stays darker than light skin, and a bright
   * background takes a share of the decision.
   *
   * @param rgb planar linear RGB
   * @param faceLight mean luminance of the face in it
   */
  static void expose(float[] rgb, float faceLight, FaceRecipe recipe) {
    float[] skin = recipe.appearance().skin();
    float tone = 0.3f * skin[0] + 0.6f * skin[1] + 0.1f * skin[2];
    float target = MIDDLE * (float) Math.pow(tone / MIDDLE_TONE, 0.65);
    float gain = target / Math.max(1e-4f, faceLight);
    double sum = 0;
    for (float value : rgb) {
      sum += Math.min(3, value * gain);
    }
    float mean = (float) (sum / rgb.length);
    if (mean > BRIGHTEST) {
      gain *= (float) Math.sqrt(BRIGHTEST / mean);
    }
    gain *= recipe.exposure();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] *= gain;
    }
  }
}
