package facedepth.inference;

/**
 * Sums over all rectangles from the top left corner, and sums of squares, with one extra row and
 * column of zeros. Sums are taken modulo 2^32: differences over a window are right as long as the
 * window's own sum fits, and that holds for windows of up to 180 pixels square.
 */
final class IntegralImage {
  final int width;
  final int height;
  final int stride;
  final int[] sums;
  final int[] squares;

  IntegralImage(GreyImage image) {
    width = image.width();
    height = image.height();
    stride = width + 1;
    sums = new int[stride * (height + 1)];
    squares = new int[stride * (height + 1)];
    byte[] values = image.values();
    for (int y = 0; y < height; y++) {
      int sum = 0;
      int square = 0;
      int above = y * stride + 1;
      for (int x = 0, i = y * width; x < width; x++, i++, above++) {
        int value = values[i] & 0xff;
        sum += value;
        square += value * value;
        sums[above + stride] = sums[above] + sum;
        squares[above + stride] = squares[above] + square;
      }
    }
  }
}
