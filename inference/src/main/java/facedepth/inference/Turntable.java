package facedepth.inference;

import facedepth.geometry.Mesh;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An animated GIF of a mesh that swings from side to side, for ever. */
public final class Turntable {
  private static final int SIDE = 320;
  private static final int FRAMES = 32; // there and back
  private static final int HUNDREDTHS = 7; // of a second a frame
  private static final double DEGREES = 50;
  private static final int BACKGROUND = 0xf4f4f2;
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private Turntable() {}

  /**
   * The bytes of the .gif file.
   *
   * @param mesh in crop widths
   * @param texture the mesh's texture, or null for clay
   */
  public static byte[] gif(Mesh mesh, Photo texture) throws IOException {
    MeshView view =
        new MeshView(mesh, Preview.near(texture), SIDE, MeshView.fitting(mesh), BACKGROUND);
    BufferedImage[] frames = new BufferedImage[FRAMES];
    for (int k = 0; k <= FRAMES / 2; k++) {
      // From one side to the other and back: the way back shows the same pictures.
      frames[k] = image(view.from(DEGREES * Math.cos(2 * Math.PI * k / FRAMES)));
      frames[(FRAMES - k) % FRAMES] = frames[k];
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
        for (BufferedImage frame : frames) {
          writer.writeToSequence(new IIOImage(frame, null, metadata(writer, frame)), null);
        }
        writer.endWriteSequence();
      }
      return bytes.toByteArray();
    } finally {
      writer.dispose();
    }
  }

  private static BufferedImage image(int[] rgb) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, SIDE, SIDE, rgb, 0, SIDE);
    return image;
  }

  /** How long a frame stays, and that the first one comes again after the last. */
  private static IIOMetadata metadata(ImageWriter writer, BufferedImage frame) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Integer.toString(HUNDREDTHS));
    control.setAttribute("transparentColorIndex", "0");
    root.appendChild(control);
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0}); // repeats: 0 is for ever
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(loop);
    root.appendChild(extensions);
    metadata.mergeTree(FORMAT, root);
    return metadata;
  }
}
