package facedepth.inference;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthRange;
import facedepth.geometry.FaceOutline;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshEdges;
import facedepth.geometry.MeshOptions;
import facedepth.geometry.MeshSolid;
import facedepth.geometry.ReliefPlate;
import facedepth.geometry.SurfaceMesher;
import facedepth.geometry.TextureMapping;

/** From a depth map to a mesh by a {@link MeshRecipe}. */
public final class DepthMesher {
  /** A solid has no tears: what jumps becomes a wall. */
  private static final double SOLID_SLOPE = 1000;

  private static final int TRIES = 6;

  private DepthMesher() {}

  /**
   * A mesh in crop widths.
   *
   * @param depth crop widths relative to the median of the face, NaN outside it
   * @param outline the silhouette, or null for the edge of the finite pixels
   * @param camera the crop's camera; a relief is seen by parallel rays whatever it says
   * @param texture where the depth map's pixels lie in the texture, or null for a mesh without
   * @return closed for a solid and a relief
   * @throws IllegalArgumentException if the depth map holds no face, or one too thin for a triangle
   */
  public static Mesh mesh(
      DepthMap depth,
      FaceOutline outline,
      CropCamera camera,
      MeshRecipe recipe,
      TextureMapping texture) {
    double picturePixels =
        texture == null
            ? depth.width()
            : depth.width() * Math.hypot(texture.depthToImage().a(), texture.depthToImage().d());
    int detail = recipe.detailFor(picturePixels, depth.width());
    if (recipe.form() instanceof MeshRecipe.Relief relief) {
      ReliefPlate plate = ReliefPlate.of(depth, outline, relief.height(), relief.shape());
      Mesh top =
          SurfaceMesher.mesh(
              plate.depth(),
              plate.outline(),
              CropCamera.ORTHOGRAPHIC,
              MeshOptions.KEEP_ALL,
              detail,
              texture,
              enough(recipe));
      requireTriangles(top, depth);
      return solid(top, CropCamera.ORTHOGRAPHIC, relief.thickness(), recipe.maximumTriangles());
    }
    MeshOptions surface = recipe.surface();
    boolean closed = recipe.form() instanceof MeshRecipe.Solid;
    if (closed) {
      surface = new MeshOptions(SOLID_SLOPE, 1, Math.min(SOLID_SLOPE, surface.rimSlope()));
    }
    Mesh sheet =
        SurfaceMesher.mesh(depth, outline, camera, surface, detail, texture, enough(recipe));
    requireTriangles(sheet, depth);
    if (recipe.form() instanceof MeshRecipe.Solid solid) {
      double back = DepthRange.of(depth).farthest() + solid.thickness();
      return solid(
          sheet,
          camera,
          Math.max(back, farthest(sheet) + solid.thickness()),
          recipe.maximumTriangles());
    }
    return recipe.maximumTriangles() > 0
        ? Decimation.reduce(sheet, recipe.maximumTriangles())
        : sheet;
  }

  private static void requireTriangles(Mesh mesh, DepthMap depth) {
    if (mesh.triangleCount() == 0) {
      throw new IllegalArgumentException(
          "the face is too thin for a mesh: nothing of its "
              + depth.faceArea()
              + " pixels is left inside a smooth outline");
    }
  }

  /** Triangles of which the asked number can be chosen well; more only take time. */
  private static int enough(MeshRecipe recipe) {
    return recipe.maximumTriangles() == 0
        ? Integer.MAX_VALUE
        : (int) Math.min(Integer.MAX_VALUE, 3L * recipe.maximumTriangles());
  }

  private static double farthest(Mesh mesh) {
    double farthest = Double.NEGATIVE_INFINITY;
    for (int i = 2; i < mesh.positions().length; i += 3) {
      farthest = Math.max(farthest, mesh.positions()[i]);
    }
    return farthest;
  }

  /** Reduces the front until all of the solid has no more triangles than asked, and closes it. */
  private static Mesh solid(Mesh front, CropCamera camera, double back, int maximumTriangles) {
    if (maximumTriangles == 0) {
      return MeshSolid.close(front, camera, back);
    }
    Mesh reduced = front;
    for (int i = 0; i < TRIES; i++) {
      int edges = MeshEdges.boundary(reduced.triangles(), reduced.vertexCount()).length / 2;
      // Two triangles a wall, and a flat back has about one for each edge of its boundary.
      int left = maximumTriangles - 3 * edges;
      if (reduced.triangleCount() <= left) {
        break;
      }
      reduced = Decimation.reduce(reduced, Math.max(4, Math.max(left, maximumTriangles / 8)));
    }
    return MeshSolid.close(
        reduced, Decimation.flatCover(reduced, reduced.triangles()), camera, back);
  }
}
