package facedepth.synthesis;

import facedepth.geometry.DepthMap;
import java.awt.image.BufferedImage;
import java.util.List;

/** Many samples on one picture, to be looked at: each face, optionally with its depth below it. */
public final class ContactSheet {
  private ContactSheet() {}

  /**
   * Draws faces in rows.
   *
   * @param columns faces in a row
   * @param withDepth whether a row of depths (near = bright, blue outside the mask) follows each
   *     row
   */
  public static BufferedImage draw(List<SyntheticFace> faces, int columns, boolean withDepth) {
    int size = faces.get(0).resolution();
    int rows = (faces.size() + columns - 1) / columns;
    int step = withDepth ? 2 : 1;
    BufferedImage sheet =
        new BufferedImage(columns * size, rows * step * size, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < faces.size(); i++) {
      int x0 = i % columns * size;
      int y0 = i / columns * step * size;
      SyntheticFace face = faces.get(i);
      int area = size * size;
      for (int p = 0; p < area; p++) {
        int red = (int) face.rgb()[p];
        int green = (int) face.rgb()[area + p];
        int blue = (int) face.rgb()[2 * area + p];
        sheet.setRGB(x0 + p % size, y0 + p / size, red << 16 | green << 8 | blue);
        if (withDepth) {
          sheet.setRGB(x0 + p % size, y0 + size + p / size, depthColour(face.depth(), p));
        }
      }
    }
    return sheet;
  }

  private static int depthColour(DepthMap depth, int pixel) {
    float d = depth.values()[pixel];
    if (!Float.isFinite(d)) {
      return 0x203050;
    }
    int grey = Math.max(0, Math.min(255, Math.round(150 - 300 * d)));
    return grey << 16 | grey << 8 | grey;
  }
}
