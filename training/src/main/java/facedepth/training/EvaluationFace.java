package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.dataset.Picture;
import java.util.Map;
import java.util.Optional;

/**
 * One face crop with its true depth, to be judged on.
 *
 * @param name what reports call it
 * @param picture the crop; its side may differ from the depth's
 * @param depth square, crop widths, NaN outside the face mask
 * @param relative whether that depth is stretched per picture, so that its lengths mean nothing
 * @param masked whether the mask is known; if not, depth is everywhere
 * @param camera the camera of the crop
 * @param depthGrey of UnSup3D's depth pictures, as large as the depth; empty in other data
 * @param buckets which group it belongs to, by what is grouped: {@code "yaw" -> "15 to 30"}
 */
public record EvaluationFace(
    String name,
    Picture picture,
    DepthMap depth,
    boolean relative,
    boolean masked,
    CropCamera camera,
    Optional<float[]> depthGrey,
    Map<String, Bucket> buckets) {

  /** Checks that the depth is a square. */
  public EvaluationFace {
    if (depth.width() != depth.height()) {
      throw new IllegalArgumentException(
          name + ": a depth of " + depth.width() + "x" + depth.height() + " is no square");
    }
  }

  /**
   * A face with depth in crop widths and a mask, as large as its picture.
   *
   * @param rgb red, green and blue plane, row-major, 0 to 255
   */
  public EvaluationFace(
      String name,
      int size,
      float[] rgb,
      DepthMap depth,
      CropCamera camera,
      Map<String, Bucket> buckets) {
    this(name, new Picture(size, rgb), depth, false, true, camera, Optional.empty(), buckets);
  }

  /** Side of the depth map in pixels. */
  int size() {
    return depth.width();
  }

  /** Red, green and blue plane of the picture. */
  float[] rgb() {
    return picture.rgb();
  }

  /** The same face under another name. */
  EvaluationFace named(String other) {
    return new EvaluationFace(other, picture, depth, relative, masked, camera, depthGrey, buckets);
  }

  /** The same face in another picture of any size. */
  EvaluationFace with(Picture other) {
    return new EvaluationFace(name, other, depth, relative, masked, camera, depthGrey, buckets);
  }

  /** The same face, its truth kept within a region. */
  EvaluationFace within(DepthMap region) {
    return new EvaluationFace(
        name, picture, depth.within(region), relative, masked, camera, depthGrey, buckets);
  }
}
