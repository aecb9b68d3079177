package facedepth.notebook;

import facedepth.geometry.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Something to look at: a piece of a page that needs nothing beside it, neither a style sheet nor a
 * script nor the net. A notebook shows it as the last value of a cell; any other program puts
 * {@link #html} into a page of its own or lets {@link #write} make one.
 */
public final class Figure {
  private final String html;
  private final BufferedImage picture; // null if it is more than that

  private Figure(String html, BufferedImage picture) {
    this.html = html;
    this.picture = picture;
  }

  /** A piece of a page as it is: whoever makes it answers for its being whole and harmless. */
  public static Figure ofHtml(String html) {
    return new Figure(html, null);
  }

  /** A picture and nothing else. */
  public static Figure ofPicture(BufferedImage picture) {
    String address =
        "data:image/png;base64," + Base64.getEncoder().encodeToString(encoded(picture));
    String size = "width=\"" + picture.getWidth() + "\" height=\"" + picture.getHeight() + "\"";
    String style = "style=\"max-width: 100%; height: auto\"";
    return new Figure("<img alt=\"\" " + size + " " + style + " src=\"" + address + "\">", picture);
  }

  /** The piece of a page. */
  public String html() {
    return html;
  }

  /** The bytes of a PNG file, if the figure is a picture and nothing else. */
  public Optional<byte[]> png() {
    return Optional.ofNullable(picture).map(Figure::encoded);
  }

  /** The picture, if the figure is one and nothing else. */
  Optional<BufferedImage> picture() {
    return Optional.ofNullable(picture);
  }

  /** With a line of text under it. */
  public Figure titled(String caption) {
    return ofHtml(
        "<figure style=\"margin: 0; display: inline-block; max-width: 100%\">"
            + html
            + "<figcaption style=\"font: 13px/1.6 system-ui, sans-serif; opacity: .75\">"
            + escape(caption)
            + "</figcaption></figure>");
  }

  /** A whole page with nothing but the figure on it. */
  public String page(String title) {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<title>"
        + escape(title)
        + "</title></head>\n<body style=\"margin: 1em\">\n"
        + html
        + "\n</body></html>\n";
  }

  /** Writes {@link #page}. */
  public void write(Path file, String title) throws IOException {
    AtomicFile.write(file, out -> out.write(page(title).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return picture == null
        ? "figure"
        : "picture of " + picture.getWidth() + "x" + picture.getHeight();
  }

  /** Text as an element or an attribute between double quotes holds it. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static byte[] encoded(BufferedImage picture) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory could not be written", e);
    }
    return png.toByteArray();
  }
}
