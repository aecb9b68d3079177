package facedepth.training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that lie within a page, so that the page is one file. */
final class InlinePicture {
  private InlinePicture() {}

  /** A picture as the address of an HTML image. */
  static String address(BufferedImage picture) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    // Kept in memory by name: else a temporary file is made, which a program that ends cannot.
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory could not be written", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  /** A square picture as the address of an HTML image. */
  static String address(int[] pixels, int side) {
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, side, side, pixels, 0, side);
    return address(picture);
  }
}
