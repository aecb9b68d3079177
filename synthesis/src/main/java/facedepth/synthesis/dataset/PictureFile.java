package facedepth.synthesis.dataset;

import facedepth.geometry.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Reads the pictures and masks of data sets. */
final class PictureFile {
  private PictureFile() {}

  /**
   * Reads a picture of any format that javax.imageio knows.
   *
   * @throws MalformedFileException if it is none, or not square
   */
  static Picture read(Path file) throws IOException {
    BufferedImage image = decode(file);
    int size = image.getWidth();
    int area = size * size;
    int[] pixels = image.getRGB(0, 0, size, size, null, 0, size);
    float[] rgb = new float[3 * area];
    for (int i = 0; i < area; i++) {
      rgb[i] = pixels[i] >> 16 & 0xFF;
      rgb[area + i] = pixels[i] >> 8 & 0xFF;
      rgb[2 * area + i] = pixels[i] & 0xFF;
    }
    return new Picture(size, rgb);
  }

  /** Reads a mask: true where it is brighter than half. */
  static boolean[] readMask(Path file) throws IOException {
    BufferedImage image = decode(file);
    int size = image.getWidth();
    int[] samples = image.getRaster().getSamples(0, 0, size, size, 0, (int[]) null);
    boolean[] mask = new boolean[samples.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = samples[i] > 127;
    }
    return mask;
  }

  private static BufferedImage decode(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException | RuntimeException e) { // what imageio makes of damaged files
      throw new MalformedFileException(file.toString(), "is damaged", e);
    }
    if (image == null) {
      throw new MalformedFileException(file.toString(), "is no picture");
    }
    if (image.getWidth() != image.getHeight()) {
      throw new MalformedFileException(
          file.toString(), image.getWidth() + "x" + image.getHeight() + " pixels are no square");
    }
    return image;
  }
}
