package facedepth.synthesis;

import facedepth.geometry.DepthMap;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** Many faces on one picture, to be looked at: each face, optionally with its depth below it. */
public final class ContactSheet {
  /** Depth in crop widths that is drawn white; what is nearer is white too. */
  public static final float WHITE = -0.35f;

  /** Depth in crop widths that is drawn black; what is farther is black too. */
  public static final float BLACK = 0.5f;

  private static final int GAP = 2; // pixels between two tiles and round the sheet
  private static final int GAP_COLOUR = 0x16181d;
  private static final int NO_FACE_COLOUR = 0x203050;

  private ContactSheet() {}

  /**
   * What is shown of one face.
   *
   * @param size side of the picture in pixels, the same for all tiles of a sheet
   * @param rgb planar (red, green, blue), row-major, 0 to 255
   * @param depth crop widths, NaN outside the face, square, of any size
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data, handed on and never compared
  public record Tile(int size, float[] rgb, DepthMap depth) {}

  /** As {@link #of}, for faces just rendered. */
  public static BufferedImage draw(List<SyntheticFace> faces, int columns, boolean withDepth) {
    List<Tile> tiles =
        faces.stream().map(face -> new Tile(face.resolution(), face.rgb(), face.depth())).toList();
    return of(tiles, columns, withDepth);
  }

  /**
   * Draws faces in rows.
   *
   * @param tiles at least one
   * @param columns faces in a row
   * @param withDepth whether a row of depths (near = bright, blue outside the mask) follows each
   *     row
   */
  public static BufferedImage of(List<Tile> tiles, int columns, boolean withDepth) {
    int size = tiles.get(0).size();
    int rows = (tiles.size() + columns - 1) / columns * (withDepth ? 2 : 1);
    int step = size + GAP;
    BufferedImage sheet =
        new BufferedImage(columns * step + GAP, rows * step + GAP, BufferedImage.TYPE_INT_RGB);
    int[] line = new int[sheet.getWidth()];
    Arrays.fill(line, GAP_COLOUR);
    for (int y = 0; y < sheet.getHeight(); y++) {
      sheet.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
    for (int i = 0; i < tiles.size(); i++) {
      int x = GAP + i % columns * step;
      int y = GAP + i / columns * (withDepth ? 2 : 1) * step;
      sheet.setRGB(x, y, size, size, colours(tiles.get(i)), 0, size);
      if (withDepth) {
        sheet.setRGB(x, y + step, size, size, depthColours(tiles.get(i)), 0, size);
      }
    }
    return sheet;
  }

  private static int[] colours(Tile tile) {
    int area = tile.size() * tile.size();
    int[] colours = new int[area];
    for (int i = 0; i < area; i++) {
      int red = Math.round(tile.rgb()[i]);
      int green = Math.round(tile.rgb()[area + i]);
      int blue = Math.round(tile.rgb()[2 * area + i]);
      colours[i] = red << 16 | green << 8 | blue;
    }
    return colours;
  }

  private static int[] depthColours(Tile tile) {
    int size = tile.size();
    DepthMap depth = tile.depth();
    int[] colours = new int[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        float d = depth.at(x * depth.width() / size, y * depth.height() / size);
        colours[y * size + x] = depthColour(d);
      }
    }
    return colours;
  }

  private static int depthColour(float d) {
    if (!Float.isFinite(d)) {
      return NO_FACE_COLOUR;
    }
    int grey = Math.max(0, Math.min(255, Math.round(255 * (BLACK - d) / (BLACK - WHITE))));
    return grey << 16 | grey << 8 | grey;
  }
}
