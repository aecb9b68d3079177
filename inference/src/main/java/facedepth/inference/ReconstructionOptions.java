package facedepth.inference;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a reconstruction is to be like. Begin with {@link #DEFAULT} and change what matters:
 *
 * <pre>{@code
 * ReconstructionOptions.DEFAULT.withFaces(ReconstructionOptions.Faces.ALL).withMirror(false)
 * }</pre>
 *
 * @param faces which faces of the photo
 * @param focalLength35mm the lens' 35 mm equivalent in millimetres, on the diagonal of 43.27 mm;
 *     empty to take it from the photo's EXIF data, or else {@link #DEFAULT_FOCAL_LENGTH}
 * @param mirror whether the network also sees the mirrored face and both answers are averaged:
 *     better, and one run of the network longer
 * @param largestTexture most pixels along a side of the texture; it has as many as the photo has
 *     within the crop, up to this
 * @param mesh how the mesh is built
 * @param scale by which files are to count millimetres; it yields to the face's own eyes where the
 *     photo shows them. Empty for files that count crop widths
 */
public record ReconstructionOptions(
    Faces faces,
    OptionalDouble focalLength35mm,
    boolean mirror,
    int largestTexture,
    MeshRecipe mesh,
    Optional<LengthScale> scale) {

  /** Which faces. */
  public enum Faces {
    /** The one with the largest crop. */
    LARGEST,
    /** All of them. */
    ALL
  }

  /**
   * Focal length in crop widths when nothing is known of the lens: a crop of about 25 cm of the
   * world seen from a metre, as portraits are taken.
   */
  public static final double DEFAULT_FOCAL_LENGTH = 4;

  /** The largest face, focal length from EXIF, mirror averaging, textures of up to 2048 pixels. */
  public static final ReconstructionOptions DEFAULT =
      new ReconstructionOptions(
          Faces.LARGEST, OptionalDouble.empty(), true, 2048, MeshRecipe.FACE, Optional.empty());

  private static final int LEAST_TEXTURE = 16;
  private static final int LARGEST_TEXTURE = 8192;

  /** Refuses focal lengths that are not positive and textures too small or large. */
  public ReconstructionOptions {
    if (focalLength35mm.isPresent()
        && !(focalLength35mm.getAsDouble() > 0 && Double.isFinite(focalLength35mm.getAsDouble()))) {
      throw new IllegalArgumentException(
          "focal length " + focalLength35mm.getAsDouble() + " mm is not positive");
    }
    if (largestTexture < LEAST_TEXTURE || largestTexture > LARGEST_TEXTURE) {
      throw new IllegalArgumentException(
          "texture of "
              + largestTexture
              + " pixels is not between "
              + LEAST_TEXTURE
              + " and "
              + LARGEST_TEXTURE);
    }
  }

  /** With other faces. */
  public ReconstructionOptions withFaces(Faces value) {
    return new ReconstructionOptions(value, focalLength35mm, mirror, largestTexture, mesh, scale);
  }

  /** With a lens whose 35 mm equivalent is {@code millimetres}. */
  public ReconstructionOptions withFocalLength35mm(double millimetres) {
    return new ReconstructionOptions(
        faces, OptionalDouble.of(millimetres), mirror, largestTexture, mesh, scale);
  }

  /** With or without mirror averaging. */
  public ReconstructionOptions withMirror(boolean value) {
    return new ReconstructionOptions(faces, focalLength35mm, value, largestTexture, mesh, scale);
  }

  /** With another limit of the texture's side. */
  public ReconstructionOptions withLargestTexture(int value) {
    return new ReconstructionOptions(faces, focalLength35mm, mirror, value, mesh, scale);
  }

  /** With another kind of mesh. */
  public ReconstructionOptions withMesh(MeshRecipe value) {
    return new ReconstructionOptions(faces, focalLength35mm, mirror, largestTexture, value, scale);
  }

  /** With files that count millimetres. */
  public ReconstructionOptions withScale(LengthScale value) {
    return new ReconstructionOptions(
        faces, focalLength35mm, mirror, largestTexture, mesh, Optional.of(value));
  }
}
