package facedepth.notebook;

import facedepth.geometry.GlbWriter;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshTexture;
import facedepth.inference.MeshView;
import facedepth.inference.Photo;
import facedepth.inference.PhotoEncoder;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A mesh to turn, in a frame of its own: three.js, our viewer, the mesh and a still picture of it,
 * for a browser without WebGL, all lie within the piece of a page.
 */
final class MeshFigure {
  /** What the viewer's camera is placed for: it sees 1.1 crop widths, and corners turn. */
  private static final double EXTENT = 0.85;

  private static final int STILL = 320;
  private static final int BACKGROUND = 0xf4f4f2;
  private static final double STILL_DEGREES = 25;
  private static final int LARGEST_TEXTURE = 1024;

  private MeshFigure() {}

  /**
   * The frame.
   *
   * @param mesh of any size and unit, x right, y down, z away from the viewer
   * @param texture null for none
   * @param height of the frame, pixels
   */
  static Figure of(Mesh mesh, Photo texture, int height) throws IOException {
    boolean textured = texture != null && mesh.isTextured();
    double magnification = MeshView.fitting(mesh);
    // MeshView's magnification fills 0.88 of its picture.
    Mesh shown = mesh.scaled(EXTENT * magnification / 0.88);
    byte[] glb = GlbWriter.encode(shown, textured ? packed(texture) : null);
    BufferedImage still = still(mesh, textured ? texture : null, magnification);
    String page =
        new String(ViewerScripts.read("/facedepth/notebook/mesh.html"), StandardCharsets.UTF_8)
            .replace("@LOOK@", textured ? "texture" : "clay")
            .replace("@STILL@", "data:image/png;base64," + base64(Figure.encoded(still)))
            .replace("@MESH@", base64(glb))
            .replace("@SCRIPTS@", ViewerScripts.packed());
    return framed(page, height, shown.triangleCount() + " triangles");
  }

  /** A whole page within a page. */
  static Figure framed(String page, int height, String title) {
    return Figure.ofHtml(
        "<iframe title=\""
            + Figure.escape(title)
            + "\" style=\"width: 100%; height: "
            + height
            + "px; border: 1px solid #d8d8d4; border-radius: 6px\" srcdoc=\""
            + page.replace("&", "&amp;").replace("\"", "&quot;")
            + "\"></iframe>");
  }

  /** The mesh from a little to the side. */
  private static BufferedImage still(Mesh mesh, Photo texture, double magnification)
      throws IOException {
    Photo near =
        texture == null ? null : Pictures.photo(shrunk(Pictures.image(texture), 2 * STILL));
    MeshView view = new MeshView(mesh, near, STILL, magnification, BACKGROUND);
    return Pictures.image(view.from(STILL_DEGREES), STILL);
  }

  private static MeshTexture packed(Photo texture) throws IOException {
    BufferedImage small = shrunk(Pictures.image(texture), LARGEST_TEXTURE);
    return new MeshTexture("texture.jpg", PhotoEncoder.jpeg(Pictures.photo(small), 0.88f));
  }

  /** At most so many pixels a side. */
  static BufferedImage shrunk(BufferedImage picture, int side) {
    double factor = (double) side / Math.max(picture.getWidth(), picture.getHeight());
    if (factor >= 1) {
      return picture;
    }
    int width = (int) Math.max(1, Math.round(picture.getWidth() * factor));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * factor));
    BufferedImage half = picture;
    // Halved as often as there is room: one large step would leave pixels out.
    while (half.getWidth() >= 2 * width && half.getHeight() >= 2 * height) {
      half = drawn(half, half.getWidth() / 2, half.getHeight() / 2);
    }
    return drawn(half, width, height);
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return target;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
