package facedepth.networks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures as networks take them. */
public final class Pictures {
  private Pictures() {}

  /** Red, green and blue plane, 0 to 255. */
  public static float[] planes(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int width = image.getWidth();
    int area = width * image.getHeight();
    float[] planes = new float[3 * area];
    for (int i = 0; i < area; i++) {
      int rgb = image.getRGB(i % width, i / width);
      for (int channel = 0; channel < 3; channel++) {
        planes[channel * area + i] = rgb >> 16 - 8 * channel & 0xff;
      }
    }
    return planes;
  }

  /** 0..255 to [-1, 1]. */
  public static float[] normalised(float[] planes) {
    float[] normalised = new float[planes.length];
    for (int i = 0; i < planes.length; i++) {
      normalised[i] = (planes[i] / 255f - 0.5f) / 0.5f;
    }
    return normalised;
  }
}
