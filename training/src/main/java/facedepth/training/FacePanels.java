package facedepth.training;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.dataset.Picture;

/** A face, its depth and what is wrong with it as pictures: row-major, 0xRRGGBB. */
final class FacePanels {
  static final int BACKGROUND = 0xf2f2f2;

  private static final double ERROR_RANGE = 0.1; // crop widths at full colour
  private static final double[] LIGHT = {-0.45, -0.5, -0.74}; // toward it; z is away from viewer

  private FacePanels() {}

  /** Least value, and distance to the greatest. */
  static double[] range(DepthMap map) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : map.finiteValues()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new double[] {low, Math.max(high - low, 1e-6)};
  }

  /** The picture itself, as large as the depth. */
  static int[] photo(EvaluationFace face) {
    int size = face.size();
    Picture whole = face.picture();
    Picture picture = whole.size() > size ? whole.shrunk(size) : whole;
    int side = picture.size();
    int area = side * side;
    int[] pixels = new int[size * size];
    for (int i = 0; i < pixels.length; i++) {
      int at = i / size * side / size * side + i % size * side / size;
      pixels[i] = rgb(picture.rgb()[at], picture.rgb()[area + at], picture.rgb()[2 * area + at]);
    }
    return pixels;
  }

  /**
   * Depth in greys, near is bright.
   *
   * @param scale the map whose nearest value is almost white and whose farthest is almost black
   */
  static int[] depth(DepthMap map, DepthMap scale) {
    double[] range = range(scale);
    int[] pixels = new int[map.values().length];
    for (int i = 0; i < pixels.length; i++) {
      double level = 235 - 205 * (map.values()[i] - range[0]) / range[1];
      pixels[i] = Double.isFinite(level) ? rgb(level, level, level) : BACKGROUND;
    }
    return pixels;
  }

  /** Red where the prediction is too near, blue where it is too far. */
  static int[] difference(DepthMap predicted, DepthMap truth) {
    int[] pixels = new int[truth.values().length];
    for (int i = 0; i < pixels.length; i++) {
      double error = (predicted.values()[i] - truth.values()[i]) / ERROR_RANGE;
      double strength = Math.min(1, Math.abs(error));
      double pale = 255 - 205 * strength;
      if (!Double.isFinite(error)) {
        pixels[i] = BACKGROUND;
      } else {
        pixels[i] = error < 0 ? rgb(255, pale, pale) : rgb(pale, pale, 255);
      }
    }
    return pixels;
  }

  /** The surface as clay, seen as in the picture. */
  static int[] normals(DepthMap map, CropCamera camera) {
    float[] normals = PredictedNormals.of(map, camera);
    int[] pixels = new int[map.values().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = clay(normals[3 * i], normals[3 * i + 1], normals[3 * i + 2]);
    }
    return pixels;
  }

  /** The colour of clay with a unit normal, background where there is none. */
  static int clay(float x, float y, float z) {
    double facing = LIGHT[0] * x + LIGHT[1] * y + LIGHT[2] * z;
    double level = 40 + 200 * Math.max(0, facing);
    return Double.isFinite(facing) ? rgb(level, 0.96 * level, 0.9 * level) : BACKGROUND;
  }

  private static int rgb(double red, double green, double blue) {
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
