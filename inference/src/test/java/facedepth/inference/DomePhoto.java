package facedepth.inference;

import java.util.OptionalDouble;

/**
 * A picture that {@link TinyModel#face} takes for a face: a reddish ellipse on blue, its green
 * channel a dome, nearest in the middle.
 */
final class DomePhoto {
  static final double RADIUS_X = 60;
  static final double RADIUS_Y = 78;

  private DomePhoto() {}

  /** The ellipse at (x, y), leaning clockwise by {@code degrees}. */
  static Photo of(int width, int height, double x, double y, double degrees) {
    byte[] bgr = new byte[3 * width * height];
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    for (int row = 0, i = 0; row < height; row++) {
      for (int column = 0; column < width; column++, i += 3) {
        double dx = column - x;
        double dy = row - y;
        double u = (cos * dx + sin * dy) / RADIUS_X;
        double v = (-sin * dx + cos * dy) / RADIUS_Y;
        double r2 = u * u + v * v;
        boolean face = r2 <= 1;
        bgr[i] = (byte) (face ? 60 : 200);
        bgr[i + 1] = (byte) (face ? 60 + Math.round(140 * r2) : 128);
        bgr[i + 2] = (byte) (face ? 220 : 30);
      }
    }
    return new Photo("dome.png", width, height, bgr, OptionalDouble.empty());
  }

  /** The side of the crop that the rule gives for the ellipse. */
  static double cropSide() {
    return 1.75 * Math.sqrt(Math.PI * RADIUS_X * RADIUS_Y);
  }
}
