package facedepth.synthesis.dataset;

import facedepth.geometry.CropCamera;
import java.util.Arrays;

/**
 * Depth as EG3D's renderer gives it: for every pixel, face or not, the distance from the camera
 * along the pixel's ray. Its rays end 0.6 units behind the middle of the head, and so does the
 * depth of the background; here likewise whatever is farther.
 */
public final class Eg3dDepth {
  /** Side of the maps in files, pixels. */
  static final int SIZE = 128;

  private static final double FAR = 0.6 * Eg3dCamera.CENTIMETRES;

  private Eg3dDepth() {}

  /**
   * How near everything is: how far before the ends of the rays.
   *
   * @param sceneDepth camera z in centimetres, NaN for background
   * @param side of that map in pixels, a multiple of {@code size}
   * @param size side of the map that is wanted, in pixels
   * @param headDistance camera z of the head's origin, centimetres
   * @return {@code size * size} centimetres, means over squares of pixels, 0 for the background
   */
  public static float[] nearness(
      float[] sceneDepth, int side, int size, CropCamera camera, double headDistance) {
    int step = side / size;
    double end = headDistance + FAR;
    double[] tangents = new double[side];
    Arrays.setAll(tangents, i -> ((i + 0.5) / side - 0.5) / camera.focalLength());
    float[] nearness = new float[size * size];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        float z = sceneDepth[y * side + x];
        if (Float.isFinite(z)) {
          double u = tangents[x];
          double v = tangents[y];
          double distance = z * Math.sqrt(1 + u * u + v * v);
          nearness[y / step * size + x / step] += (float) Math.max(0, end - distance);
        }
      }
    }
    for (int i = 0; i < nearness.length; i++) {
      nearness[i] /= step * step;
    }
    return nearness;
  }
}
