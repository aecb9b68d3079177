package facedepth.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Small data sets of balls of different sizes and colours. */
final class TestFolders {
  private TestFolders() {}

  /** The layout synface: pictures of {@code size} pixels, depth in crop widths, a mask. */
  static Path synface(Path folder, int count, int size) throws IOException {
    for (int i = 0; i < count; i++) {
      write(folder, "image/%03d.png", "depth/%03d.png", i, size, size);
    }
    return folder;
  }

  /** The layout eg3d: pictures twice as large as their relative depth. */
  static Path eg3d(Path folder, int count, int size) throws IOException {
    for (int i = 0; i < count; i++) {
      write(folder, "images/seed%05d.png", "depth128x128/seed%05d.png", i, 2 * size, size);
    }
    return folder;
  }

  private static void write(
      Path folder, String picture, String depth, int i, int pictureSize, int depthSize)
      throws IOException {
    double radius = 0.25 + 0.2 * ((i * 7) % 10) / 10.0;
    save(folder, String.format(Locale.ROOT, picture, i), ball(pictureSize, radius, 20 + 9 * i));
    save(folder, String.format(Locale.ROOT, depth, i), ball(depthSize, radius, 0));
  }

  /** Brighter where nearer, 0 beside the ball; blue is {@code tint}. */
  private static BufferedImage ball(int size, double radius, int tint) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double u = (x + 0.5) / size - 0.45; // not in the middle, so that mirroring shows
        double v = (y + 0.5) / size - 0.5;
        double height = radius * radius - u * u - v * v;
        int grey = height > 0 ? 60 + (int) (400 * Math.sqrt(height)) : 0;
        image.setRGB(x, y, grey << 16 | grey << 8 | (tint == 0 ? grey : tint));
      }
    }
    return image;
  }

  private static void save(Path folder, String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
