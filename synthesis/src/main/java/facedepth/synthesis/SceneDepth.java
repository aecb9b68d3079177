package facedepth.synthesis;

/** Depth of all that is in a picture, not of the face alone. */
final class SceneDepth {
  private SceneDepth() {}

  /**
   * Camera z of what is nearest at the centre of each pixel.
   *
   * @param resolution side of the picture in pixels
   * @return centimetres, row-major; NaN for the background
   */
  static float[] of(Sight sight, int resolution) {
    float[] depth = new float[resolution * resolution];
    for (int pixel = 0; pixel < depth.length; pixel++) {
      // Every other sample is the centre of a pixel.
      int column = 2 * (pixel % resolution) + 1;
      int row = 2 * (pixel / resolution) + 1;
      int look = sight.look(column, row, Sight.Strands.ASK);
      depth[pixel] = (look & Sight.VISIBLE) == Sight.BACKGROUND ? Float.NaN : sight.depth();
    }
    return depth;
  }
}
