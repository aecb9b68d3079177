package facedepth.notebook;

import facedepth.geometry.AffineMap;
import facedepth.geometry.DepthMap;
import facedepth.geometry.Mesh;
import facedepth.inference.DepthPicture;
import facedepth.inference.FaceReconstruction;
import facedepth.inference.MeshView;
import facedepth.inference.Photo;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Photos, depth maps and meshes as pictures: what ImageIO writes to a file, and figures show. */
public final class Pictures {
  private static final int BACKGROUND = 0xf4f4f2;
  private static final int GAP = 6;
  private static final int OUTLINE = 0x21e08a;

  private Pictures() {}

  /** A photo. */
  public static BufferedImage image(Photo photo) {
    BufferedImage image =
        new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        image.setRGB(x, y, photo.rgb(x, y));
      }
    }
    return image;
  }

  /**
   * A photo as networks and renderers hold it.
   *
   * @param rgb planar (red, green, blue), row-major, 0 to 255
   */
  public static BufferedImage image(float[] rgb, int side) {
    int[] pixels = new int[side * side];
    for (int i = 0; i < pixels.length; i++) {
      int red = Math.round(rgb[i]);
      int green = Math.round(rgb[pixels.length + i]);
      int blue = Math.round(rgb[2 * pixels.length + i]);
      pixels[i] = red << 16 | green << 8 | blue;
    }
    return image(pixels, side);
  }

  /** A picture as a photo without a lens. */
  public static Photo photo(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    byte[] bgr = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      bgr[3 * i] = (byte) pixels[i];
      bgr[3 * i + 1] = (byte) (pixels[i] >> 8);
      bgr[3 * i + 2] = (byte) (pixels[i] >> 16);
    }
    return new Photo("picture", width, height, bgr, OptionalDouble.empty());
  }

  /**
   * A depth map in colours, near yellow, far violet, with its scale in crop widths.
   *
   * <p>A map without a face is an empty picture.
   *
   * @param side of the picture in pixels
   */
  public static BufferedImage depth(DepthMap depth, int side) {
    if (depth.faceArea() == 0) {
      int[] empty = new int[side * side];
      Arrays.fill(empty, BACKGROUND);
      return image(empty, side);
    }
    return image(DepthPicture.of(depth, side, BACKGROUND), side);
  }

  /**
   * A mesh seen from the side.
   *
   * @param texture the photo on it, or null for clay
   * @param degrees how far the viewer has gone round, to the picture's left if positive
   */
  public static BufferedImage mesh(Mesh mesh, Photo texture, int side, double degrees) {
    Photo near =
        texture == null ? null : photo(MeshFigure.shrunk(image(texture), Math.max(64, 2 * side)));
    MeshView view = new MeshView(mesh, near, side, MeshView.fitting(mesh), BACKGROUND);
    return image(view.from(degrees), side);
  }

  /** A photo with the crops of its faces drawn on it, their tops twice as thick. */
  static BufferedImage found(Photo photo, List<FaceReconstruction> faces, int side) {
    BufferedImage picture = MeshFigure.shrunk(image(photo), side);
    double scale = (double) picture.getWidth() / photo.width();
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(scale, scale);
    graphics.setColor(new Color(OUTLINE));
    for (FaceReconstruction face : faces) {
      AffineMap corners = face.crop().toPhoto(1);
      double[] across = {-0.5, 0.5, 0.5, -0.5, -0.5};
      double[] down = {-0.5, -0.5, 0.5, 0.5, -0.5};
      for (int i = 0; i < 4; i++) {
        graphics.setStroke(new BasicStroke((float) ((i == 0 ? 4 : 2) / scale)));
        graphics.draw(
            new Line2D.Double(
                corners.applyX(across[i], down[i]),
                corners.applyY(across[i], down[i]),
                corners.applyX(across[i + 1], down[i + 1]),
                corners.applyY(across[i + 1], down[i + 1])));
      }
    }
    graphics.dispose();
    return picture;
  }

  /** Pictures beside each other, all as high as the first. */
  public static BufferedImage row(List<BufferedImage> pictures) {
    int height = pictures.get(0).getHeight();
    int width = -GAP;
    for (BufferedImage picture : pictures) {
      width += GAP + Math.max(1, picture.getWidth() * height / picture.getHeight());
    }
    BufferedImage row = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = row.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    int left = 0;
    for (BufferedImage picture : pictures) {
      int own = Math.max(1, picture.getWidth() * height / picture.getHeight());
      graphics.drawImage(picture, left, 0, own, height, null);
      left += own + GAP;
    }
    graphics.dispose();
    return row;
  }

  static BufferedImage image(int[] rgb, int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, side, side, rgb, 0, side);
    return image;
  }
}
