package facedepth.inference;

import facedepth.geometry.DepthMap;
import facedepth.geometry.FaceCrop;
import facedepth.geometry.Mesh;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One picture that shows at a glance what came out. Above: the photo's crop, and the shape alone
 * from its left, from the front and from its right; below: the depth in colours with their scale,
 * and the same views with the photo on it.
 */
public final class Preview {
  private static final int TILE = 384;
  private static final int GAP = 8;
  private static final int BACKGROUND = 0xf4f4f2;
  private static final double SIDE_VIEW_DEGREES = 40;

  private Preview() {}

  /** The preview of a face. */
  public static Photo of(FaceReconstruction face) {
    return of(face.photo(), face.depth(), face.mesh(), face.texture());
  }

  /**
   * A preview.
   *
   * @param name what messages call the picture
   * @param mesh in crop widths
   * @param texture the mesh's texture, or null: then what would show it is left out
   */
  public static Photo of(String name, DepthMap depth, Mesh mesh, Photo texture) {
    double magnification = MeshView.fitting(mesh);
    MeshView view = new MeshView(mesh, near(texture), TILE, magnification, BACKGROUND);
    int[][] clay = {view.clay(SIDE_VIEW_DEGREES), view.clay(0), view.clay(-SIDE_VIEW_DEGREES)};
    int[] colours = DepthPicture.of(depth, TILE, BACKGROUND);
    if (texture == null || !mesh.isTextured()) {
      return tiled(name, new int[][][] {{colours, clay[0], clay[1], clay[2]}});
    }
    return tiled(
        name,
        new int[][][] {
          {fitted(texture), clay[0], clay[1], clay[2]},
          {colours, view.from(SIDE_VIEW_DEGREES), view.from(0), view.from(-SIDE_VIEW_DEGREES)}
        });
  }

  /** Textures of large photos near the size they are seen at, or they would glitter. */
  static Photo near(Photo texture) {
    if (texture == null || Math.max(texture.width(), texture.height()) <= 3 * TILE) {
      return texture;
    }
    return texture.width() == texture.height() ? resized(texture, 2 * TILE) : texture;
  }

  /** The square picture at another size, antialiased. */
  private static Photo resized(Photo square, int side) {
    double middle = (square.width() - 1) / 2.0;
    return new CropSampler(square, new FaceCrop(middle, middle, square.width(), 0), side)
        .picture(square.name());
  }

  /** The whole picture in a tile; what is left of a square's edge repeats its own. */
  private static int[] fitted(Photo picture) {
    int longer = Math.max(picture.width(), picture.height());
    FaceCrop all =
        new FaceCrop((picture.width() - 1) / 2.0, (picture.height() - 1) / 2.0, longer, 0);
    Photo square = new CropSampler(picture, all, TILE).picture(picture.name());
    int[] tile = new int[TILE * TILE];
    double left = TILE * (1 - (double) picture.width() / longer) / 2;
    double top = TILE * (1 - (double) picture.height() / longer) / 2;
    for (int i = 0; i < tile.length; i++) {
      int x = i % TILE;
      int y = i / TILE;
      boolean beside = x < left || x >= TILE - left || y < top || y >= TILE - top;
      tile[i] = beside ? BACKGROUND : square.rgb(x, y);
    }
    return tile;
  }

  private static Photo tiled(String name, int[][][] rows) {
    int width = rows[0].length * (TILE + GAP) + GAP;
    int height = rows.length * (TILE + GAP) + GAP;
    byte[] bgr = new byte[3 * width * height];
    Arrays.fill(bgr, (byte) 0xff);
    for (int r = 0; r < rows.length; r++) {
      for (int t = 0; t < rows[r].length; t++) {
        int[] tile = rows[r][t];
        for (int i = 0; i < tile.length; i++) {
          int x = GAP + t * (TILE + GAP) + i % TILE;
          int y = GAP + r * (TILE + GAP) + i / TILE;
          int target = 3 * (y * width + x);
          bgr[target] = (byte) tile[i];
          bgr[target + 1] = (byte) (tile[i] >> 8);
          bgr[target + 2] = (byte) (tile[i] >> 16);
        }
      }
    }
    return new Photo(name, width, height, bgr, OptionalDouble.empty());
  }
}
