package facedepth.geometry;

import java.util.Arrays;
import java.util.Random;

/** Depth maps to try things on. */
final class Surfaces {
  private Surfaces() {}

  /** A plane {@code d = a u + b v} of the orthographic camera over the whole map. */
  static DepthMap plane(int width, int height, double a, double b) {
    float[] values = new float[width * height];
    double n = Math.max(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = (x + 0.5 - width / 2.0) / n;
        double v = (y + 0.5 - height / 2.0) / n;
        values[y * width + x] = (float) (a * u + b * v);
      }
    }
    return new DepthMap(width, height, values);
  }

  /** The near side of a sphere at (0, 0, 0) as the camera at z = -phi sees it; NaN beside it. */
  static DepthMap sphere(int side, double radius, CropCamera camera) {
    float[] values = new float[side * side];
    Arrays.fill(values, Float.NaN);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double u = (x + 0.5) / side - 0.5;
        double v = (y + 0.5) / side - 0.5;
        if (camera.isOrthographic()) {
          double square = radius * radius - u * u - v * v;
          if (square > 0) {
            values[y * side + x] = (float) -Math.sqrt(square);
          }
          continue;
        }
        // The ray (u/phi, v/phi, 1) t from the camera, with t = phi + d.
        double phi = camera.focalLength();
        double a = (u * u + v * v) / (phi * phi) + 1;
        double discriminant = phi * phi - a * (phi * phi - radius * radius);
        if (discriminant > 0) {
          values[y * side + x] = (float) ((phi - Math.sqrt(discriminant)) / a - phi);
        }
      }
    }
    return new DepthMap(side, side, values);
  }

  /** Smooth waves with jumps, holes, infinities and loose specks: everything at once. */
  static DepthMap bumpyFace(int width, int height, long seed) {
    Random random = new Random(seed);
    float[] values = new float[width * height];
    double wave = 2 + random.nextInt(4);
    double edge = (0.2 + 0.6 * random.nextDouble()) * width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double d = 0.02 * Math.sin(wave * x / width * 6) * Math.cos(wave * y / height * 6);
        d += x > edge ? 0.3 : 0;
        double choice = random.nextDouble();
        values[y * width + x] =
            choice < 0.05
                ? Float.NaN
                : choice < 0.06 ? Float.NEGATIVE_INFINITY : (float) (d + choice * 0.005);
      }
    }
    return new DepthMap(width, height, values);
  }
}
