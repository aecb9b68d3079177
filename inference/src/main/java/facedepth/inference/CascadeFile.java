package facedepth.inference;

import facedepth.geometry.FaceCrop;
import java.io.IOException;
import java.io.InputStream;

/**
 * The cascades that OpenCV's jar carries, and how their windows lie on faces, or on eyes. Nothing
 * native is loaded for it.
 */
enum CascadeFile {
  FRONTAL("haarcascades/haarcascade_frontalface_alt2.xml", 0.06, 1.55),
  FRONTAL_LOOSE("haarcascades/haarcascade_frontalface_default.xml", 0.06, 1.45),
  FRONTAL_PATTERNS("lbpcascades/lbpcascade_frontalface_improved.xml", 0, 2.0),
  PROFILE("haarcascades/haarcascade_profileface.xml", 0.05, 1.5),
  EYE("haarcascades/haarcascade_eye.xml", 0, 1);

  // Every platform's jar has the same cascades; this one's is depended on.
  private static final String FOLDER = "/org/bytedeco/opencv/linux-x86_64/share/opencv4/";

  private final String path;
  private final double down;
  private final double size;

  /**
   * Describes one file.
   *
   * @param down how far below the window's centre the centroid of a face's mask lies, in widths of
   *     the window, measured on portraits
   * @param size side of the face's crop in widths of the window
   */
  CascadeFile(String path, double down, double size) {
    this.path = path;
    this.down = down;
    this.size = size;
  }

  /** The crop of a face that a window was found on. */
  FaceCrop cropOf(Cascade.Hit hit) {
    return new FaceCrop(
        hit.x() + 0.5 * hit.width(),
        hit.y() + 0.5 * hit.height() + down * hit.width(),
        size * hit.width(),
        0);
  }

  /**
   * Parses the file.
   *
   * @throws IllegalStateException if OpenCV's jar is not on the class path
   */
  Cascade load() {
    String resource = FOLDER + path;
    try (InputStream in = CascadeFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "no " + resource + " on the class path: org.bytedeco:opencv:linux-x86_64 is missing");
      }
      return new Cascade(new CascadeScanner(in.readAllBytes()).scan());
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + resource, e);
    }
  }
}
