package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import java.util.Map;

/**
 * One face crop with its true depth, to be judged on.
 *
 * @param name what reports call it
 * @param size side in pixels
 * @param rgb red, green and blue plane, row-major, 0 to 255
 * @param depth crop widths, NaN outside the face mask
 * @param camera the camera of the crop
 * @param buckets which group it belongs to, by what is grouped: {@code "yaw" -> "15 to 30"}
 */
public record EvaluationFace(
    String name,
    int size,
    float[] rgb,
    DepthMap depth,
    CropCamera camera,
    Map<String, String> buckets) {

  /** Checks that the parts have one size. */
  public EvaluationFace {
    if (depth.width() != size || depth.height() != size || rgb.length != 3 * size * size) {
      throw new IllegalArgumentException(
          String.format(
              "%s: a depth of %dx%d and %d colour values for a picture of %dx%d",
              name, depth.width(), depth.height(), rgb.length, size, size));
    }
  }
}
