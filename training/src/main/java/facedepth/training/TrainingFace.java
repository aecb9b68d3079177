package facedepth.training;

import facedepth.geometry.DepthMap;
import facedepth.synthesis.SyntheticFace;

/**
 * What the trainer keeps of a picture: small, because many wait for their turn.
 *
 * @param resolution side in pixels
 * @param rgb planar, row-major, one byte a value
 * @param depth crop widths, NaN outside the face
 */
record TrainingFace(int resolution, byte[] rgb, float[] depth) {

  static TrainingFace of(SyntheticFace face) {
    return of(face.rgb(), face.depth());
  }

  /** A picture of whole numbers 0 to 255 and its depth. */
  static TrainingFace of(float[] rgb, DepthMap depth) {
    byte[] bytes = new byte[rgb.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) rgb[i];
    }
    return new TrainingFace(depth.width(), bytes, depth.values());
  }

  /** The face in a looking glass: one more face, and as true. */
  TrainingFace mirrored() {
    byte[] pixels = new byte[rgb.length];
    float[] values = new float[depth.length];
    for (int row = 0; row < 3 * resolution; row++) {
      int from = row * resolution;
      for (int x = 0; x < resolution; x++) {
        pixels[from + x] = rgb[from + resolution - 1 - x];
      }
    }
    for (int row = 0; row < resolution; row++) {
      int from = row * resolution;
      for (int x = 0; x < resolution; x++) {
        values[from + x] = depth[from + resolution - 1 - x];
      }
    }
    return new TrainingFace(resolution, pixels, values);
  }
}
