package facedepth.inference;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;

/**
 * Where the pupils of a face are in its crop, in shares of the crop's side from its upper left
 * corner.
 *
 * @param leftX of the eye on the picture's left, the person's right one
 */
public record EyePair(double leftX, double leftY, double rightX, double rightY) {
  /**
   * How far the pupils are from each other in space.
   *
   * @param depth of the crop, crop widths relative to the median
   * @return crop widths; NaN where the depth map has no face at one of them
   */
  public double distance(DepthMap depth, CropCamera camera) {
    double left = at(depth, leftX, leftY);
    double right = at(depth, rightX, rightY);
    double leftSpread = camera.spread(left);
    double rightSpread = camera.spread(right);
    double dx = (rightX - 0.5) * rightSpread - (leftX - 0.5) * leftSpread;
    double dy = (rightY - 0.5) * rightSpread - (leftY - 0.5) * leftSpread;
    return Math.sqrt(dx * dx + dy * dy + (right - left) * (right - left));
  }

  private static float at(DepthMap depth, double x, double y) {
    return depth.bilinear(
        pixel(x * depth.width() - 0.5, depth.width()),
        pixel(y * depth.height() - 0.5, depth.height()));
  }

  private static float pixel(double at, int size) {
    return (float) Math.max(0, Math.min(size - 1, at));
  }
}
