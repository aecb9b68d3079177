package facedepth.app;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthReader;
import facedepth.geometry.GridMesher;
import facedepth.geometry.LegacyMesh;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshOptions;
import facedepth.geometry.MeshTexture;
import facedepth.geometry.MeshWriter;
import facedepth.geometry.TextureMapping;
import facedepth.inference.Photo;
import facedepth.inference.PhotoEncoder;
import facedepth.inference.ReconstructionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code mesh} does. */
final class DepthToMesh {
  private DepthToMesh() {}

  /** The origin's mesh, in a file as the origin wrote it. */
  static void legacy(Path depth, Path output) throws IOException {
    LegacyMesh.read(depth).write(output);
  }

  /**
   * A mesh in crop widths.
   *
   * @param image the picture for the texture, or null
   * @return a line about the numbers in the depth file if they are no crop widths, else empty
   */
  static Optional<String> mesh(Path depth, Path image, MeshWriter writer, Path output)
      throws IOException {
    Optional<ReconstructionNotes> notes = ReconstructionNotes.beside(depth);
    DepthFile read =
        DepthReader.read(
            depth,
            notes.map(ReconstructionNotes::depthRange).orElse(null),
            DepthReader.DEFAULT_RELIEF);
    CropCamera camera =
        notes
            .map(ReconstructionNotes::camera)
            .orElse(new CropCamera(ReconstructionOptions.DEFAULT_FOCAL_LENGTH));
    if (image == null) {
      writer.write(output, GridMesher.mesh(read.map(), camera));
    } else {
      Photo photo = Photo.read(image);
      TextureMapping mapping = mapping(read.map(), photo, image, notes);
      Mesh mesh = GridMesher.mesh(read.map(), camera, MeshOptions.DEFAULT, mapping);
      String name = OutputNames.stem(output) + "-texture.jpg";
      writer.write(
          output,
          mesh,
          new MeshTexture(name, PhotoEncoder.jpeg(photo, PhotoEncoder.TEXTURE_QUALITY)));
    }
    return read.kind() == DepthFile.Kind.CROP_WIDTHS
        ? Optional.empty()
        : Optional.of(depth + ": " + read.kind().note());
  }

  /**
   * The photo that the notes speak of is larger than the crop; any other picture is taken for a
   * picture of just what the depth map shows, and must then have its proportions.
   */
  private static TextureMapping mapping(
      DepthMap depth, Photo photo, Path image, Optional<ReconstructionNotes> notes) {
    if (notes.isPresent()
        && notes.get().photoWidth() == photo.width()
        && notes.get().photoHeight() == photo.height()) {
      return new TextureMapping(notes.get().depthToImage(), photo.width(), photo.height());
    }
    double stretch =
        ((double) photo.width() / photo.height()) / ((double) depth.width() / depth.height());
    if (stretch < 0.97 || stretch > 1.03) { // a pixel or two of rounding is no other shape
      throw new CommandException(
          image
              + ": has "
              + photo.width()
              + "x"
              + photo.height()
              + " pixels, which does not fit a depth map of "
              + depth.width()
              + "x"
              + depth.height(),
          "give the photo that the depth map was made of, with reconstruction.json beside the depth map");
    }
    return TextureMapping.stretched(depth.width(), depth.height(), photo.width(), photo.height());
  }
}
