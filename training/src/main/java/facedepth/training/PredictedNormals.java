package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthNormals;

/** Normals of depth that a model made up, however wild. */
final class PredictedNormals {
  private static final double NEAREST = -0.99; // of the focal length: just before the camera

  private PredictedNormals() {}

  /**
   * {@link DepthNormals#of(DepthMap, CropCamera)}, with depths behind the camera, which have no
   * normals, kept just before it.
   */
  static float[] of(DepthMap depth, CropCamera camera) {
    float nearest =
        camera.isOrthographic() ? -Float.MAX_VALUE : (float) (NEAREST * camera.focalLength());
    float[] before = depth.values().clone();
    for (int i = 0; i < before.length; i++) {
      before[i] = Math.max(nearest, before[i]); // NaN stays NaN
    }
    return DepthNormals.of(new DepthMap(depth.width(), depth.height(), before), camera);
  }
}
