package facedepth.synthesis;

import java.util.Arrays;

/** Depth of all that is in a picture, not of the face alone. */
final class SceneDepth {
  private SceneDepth() {}

  /**
   * Camera z of what is nearest at each pixel: the mean over those of its subsamples that show
   * anything.
   *
   * @param kind what each subsample shows, see {@link PhotoShader}
   * @param resolution side of the picture in pixels
   * @return centimetres, row-major; NaN where more than half of a pixel is background
   */
  static float[] of(Fragments fragments, byte[] kind, int resolution) {
    int samples = Compositor.SUPERSAMPLING;
    int fineSize = resolution * samples;
    float[] solid = fragments.solid.depth();
    float[] hair = fragments.hair.depth();
    float[] depth = new float[resolution * resolution];
    Arrays.fill(depth, Float.NaN);
    for (int pixel = 0; pixel < depth.length; pixel++) {
      int corner = samples * (pixel / resolution * fineSize + pixel % resolution);
      float sum = 0;
      int count = 0;
      for (int s = 0; s < samples * samples; s++) {
        int at = corner + s / samples * fineSize + s % samples;
        if (kind[at] != PhotoShader.BACKGROUND) {
          sum += kind[at] == PhotoShader.HAIR ? hair[at] : solid[at];
          count++;
        }
      }
      if (2 * count >= samples * samples) {
        depth[pixel] = sum / count;
      }
    }
    return depth;
  }
}
