package facedepth.inference;

import facedepth.geometry.MeshOptions;
import facedepth.geometry.ReliefPlate;

/**
 * What kind of mesh is made of a depth map. Begin with {@link #FACE} or {@link #MEASURED}.
 *
 * @param surface what is torn and left out
 * @param detail vertices from a pixel of the depth map to the next, 1 to 8; 0 for 2 where the photo
 *     has at least twice as many pixels as the depth map, else 1
 * @param maximumTriangles the mesh is reduced to these, at least 4; 0 for as many as come out. A
 *     solid's back and walls count
 * @param form sheet, solid or relief
 */
public record MeshRecipe(MeshOptions surface, int detail, int maximumTriangles, Form form) {
  private static final int MOST_DETAIL = 8;
  private static final int FEWEST_TRIANGLES = 4;
  private static final int AUTOMATIC_DETAIL = 2;

  /** What the mesh is in the end. */
  public sealed interface Form permits Sheet, Solid, Relief {}

  /** The surface alone, as thin as paper. */
  public record Sheet() implements Form {}

  /**
   * Closed by a flat back.
   *
   * @param thickness crop widths from the farthest point of the face to the back, positive
   */
  public record Solid(double thickness) implements Form {
    /** About 5 mm of a life-size face. */
    public static final double DEFAULT_THICKNESS = 0.02;

    /** Refuses backs that are not behind the face. */
    public Solid {
      requirePositive("thickness", thickness);
    }
  }

  /**
   * Pressed to a relief on a plate.
   *
   * @param height crop widths from the plate to the nearest point, positive
   * @param thickness of the plate, crop widths, positive
   * @param shape tile or medal
   */
  public record Relief(double height, double thickness, ReliefPlate.Shape shape) implements Form {
    /** Refuses reliefs without height or plate. */
    public Relief {
      requirePositive("height", height);
      requirePositive("thickness", thickness);
    }
  }

  /**
   * For depth that the network predicted: slope 8, from the edge inwards 3.5, share 0.1. Predicted
   * depth is smooth where a measured one jumps: the step from cheek to ear is a ramp, and a mesh
   * that keeps it shows flaps from the side, while the flanks of a nose seen at an angle are as
   * steep and must not be holes.
   */
  public static final MeshRecipe FACE =
      new MeshRecipe(new MeshOptions(8, 0.1, 3.5), 0, 0, new Sheet());

  /** For depth from anywhere, a vertex a pixel. */
  public static final MeshRecipe MEASURED = new MeshRecipe(MeshOptions.DEFAULT, 1, 0, new Sheet());

  /** Refuses details and numbers of triangles that make no mesh. */
  public MeshRecipe {
    if (detail < 0 || detail > MOST_DETAIL) {
      throw new IllegalArgumentException("detail " + detail + " is not from 1 to " + MOST_DETAIL);
    }
    if (maximumTriangles != 0 && maximumTriangles < FEWEST_TRIANGLES) {
      throw new IllegalArgumentException(
          "at most " + maximumTriangles + " triangles are too few for a mesh");
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " " + value + " is not positive");
    }
  }

  /** With another detail. */
  public MeshRecipe withDetail(int value) {
    return new MeshRecipe(surface, value, maximumTriangles, form);
  }

  /** With another limit of triangles. */
  public MeshRecipe withMaximumTriangles(int value) {
    return new MeshRecipe(surface, detail, value, form);
  }

  /** In another form. */
  public MeshRecipe withForm(Form value) {
    return new MeshRecipe(surface, detail, maximumTriangles, value);
  }

  /** With what a relief is given in crop widths so many times as large. */
  MeshRecipe stretched(double factor) {
    return form instanceof Relief relief
        ? withForm(new Relief(relief.height * factor, relief.thickness * factor, relief.shape))
        : this;
  }

  /** The detail for a picture of so many pixels where the depth map has {@code depthPixels}. */
  int detailFor(double picturePixels, int depthPixels) {
    return detail > 0
        ? detail
        : picturePixels >= AUTOMATIC_DETAIL * depthPixels ? AUTOMATIC_DETAIL : 1;
  }
}
