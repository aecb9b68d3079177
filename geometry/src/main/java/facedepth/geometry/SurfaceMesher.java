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
 *       of four pixels spans more than the {@link MeshOptions#maximumSlope slope} allows, or, from
 *       the edge inwards, the stricter {@link MeshOptions#rimSlope}. Small parts and what hangs by
 *       a strand are left out.
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

  private final DepthMap depth;
  private final CropCamera camera;
  private final MeshOptions options;
  private final int detail;

  private SurfaceMesher(DepthMap depth, CropCamera camera, MeshOptions options, int detail) {
    this.depth = depth;
    this.camera = camera;
    this.options = options;
    this.detail = detail;
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
    if (depth.faceArea() == 0) {
      throw new IllegalArgumentException(
          "the depth map of "
              + depth.width()
              + "x"
              + depth.height()
              + " pixels holds no face: no value is finite");
    }
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
    return new SurfaceMesher(DepthRepair.mended(depth), camera, options, detail)
        .mesh(outline == null ? null : outline.values(), texture);
  }

  private Mesh mesh(float[] outline, TextureMapping texture) {
    int width = depth.width();
    int height = depth.height();
    DepthSurface pixels = new DepthSurface(depth, camera, options.maximumSlope());
    DepthJumps jumps = DepthJumps.of(depth, pixels);
    float[] field = (outline == null ? FaceOutline.of(depth).values() : outline).clone();
    jumps.cut(field, width, options.maximumSlope() / options.rimSlope());
    FaceParts.clean(field, width, height, options.minimumShare());

    float[] fineDepth =
        CubicLattice.of(DepthRepair.extended(depth), width, height, detail, jumps.barred());
    float[] fineField = CubicLattice.withoutOvershoot(field, width, height, detail);
    DepthMap lattice =
        new DepthMap(
            CubicLattice.side(width, detail), CubicLattice.side(height, detail), fineDepth);
    double spacing = 1.0 / ((double) Math.max(width, height) * detail);
    double slope = options.maximumSlope() * (detail > 1 ? OVERSHOOT : 1);
    DepthSurface surface = new DepthSurface(lattice, camera, slope, spacing);
    OutlineCut cut =
        OutlineCut.of(lattice.width(), lattice.height(), fineField, fineDepth, surface);
    return PinchedVertices.separated(vertices(cut, lattice, surface, texture), cut::mayBePinched);
  }

  private Mesh vertices(
      OutlineCut cut, DepthMap lattice, DepthSurface surface, TextureMapping texture) {
    int vertices = cut.vertexCount();
    float[] positions = new float[3 * vertices];
    float[] normals = new float[3 * vertices];
    float[] coordinates = new float[texture == null ? 0 : 2 * vertices];
    AffineMap toTexture = texture == null ? null : texture.toTexture();
    int width = lattice.width();
    float[] other = new float[3];
    for (int i = 0; i < vertices; i++) {
      int p = cut.from(i);
      int q = cut.to(i);
      float t = cut.share(i);
      int column = p % width;
      int row = p / width;
      float x = column + t * (q % width - column);
      float y = row + t * (q / width - row);
      surface.point(x, y, cut.depthOf(i), positions, 3 * i);
      surface.normal(column, row, normals, 3 * i);
      if (t > 0 && Float.isFinite(lattice.values()[q])) {
        surface.normal(q % width, q / width, other, 0);
        blend(normals, 3 * i, other, t);
      }
      if (toTexture != null) {
        coordinates[2 * i] = (float) toTexture.applyX(x / detail, y / detail);
        coordinates[2 * i + 1] = (float) toTexture.applyY(x / detail, y / detail);
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
