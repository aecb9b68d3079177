package facedepth.app;

import picocli.CommandLine.Option;

/** The options of every command that builds meshes. */
final class MeshShapeOptions {
  /** What numbers in a mesh file count. */
  enum Unit {
    crop,
    mm
  }

  /** What a relief stands on. */
  enum Plate {
    tile,
    medal
  }

  @Option(
      names = "--detail",
      paramLabel = "N",
      description =
          "Vertices from a pixel of the depth map to the next, 1 to 8. Without it 2 where the photo"
              + " has at least twice as many pixels, else 1.")
  private int detail;

  @Option(
      names = "--max-triangles",
      paramLabel = "N",
      description = "Reduce the mesh to at most N triangles, where they are needed least first.")
  private Integer maximumTriangles;

  @Option(
      names = "--solid",
      description = "Close the mesh with a flat back, for printing. It has no tears then.")
  private boolean solid;

  @Option(
      names = "--relief",
      paramLabel = "MM",
      description =
          "Press the face to a relief of this height in millimetres on a plate 2 mm thick, closed,"
              + " for printing. Goes with --unit mm, which it implies.")
  private Double relief;

  @Option(
      names = "--plate",
      paramLabel = "SHAPE",
      description = "What a relief stands on: ${COMPLETION-CANDIDATES}.")
  private Plate plate = Plate.tile;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description =
          "What numbers in mesh files count: ${COMPLETION-CANDIDATES}. In crop widths no size is"
              + " guessed; for mm the face is taken for a mean adult's unless --eye-distance is given."
              + " A .glb is then in metres, as its format wants.")
  private Unit unit = Unit.crop;

  @Option(
      names = "--eye-distance",
      paramLabel = "MM",
      description =
          "Distance of the person's pupils in millimetres (63 for a mean adult); implies --unit mm."
              + " The eyes are looked for in the photo; where none are found, they are as far apart in"
              + " the crop as a mean face's.")
  private Double eyeDistance;

  /** 0 for automatic. */
  int detail() {
    return detail;
  }

  /** Null for all. */
  Integer maximumTriangles() {
    return maximumTriangles;
  }

  boolean isSolid() {
    return solid;
  }

  /** Millimetres, null for none. */
  Double relief() {
    return relief;
  }

  boolean isMedal() {
    return plate == Plate.medal;
  }

  /** Null for a mean adult's. */
  Double eyeDistance() {
    return eyeDistance;
  }

  boolean isInMillimetres() {
    return unit == Unit.mm || eyeDistance != null || relief != null;
  }

  /** Whether any option was given. */
  boolean isAnySet() {
    return detail != 0
        || maximumTriangles != null
        || solid
        || plate != Plate.tile
        || isInMillimetres();
  }
}
