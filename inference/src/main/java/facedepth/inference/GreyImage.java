package facedepth.inference;

import facedepth.geometry.AffineMap;
import java.util.Arrays;

/** A grey picture to look for faces in: one byte a pixel, row-major. */
final class GreyImage {
  private final int width;
  private final int height;
  private final byte[] values;

  GreyImage(int width, int height, byte[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  byte[] values() {
    return values;
  }

  /** The photo shrunk so that its longer side is at most {@code longest}. */
  static GreyImage of(Photo photo, int longest) {
    int longer = Math.max(photo.width(), photo.height());
    return averaged(photo, Math.max(1, longer / longest)).shrunk(longest);
  }

  /** Resized so that the longer side is at most {@code longest}; this if it is already. */
  GreyImage shrunk(int longest) {
    int longer = Math.max(width, height);
    if (longer <= longest) {
      return this;
    }
    double scale = (double) longest / longer;
    return resized(
        Math.max(1, (int) Math.round(width * scale)),
        Math.max(1, (int) Math.round(height * scale)));
  }

  private static GreyImage averaged(Photo photo, int factor) {
    int width = Math.max(1, photo.width() / factor);
    int height = Math.max(1, photo.height() / factor);
    byte[] bgr = photo.bgr();
    byte[] values = new byte[width * height];
    int[] row = new int[width];
    int boxWidth = Math.min(factor, photo.width());
    int boxHeight = Math.min(factor, photo.height());
    double norm = 1.0 / (256.0 * boxWidth * boxHeight);
    for (int y = 0; y < height; y++) {
      Arrays.fill(row, 0);
      for (int dy = 0; dy < boxHeight; dy++) {
        int i = 3 * (y * factor + dy) * photo.width();
        for (int x = 0; x < width; x++) {
          int sum = 0;
          for (int dx = 0; dx < boxWidth; dx++, i += 3) {
            // Rec. 601 luma in 1/256
            sum += 29 * (bgr[i] & 0xff) + 150 * (bgr[i + 1] & 0xff) + 77 * (bgr[i + 2] & 0xff);
          }
          row[x] += sum;
        }
      }
      for (int x = 0; x < width; x++) {
        values[y * width + x] = (byte) (int) (row[x] * norm + 0.5);
      }
    }
    return new GreyImage(width, height, values);
  }

  /** Resized by bilinear interpolation, pixel centres at half-integers. */
  GreyImage resized(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    double sx = width / (double) newWidth;
    double sy = height / (double) newHeight;
    int[] left = new int[newWidth];
    int[] right = new int[newWidth];
    int[] weight = new int[newWidth];
    for (int x = 0; x < newWidth; x++) {
      double at = Math.min(width - 1, Math.max(0, (x + 0.5) * sx - 0.5));
      left[x] = (int) at;
      right[x] = Math.min(width - 1, left[x] + 1);
      weight[x] = (int) ((at - left[x]) * 256 + 0.5);
    }
    byte[] out = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      double at = Math.min(height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
      int above = (int) at;
      int top = above * width;
      int bottom = Math.min(height - 1, above + 1) * width;
      int wy = (int) ((at - above) * 256 + 0.5);
      for (int x = 0, i = y * newWidth; x < newWidth; x++, i++) {
        int wx = weight[x];
        int a = (values[top + left[x]] & 0xff) * (256 - wx) + (values[top + right[x]] & 0xff) * wx;
        int b =
            (values[bottom + left[x]] & 0xff) * (256 - wx)
                + (values[bottom + right[x]] & 0xff) * wx;
        out[i] = (byte) ((a * (256 - wy) + b * wy + 0x8000) >> 16);
      }
    }
    return new GreyImage(newWidth, newHeight, out);
  }

  /**
   * A picture of another size whose pixel (x, y) is this one's at {@code toThis(x, y)}, bilinear,
   * the edge repeated outside.
   */
  GreyImage warped(int newWidth, int newHeight, AffineMap toThis) {
    byte[] out = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        double px = Math.min(width - 1, Math.max(0, toThis.applyX(x, y)));
        double py = Math.min(height - 1, Math.max(0, toThis.applyY(x, y)));
        int x0 = (int) px;
        int y0 = (int) py;
        int x1 = Math.min(width - 1, x0 + 1);
        int y1 = Math.min(height - 1, y0 + 1);
        double fx = px - x0;
        double fy = py - y0;
        double top = at(x0, y0) * (1 - fx) + at(x1, y0) * fx;
        double bottom = at(x0, y1) * (1 - fx) + at(x1, y1) * fx;
        out[y * newWidth + x] = (byte) (int) (top * (1 - fy) + bottom * fy + 0.5);
      }
    }
    return new GreyImage(newWidth, newHeight, out);
  }

  /** Left and right exchanged. */
  GreyImage mirrored() {
    byte[] out = new byte[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[y * width + x] = values[y * width + width - 1 - x];
      }
    }
    return new GreyImage(width, height, out);
  }

  /** With a flat histogram: brings out faces in shadow. */
  GreyImage equalized() {
    int[] histogram = new int[256];
    for (byte value : values) {
      histogram[value & 0xff]++;
    }
    byte[] table = new byte[256];
    long below = 0;
    for (int i = 0; i < 256; i++) {
      table[i] = (byte) (255 * (below + histogram[i] / 2) / values.length);
      below += histogram[i];
    }
    byte[] out = new byte[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = table[values[i] & 0xff];
    }
    return new GreyImage(width, height, out);
  }

  private int at(int x, int y) {
    return values[y * width + x] & 0xff;
  }
}
