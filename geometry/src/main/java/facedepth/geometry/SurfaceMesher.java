package facedepth.geometry;

import java.util.Locale;

/**
 * Turns a depth map into a mesh to be looked at: cut along a smooth silhouette, torn where depth
 * jumps, without specks, spikes and small holes, and as dense as asked.
 *
 * <p>Where {@link GridMesher} gives the pixels as they are, a triangle or none, this gives the
 * surface they are samples of. The steps:
 *
 * <ol>
 *   <li>A pixel that sticks out of its eight neighbours becomes their median; holes of at most 0.5
 *       per cent of the face are filled; beyond its edge the face goes on for a few pixels as it
 *       came there.
 *   <li>The outline becomes a field, positive inside. It ends where the depth tears: where a cell
 *       of four pixels spans more than the {@link MeshOptions#maximumSlope slope} allows; and
 *       beside flanks that are steeper than {@link MeshOptions#rimSlope} from the edge inwards, at
 *       the depth at which these begin ({@link RimLimit}). Small parts and what hangs by a strand
 *       are left out.
 *   <li>Depth and field are refined to the asked density by cubics that do not lean over jumps.
 *   <li>The lattice's triangles are cut along the field's zero line ({@link OutlineCut}).
 *   <li>Normals are those of the depth, by central differences, not those of the triangles.
 * </ol>
 *
 * <p>The result is a manifold with boundary: an edge belongs to one triangle or two, and the
 * triangles around a vertex form one fan. All vertices lie where {@link GridMesher} says pixels
 * lie, those between pixels in between.
 */
public final class SurfaceMesher {
  /** The cubics may swing a little steeper than the pixels they go through. */
  private static final double OVERSHOOT = 1.5;

  /** Most pixels from a vertex to the next. */
  private static final int WIDEST = 4;

  private final DepthMap depth;
  private final CropCamera camera;
  private final MeshOptions options;
  private final int detail;
  private final int stride; // pixels from a point of the lattice to the next; 1 unless detail is

  private SurfaceMesher(
      DepthMap depth, CropCamera camera, MeshOptions options, int detail, int stride) {
    this.depth = depth;
    this.camera = camera;
    this.options = options;
    this.detail = detail;
    this.stride = stride;
  }

  /** A mesh with a vertex a pixel, cut along the edge of the finite pixels. */
  public static Mesh mesh(DepthMap depth, CropCamera camera, MeshOptions options) {
    return mesh(depth, null, camera, options, 1, null);
  }

  /**
   * A mesh.
   *
   * @param depth crop widths relative to the median of the face, NaN outside it
   * @param outline the silhouette, or null for the edge of the finite pixels
   * @param camera the crop's camera
   * @param options what is torn and left out
   * @param detail vertices from a pixel to the next, at least 1
   * @param texture where pixels lie in the texture image, or null for a mesh without texture
   * @return a mesh without triangles if the face is too thin for one
   * @throws IllegalArgumentException if no pixel is finite, one lies behind the camera, the outline
   *     has another size or the lattice more points than an array can hold
   */
  public static Mesh mesh(
      DepthMap depth,
      FaceOutline outline,
      CropCamera camera,
      MeshOptions options,
      int detail,
      TextureMapping texture) {
    return mesh(depth, outline, camera, options, detail, texture, Integer.MAX_VALUE);
  }

  /**
   * As {@link #mesh(DepthMap, FaceOutline, CropCamera, MeshOptions, int, TextureMapping)}, for a
   * mesh that is to be reduced afterwards.
   *
   * @param enough where every second or fourth pixel gives about as many triangles as this, only
   *     those become vertices; looked at with a detail of 1
   */
  public static Mesh mesh(
      DepthMap depth,
      FaceOutline outline,
      CropCamera camera,
      MeshOptions options,
      int detail,
      TextureMapping texture,
      int enough) {
    int area = depth.requireFace();
    if (outline != null
        && (outline.width() != depth.width() || outline.height() != depth.height())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an outline of %dx%d for a depth map of %dx%d",
              outline.width(),
              outline.height(),
              depth.width(),
              depth.height()));
    }
    if (detail < 1) {
      throw new IllegalArgumentException("detail " + detail + " is less than 1");
    }
    int stride = 1;
    while (detail == 1 && stride < WIDEST && 2L * area / (4L * stride * stride) >= enough) {
      stride *= 2;
    }
    return new SurfaceMesher(DepthRepair.mended(depth), camera, options, detail, stride)
        .mesh(outline == null ? null : outline.values(), texture);
  }

  private Mesh mesh(float[] outline, TextureMapping texture) {
    int width = depth.width();
    int height = depth.height();
    DepthSurface pixels = new DepthSurface(depth, camera, options.maximumSlope());
    DepthJumps jumps = DepthJumps.of(depth, pixels);
    float[] field = (outline == null ? FaceOutline.of(depth).values() : outline).clone();
    float[] extended = DepthRepair.extended(depth);
    jumps.cut(field, extended, width, options.maximumSlope() / options.rimSlope());
    FaceParts.clean(field, width, height, options.minimumShare());

    int columns = stride > 1 ? (width - 1) / stride + 1 : CubicLattice.side(width, detail);
    int rows = stride > 1 ? (height - 1) / stride + 1 : CubicLattice.side(height, detail);
    float[] fineDepth;
    float[] fineField;
    if (stride > 1) {
      fineDepth = every(extended, columns, rows);
      fineField = every(jumps.widened(field, width, stride - 1), columns, rows);
    } else {
      fineDepth = CubicLattice.of(extended, width, height, detail, jumps.barred());
      fineField = CubicLattice.withoutOvershoot(field, width, height, detail);
    }
    DepthMap lattice = new DepthMap(columns, rows, fineDepth);
    double spacing = stride / ((double) Math.max(width, height) * detail);
    double slope = options.maximumSlope() * (detail > 1 ? OVERSHOOT : 1);
    DepthSurface surface = new DepthSurface(lattice, camera, slope, spacing);
    OutlineCut cut =
        OutlineCut.of(lattice.width(), lattice.height(), fineField, fineDepth, surface);
    DepthMap beyond = new DepthMap(width, height, extended);
    return PinchedVertices.separated(
        vertices(cut, lattice, beyond, pixels, surface, texture), cut::mayBePinched);
  }

  /** The values of every second or fourth pixel, as many left out on the left as on the right. */
  private float[] every(float[] plane, int columns, int rows) {
    int width = depth.width();
    int first = (depth.height() - 1) % stride / 2 * width + (width - 1) % stride / 2;
    float[] out = new float[columns * rows];
    for (int y = 0, i = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++, i++) {
        out[i] = plane[first + (y * width + x) * stride];
      }
    }
    return out;
  }

  private Mesh vertices(
      OutlineCut cut,
      DepthMap lattice,
      DepthMap beyond,
      DepthSurface pixels,
      DepthSurface surface,
      TextureMapping texture) {
    int vertices = cut.vertexCount();
    float[] positions = new float[3 * vertices];
    float[] normals = new float[3 * vertices];
    float[] coordinates = new float[texture == null ? 0 : 2 * vertices];
    AffineMap toTexture = texture == null ? null : texture.toTexture();
    int width = lattice.width();
    float step = (float) stride / detail;
    int left = (depth.width() - 1) % stride / 2;
    int top = (depth.height() - 1) % stride / 2;
    float[] other = new float[3];
    for (int i = 0; i < vertices; i++) {
      int p = cut.from(i);
      int q = cut.to(i);
      float t = cut.share(i);
      int column = p % width;
      int row = p / width;
      // In pixels of the depth map.
      float x = left + step * (column + t * (q % width - column));
      float y = top + step * (row + t * (q / width - row));
      float d = stride > 1 && t > 0 ? beyond.bilinear(x, y) : Float.NaN;
      pixels.point(x, y, Float.isNaN(d) ? cut.depthOf(i) : d, positions, 3 * i);
      surface.normal(column, row, normals, 3 * i);
      if (t > 0 && Float.isFinite(lattice.values()[q])) {
        surface.normal(q % width, q / width, other, 0);
        blend(normals, 3 * i, other, t);
      }
      if (toTexture != null) {
        coordinates[2 * i] = (float) toTexture.applyX(x, y);
        coordinates[2 * i + 1] = (float) toTexture.applyY(x, y);
      }
    }
    return new Mesh(positions, normals, coordinates, cut.triangles());
  }

  private static void blend(float[] normals, int at, float[] other, float t) {
    float square = 0;
    for (int k = 0; k < 3; k++) {
      normals[at + k] = (1 - t) * normals[at + k] + t * other[k];
      square += normals[at + k] * normals[at + k];
    }
    float scale = 1 / (float) Math.sqrt(square);
    for (int k = 0; k < 3; k++) {
      normals[at + k] *= scale;
    }
  }
}
