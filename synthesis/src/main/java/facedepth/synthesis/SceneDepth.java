package facedepth.synthesis;

/** Depth of all that is in a picture, not of the face alone. */
final class SceneDepth {
  private SceneDepth() {}

  /**
   * Camera z of what is nearest at each pixel's centre.
   *
   * @param sight of samples laid out by {@link PixelSampler}
   * @param resolution side of the picture in pixels
   * @return centimetres, row-major; NaN where there is background
   */
  static float[] of(Sight sight, int resolution) {
    float[] depth = new float[resolution * resolution];
    for (int pixel = 0; pixel < depth.length; pixel++) {
      int column = PixelSampler.centre(pixel % resolution);
      int row = PixelSampler.centre(pixel / resolution);
      int look = sight.look(column, row, Sight.Strands.ASK) & Sight.VISIBLE;
      if (look == Sight.BACKGROUND) {
        depth[pixel] = Float.NaN;
      } else {
        sight.locate(look, column, row);
        depth[pixel] = sight.depth();
      }
    }
    return depth;
  }
}
