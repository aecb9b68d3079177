package facedepth.inference;

import facedepth.geometry.FaceCrop;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One picture that shows at a glance what came out: the photo's crop, the depth in colours, and the
 * mesh from its left, from the front and from its right.
 */
final class Preview {
  private static final int TILE = 320;
  private static final int GAP = 8;
  private static final int BACKGROUND = 0xececec;
  private static final double SIDE_VIEW_DEGREES = 45;
  private static final double MAGNIFICATION = 1.1;

  private Preview() {}

  static Photo of(FaceReconstruction face) {
    Photo crop = resized(face.texture(), TILE);
    int[] photo = new int[TILE * TILE];
    for (int i = 0; i < photo.length; i++) {
      photo[i] = crop.rgb(i % TILE, i / TILE);
    }
    // Textures of large photos are brought near the size they are seen at, or they would glitter.
    Photo texture =
        face.texture().width() <= 3 * TILE ? face.texture() : resized(face.texture(), 2 * TILE);
    MeshView view = new MeshView(face.mesh(), texture, TILE, MAGNIFICATION, BACKGROUND);
    return sideBySide(
        face.photo(),
        photo,
        enlarged(DepthColours.of(face.depth(), BACKGROUND), face.depth().width()),
        view.from(SIDE_VIEW_DEGREES),
        view.from(0),
        view.from(-SIDE_VIEW_DEGREES));
  }

  /** The square picture at another size, antialiased. */
  private static Photo resized(Photo square, int side) {
    double middle = (square.width() - 1) / 2.0;
    return new CropSampler(square, new FaceCrop(middle, middle, square.width(), 0), side)
        .picture(square.name());
  }

  private static int[] enlarged(int[] square, int side) {
    int[] out = new int[TILE * TILE];
    for (int y = 0; y < TILE; y++) {
      for (int x = 0; x < TILE; x++) {
        out[y * TILE + x] = square[y * side / TILE * side + x * side / TILE];
      }
    }
    return out;
  }

  private static Photo sideBySide(String name, int[]... tiles) {
    int width = tiles.length * (TILE + GAP) + GAP;
    int height = TILE + 2 * GAP;
    byte[] bgr = new byte[3 * width * height];
    Arrays.fill(bgr, (byte) 0xff);
    for (int t = 0; t < tiles.length; t++) {
      for (int i = 0; i < tiles[t].length; i++) {
        int x = GAP + t * (TILE + GAP) + i % TILE;
        int y = GAP + i / TILE;
        int target = 3 * (y * width + x);
        int rgb = tiles[t][i];
        bgr[target] = (byte) rgb;
        bgr[target + 1] = (byte) (rgb >> 8);
        bgr[target + 2] = (byte) (rgb >> 16);
      }
    }
    return new Photo(name, width, height, bgr, OptionalDouble.empty());
  }
}
