package facedepth.synthesis.dataset;

import facedepth.geometry.MalformedFileException;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the pictures and masks of data sets. */
final class PictureFile {
  private PictureFile() {}

  /**
   * Reads a picture of any format that javax.imageio knows.
   *
   * @throws MalformedFileException if it is none, or not square
   */
  static Picture read(Path file) throws IOException {
    BufferedImage image = square(file);
    return new Picture(image.getWidth(), rgb(image));
  }

  /** Planar red, green and blue, row-major, 0 to 255. */
  static float[] rgb(BufferedImage image) {
    int width = image.getWidth();
    int area = width * image.getHeight();
    float[] rgb = new float[3 * area];
    if (isGrey(image)) {
      float[] grey = firstChannel(image);
      for (int i = 0; i < rgb.length; i++) {
        rgb[i] = Math.round(255 * grey[i % area]);
      }
      return rgb;
    }
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    for (int i = 0; i < area; i++) {
      rgb[i] = pixels[i] >> 16 & 0xFF;
      rgb[area + i] = pixels[i] >> 8 & 0xFF;
      rgb[2 * area + i] = pixels[i] & 0xFF;
    }
    return rgb;
  }

  /** Grey, or red of a coloured picture, row-major, 0 to 1. */
  static float[] firstChannel(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    float[] values = new float[width * height];
    if (image.getColorModel() instanceof IndexColorModel) {
      int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
      for (int i = 0; i < values.length; i++) {
        values[i] = (pixels[i] >> 16 & 0xFF) / 255f;
      }
      return values;
    }
    float most = (1 << image.getSampleModel().getSampleSize(0)) - 1;
    image.getRaster().getSamples(0, 0, width, height, 0, values);
    for (int i = 0; i < values.length; i++) {
      values[i] /= most;
    }
    return values;
  }

  /** Java takes grey for linear light and would brighten it; in files it is sRGB as colours are. */
  private static boolean isGrey(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
        && !(image.getColorModel() instanceof IndexColorModel);
  }

  /** Reads a mask: true where it is brighter than half. */
  static boolean[] readMask(Path file) throws IOException {
    BufferedImage image = square(file);
    int size = image.getWidth();
    int[] samples = image.getRaster().getSamples(0, 0, size, size, 0, (int[]) null);
    boolean[] mask = new boolean[samples.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = samples[i] > 127;
    }
    return mask;
  }

  private static BufferedImage square(Path file) throws IOException {
    BufferedImage image = decode(file);
    if (image.getWidth() != image.getHeight()) {
      throw new MalformedFileException(
          file.toString(), image.getWidth() + "x" + image.getHeight() + " pixels are no square");
    }
    return image;
  }

  /**
   * Decodes a picture of any shape.
   *
   * @throws MalformedFileException if it is none
   */
  static BufferedImage decode(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    BufferedImage image;
    try { // from memory: imageio would copy any other stream into a file first
      image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException | RuntimeException e) { // what imageio makes of damaged files
      throw new MalformedFileException(file.toString(), "is damaged", e);
    }
    if (image == null) {
      throw new MalformedFileException(file.toString(), "is no picture");
    }
    return image;
  }
}
