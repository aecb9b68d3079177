package facedepth.training;

import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthReader;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import facedepth.synthesis.dataset.Eg3dDepth;
import facedepth.synthesis.dataset.Sample;

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

  /**
   * A rendered face as the origin's data show faces: depth is the distance of all that is seen,
   * hair, body and background too, and its unit has no meaning.
   *
   * @param supply what has just rendered it
   */
  static TrainingFace relative(SyntheticFace face, FaceGenerator supply) {
    int size = face.resolution();
    float[] depth =
        Eg3dDepth.nearness(
            supply.sceneDepth(), size, size, face.camera(), face.placement().headToCamera()[11]);
    float most = 0; // the least is 0 or near it: the far end of the rays
    for (float near : depth) {
      most = Math.max(most, near);
    }
    for (int i = 0; i < depth.length; i++) {
      depth[i] *= (float) (-DepthReader.DEFAULT_RELIEF / Math.max(most, 1e-6f));
    }
    return of(face.rgb(), new DepthMap(size, size, depth));
  }

  /**
   * A sample of a data set.
   *
   * @param resolution side of the picture that is wanted
   */
  static TrainingFace of(Sample sample, int resolution) {
    GridResize picture = new GridResize(sample.picture().size(), resolution);
    DepthMap depth = new GridResize(sample.depth().width(), resolution).depth(sample.depth());
    return of(
        picture.picture(sample.picture().rgb()),
        sample.depthKind() == DepthFile.Kind.CROP_WIDTHS ? depth.centred() : depth);
  }

  /** Whether the face at a position of a stream is mirrored: half of them are, by hash. */
  static boolean isMirrored(long position) {
    return Long.hashCode(position * 0x9e3779b97f4a7c15L) < 0;
  }

  /** A picture of whole numbers 0 to 255 and its depth. */
  static TrainingFace of(float[] rgb, DepthMap depth) {
    byte[] bytes = new byte[rgb.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) rgb[i];
    }
    return new TrainingFace(depth.width(), bytes, depth.values());
  }

  /** Its pixels as numbers 0 to 255. */
  float[] pixels() {
    float[] pixels = new float[rgb.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = rgb[i] & 0xff;
    }
    return pixels;
  }

  /** The same face in another picture of whole numbers 0 to 255. */
  TrainingFace with(float[] pixels) {
    return of(pixels, depthMap());
  }

  /** Its depth as a map; shares the values. */
  DepthMap depthMap() {
    return new DepthMap(resolution, resolution, depth);
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
