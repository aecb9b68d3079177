package facedepth.inference;

import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthRange;
import java.util.Locale;

/** A square picture of a depth map in colours, with their scale in crop widths beside it. */
public final class DepthPicture {
  private static final int TICKS = 5;

  /** How much wider than a pixel's the splines are, to smooth the mask's steps. */
  private static final double WIDTH = 1.5;

  /** Pixels of the depth map, along a row or column, that a spline reaches. */
  private static final int REACH = 6;

  private static final int INK = 0x404040;

  private DepthPicture() {}

  /**
   * A picture of a depth map, near yellow, far violet, {@code 0xRRGGBB} a pixel, row-major.
   *
   * @param side of the picture in pixels
   * @param background the colour outside the face
   */
  public static int[] of(DepthMap depth, int side, int background) {
    DepthRange range = DepthRange.of(depth);
    double scale = range.relief() > 0 ? 1 / range.relief() : 0;
    int[] picture = new int[side * side];
    double step = (double) Math.max(depth.width(), depth.height()) / side;
    Spline[] columns = splines(side, depth.width(), step);
    Spline[] rows = splines(side, depth.height(), step);
    for (int i = 0; i < picture.length; i++) {
      picture[i] =
          colour(depth, columns[i % side], rows[i / side], range.nearest(), scale, background);
    }
    drawScale(picture, side, range);
    return picture;
  }

  /**
   * What the rows or columns of a depth map weigh in one of the picture's, from {@code first} on.
   */
  private record Spline(int first, double[] weights) {}

  private static Spline[] splines(int side, int size, double step) {
    Spline[] splines = new Spline[side];
    for (int index = 0; index < side; index++) {
      double at = (index + 0.5 - side / 2.0) * step + (size - 1) / 2.0;
      int first = (int) Math.floor(at) - 2;
      double[] weights = new double[REACH];
      for (int i = 0; i < REACH; i++) {
        weights[i] = spline((at - (first + i)) / WIDTH);
      }
      splines[index] = new Spline(first, weights);
    }
    return splines;
  }

  /** Depth and coverage by cubic B-splines, which smooth the mask's steps. */
  private static int colour(
      DepthMap depth, Spline column, Spline row, double nearest, double scale, int background) {
    int left = column.first();
    int top = row.first();
    double coverage = 0;
    double sum = 0;
    for (int j = Math.max(0, -top); j < Math.min(REACH, depth.height() - top); j++) {
      for (int i = Math.max(0, -left); i < Math.min(REACH, depth.width() - left); i++) {
        float d = depth.at(left + i, top + j);
        if (Float.isFinite(d)) {
          double weight = column.weights()[i] * row.weights()[j];
          coverage += weight / (WIDTH * WIDTH);
          sum += weight * d;
        }
      }
    }
    if (coverage < 1e-3) {
      return background;
    }
    double share =
        Math.max(0, Math.min(1, (coverage - 0.5) / Math.max(scaleOfEdge(depth), 0.05) + 0.5));
    int rgb = DepthColours.colour((sum / (coverage * WIDTH * WIDTH) - nearest) * scale);
    int out = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double value = (rgb >> shift & 0xff) * share + (background >> shift & 0xff) * (1 - share);
      out |= (int) Math.round(value) << shift;
    }
    return out;
  }

  /** Coverage that the edge takes to change over about a pixel of the picture. */
  private static double scaleOfEdge(DepthMap depth) {
    return Math.min(1, Math.max(depth.width(), depth.height()) / 500.0);
  }

  private static double spline(double t) {
    double a = Math.abs(t);
    if (a >= 2) {
      return 0;
    }
    return a < 1 ? 2.0 / 3 - a * a + a * a * a / 2 : (2 - a) * (2 - a) * (2 - a) / 6;
  }

  private static void drawScale(int[] picture, int side, DepthRange range) {
    int right = side - side / 24;
    int left = right - side / 40;
    int top = side / 6;
    int bottom = side - side / 6;
    for (int y = top; y < bottom; y++) {
      int rgb = DepthColours.colour((double) (y - top) / (bottom - 1 - top));
      for (int x = left; x < right; x++) {
        picture[y * side + x] = rgb;
      }
    }
    for (int k = 0; k < TICKS; k++) {
      int y = top + (bottom - 1 - top) * k / (TICKS - 1);
      for (int x = left - 4; x < left; x++) {
        picture[y * side + x] = INK;
      }
      double value = range.nearest() + range.relief() * k / (TICKS - 1);
      String text = String.format(Locale.ROOT, "%+.2f", value);
      int width = SmallFont.width(text);
      SmallFont.draw(picture, side, text, left - 7 - width, y - SmallFont.HEIGHT / 2, INK);
    }
    String unit = "crop widths";
    SmallFont.draw(picture, side, unit, side - SmallFont.width(unit) - 8, bottom + 12, INK);
  }
}
