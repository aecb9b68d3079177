package facedepth.benchmarks;

import facedepth.geometry.AffineMap;
import facedepth.geometry.DepthMap;
import facedepth.inference.Photo;
import facedepth.rendering.FragmentBuffer;
import facedepth.rendering.Rasterizer;
import facedepth.rendering.ScreenVertices;
import facedepth.rendering.SurfacePoint;
import facedepth.synthesis.HeadPose;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * A picture of a scanned head: matt skin under a lamp and a bright sky, before a plain wall.
 *
 * @param photo the picture
 * @param distance camera z of the head's surface at each pixel's centre, in the scan's units, NaN
 *     where there is none
 * @param focalLength in pixels
 */
record ScanShot(Photo photo, DepthMap distance, double focalLength) {
  private static final int SIDE = 480;
  private static final int SAMPLES = 3; // along a pixel's side; the middle one tells its depth
  private static final double FACE_IN_PICTURE = 0.5;
  private static final double GAMMA = 2.2;

  /**
   * How it is taken.
   *
   * @param pose how the head is turned
   * @param distance of the camera, widths of a face
   * @param seed of lamp and wall
   */
  record View(HeadPose pose, double distance, long seed) {}

  /**
   * Takes it.
   *
   * @param faceWidth in the scan's units
   */
  static ScanShot of(ScannedHead head, BufferedImage skin, double faceWidth, View view) {
    int fine = SIDE * SAMPLES;
    double focalLength = FACE_IN_PICTURE * SIDE * view.distance;
    float[] turn = view.pose.toCamera();
    float[] points = turned(turn, head.positions());
    float[] normals = turned(turn, head.normals());
    ScreenVertices screen = new ScreenVertices();
    float centre = (fine - 1) / 2f;
    float away = (float) (view.distance * faceWidth);
    screen.perspective(
        points, head.vertexCount(), 0, 0, away, (float) (focalLength * SAMPLES), centre, centre);
    FragmentBuffer buffer = new FragmentBuffer(fine, fine);
    int[] triangles = head.triangles();
    Rasterizer.draw(screen, triangles, 0, triangles.length / 3, Rasterizer.Cull.NONE, buffer);

    Random random = new Random(view.seed);
    double[] lamp =
        unit(2 * random.nextDouble() - 1, -random.nextDouble(), -1 - random.nextDouble());
    double[] wall = new double[3];
    Arrays.setAll(wall, k -> 0.6 * random.nextDouble());
    SurfacePoint point = new SurfacePoint();
    double[] light = new double[3 * SIDE * SIDE];
    float[] distance = new float[SIDE * SIDE];
    for (int i = 0; i < fine * fine; i++) {
      int pixel = i / fine / SAMPLES * SIDE + i % fine / SAMPLES;
      if (i / fine % SAMPLES == SAMPLES / 2 && i % fine % SAMPLES == SAMPLES / 2) {
        float z = buffer.depth(i);
        distance[pixel] = Float.isInfinite(z) ? Float.NaN : z;
      }
      double[] seen = wall;
      int triangle = buffer.triangle(i);
      if (triangle != FragmentBuffer.NOTHING) {
        point.locate(screen, triangles, triangle, i % fine, i / fine);
        seen = shaded(skin, lamp, point, normals, head.coordinates());
      }
      for (int k = 0; k < 3; k++) {
        light[3 * pixel + k] += seen[k] / (SAMPLES * SAMPLES);
      }
    }
    byte[] bgr = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < bgr.length; i++) {
      double value = Math.pow(Math.min(1, light[i / 3 * 3 + 2 - i % 3]), 1 / GAMMA);
      bgr[i] = (byte) Math.round(255 * value);
    }
    return new ScanShot(
        new Photo("scan", SIDE, SIDE, bgr, OptionalDouble.empty()),
        new DepthMap(SIDE, SIDE, distance),
        focalLength);
  }

  private static double[] unit(double x, double y, double z) {
    double length = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / length, y / length, z / length};
  }

  /** Red, green and blue light of matt skin, its colour the nearest texel's. */
  private static double[] shaded(
      BufferedImage skin, double[] lamp, SurfacePoint point, float[] normals, float[] coordinates) {
    double towards = 0;
    for (int k = 0; k < 3; k++) {
      towards += lamp[k] * point.interpolate(normals, 3, k);
    }
    double light = 0.4 - 0.15 * point.interpolate(normals, 3, 1) + 0.9 * Math.max(0, towards);
    double u = point.interpolate(coordinates, 2, 0);
    double v = 1 - point.interpolate(coordinates, 2, 1);
    int x = (int) Math.min(skin.getWidth() - 1, Math.max(0, u * skin.getWidth()));
    int y = (int) Math.min(skin.getHeight() - 1, Math.max(0, v * skin.getHeight()));
    int colour = skin.getRGB(x, y);
    double[] seen = new double[3];
    for (int k = 0; k < 3; k++) {
      seen[k] = light * Math.pow((colour >> 16 - 8 * k & 0xff) / 255.0, GAMMA);
    }
    return seen;
  }

  private static float[] turned(float[] rotation, float[] points) {
    float[] out = new float[points.length];
    for (int i = 0; i < points.length; i += 3) {
      for (int row = 0; row < 3; row++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += rotation[3 * row + k] * points[i + k];
        }
        out[i + row] = (float) sum;
      }
    }
    return out;
  }

  /**
   * The true depth where a predicted one is.
   *
   * @param depth crop widths, NaN where the head is not
   * @param cropWidth in the scan's units
   */
  record Truth(DepthMap depth, double cropWidth) {}

  /**
   * Looks it up.
   *
   * @param toPhoto from the map's pixels to the picture's
   */
  Truth truth(DepthMap predicted, AffineMap toPhoto) {
    int width = predicted.width();
    float[] depth = new float[predicted.values().length];
    for (int i = 0; i < depth.length; i++) {
      depth[i] =
          Float.isNaN(predicted.values()[i])
              ? Float.NaN
              : distanceAt(
                  toPhoto.applyX(i % width, i / width), toPhoto.applyY(i % width, i / width));
    }
    DepthMap distances = new DepthMap(width, predicted.height(), depth);
    double unit = distances.median() * Math.hypot(toPhoto.a(), toPhoto.d()) * width / focalLength;
    float[] truth = distances.centred().values();
    for (int i = 0; i < truth.length; i++) {
      truth[i] = (float) (truth[i] / unit);
    }
    return new Truth(new DepthMap(width, predicted.height(), truth), unit);
  }

  private float distanceAt(double x, double y) {
    boolean inside = x >= 0 && y >= 0 && x <= SIDE - 1 && y <= SIDE - 1;
    return inside ? distance.bilinear((float) x, (float) y) : Float.NaN;
  }
}
