package facedepth.inference;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * Brings decoded pictures of all kinds to eight-bit blue, green, red.
 *
 * <p>Grey is copied into the three channels as it is stored. Java's own conversion would take it
 * for linear light and brighten it, unlike every other program. Sixteen-bit channels keep their
 * upper byte. Transparent pixels are laid on white, which is what cut-out portraits are shown on.
 */
final class BgrPixels {
  private static final int WHITE = 255;

  private BgrPixels() {}

  /** {@code 3 * width * height} bytes; the picture's own array where it has this form already. */
  static byte[] of(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      DataBufferByte buffer = (DataBufferByte) image.getRaster().getDataBuffer();
      PixelInterleavedSampleModel layout =
          (PixelInterleavedSampleModel) image.getRaster().getSampleModel();
      if (layout.getScanlineStride() == 3 * image.getWidth()
          && buffer.getOffset() == 0
          && image.getRaster().getSampleModelTranslateX() == 0
          && image.getRaster().getSampleModelTranslateY() == 0
          && buffer.getData().length == 3 * image.getWidth() * image.getHeight()) {
        return buffer.getData();
      }
    }
    ColorModel model = image.getColorModel();
    boolean wholeSamples =
        model instanceof ComponentColorModel
            && (model.getTransferType() == DataBuffer.TYPE_BYTE
                || model.getTransferType() == DataBuffer.TYPE_USHORT);
    if (wholeSamples) {
      if (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
        return fromSamples(image, true);
      }
      if (model.getColorSpace().isCS_sRGB()) {
        return fromSamples(image, false);
      }
      if (!model.hasAlpha() && model.getNumColorComponents() == 3) {
        BufferedImage converted =
            new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        return of(new ColorConvertOp(null).filter(image, converted));
      }
    }
    return fromColours(image);
  }

  /** Reads channels as they are stored. */
  private static byte[] fromSamples(BufferedImage image, boolean grey) {
    Raster raster = image.getRaster();
    ColorModel model = image.getColorModel();
    int bands = raster.getNumBands();
    int shift = model.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
    int alphaBand = model.hasAlpha() ? bands - 1 : -1;
    boolean premultiplied = model.isAlphaPremultiplied();
    int width = image.getWidth();
    byte[] bgr = new byte[3 * width * image.getHeight()];
    int[] row = new int[bands * width];
    int target = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0, i = 0; x < width; x++, i += bands) {
        int alpha = alphaBand < 0 ? 255 : row[i + alphaBand] >> shift;
        for (int channel = 2; channel >= 0; channel--) {
          int value = row[i + (grey ? 0 : channel)] >> shift;
          bgr[target++] = (byte) onWhite(value, alpha, premultiplied);
        }
      }
    }
    return bgr;
  }

  /** The slow way that suits palettes, packed pixels, floats and foreign colour spaces. */
  private static byte[] fromColours(BufferedImage image) {
    int width = image.getWidth();
    byte[] bgr = new byte[3 * width * image.getHeight()];
    int[] row = new int[width];
    int target = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int argb : row) {
        int alpha = argb >>> 24;
        bgr[target++] = (byte) onWhite(argb & 0xff, alpha, false);
        bgr[target++] = (byte) onWhite(argb >> 8 & 0xff, alpha, false);
        bgr[target++] = (byte) onWhite(argb >> 16 & 0xff, alpha, false);
      }
    }
    return bgr;
  }

  private static int onWhite(int value, int alpha, boolean premultiplied) {
    if (alpha == 255) {
      return value;
    }
    int over = premultiplied ? value : (value * alpha + 127) / 255;
    return Math.min(255, over + WHITE - alpha);
  }
}
