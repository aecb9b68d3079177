package facedepth.app;

import facedepth.geometry.AtomicFile;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthReader;
import facedepth.geometry.FaceCrop;
import facedepth.geometry.LegacyMesh;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshTexture;
import facedepth.geometry.MeshWriter;
import facedepth.geometry.TextureMapping;
import facedepth.inference.DepthMesher;
import facedepth.inference.ExrFile;
import facedepth.inference.LengthScale;
import facedepth.inference.MeshRecipe;
import facedepth.inference.Photo;
import facedepth.inference.PhotoEncoder;
import facedepth.inference.Preview;
import facedepth.inference.ReconstructionOptions;
import facedepth.inference.Turntable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code mesh} does.
 *
 * @param depth the depth map
 * @param image the picture for the texture, or null
 * @param output the mesh to write
 * @param preview a picture of it to write too, or null
 * @param turntable an animation of it to write too, or null
 */
record DepthToMesh(Path depth, Path image, Path output, Path preview, Path turntable) {

  /** The origin's mesh, in a file as the origin wrote it. */
  static void legacy(Path depth, Path output) throws IOException {
    LegacyMesh.read(depth).write(output);
  }

  /**
   * Writes what is asked for.
   *
   * @return lines about what had to be assumed
   */
  List<String> write(MeshShapeOptions options, MeshWriter writer) throws IOException {
    Optional<ReconstructionNotes> notes = ReconstructionNotes.beside(depth);
    DepthFile read =
        ExrFile.isExr(depth)
            ? ExrFile.read(depth, DepthReader.DEFAULT_RELIEF)
            : DepthReader.read(
                depth,
                notes.map(ReconstructionNotes::depthRange).orElse(null),
                DepthReader.DEFAULT_RELIEF);
    CropCamera camera =
        notes
            .map(ReconstructionNotes::camera)
            .orElse(new CropCamera(ReconstructionOptions.DEFAULT_FOCAL_LENGTH));
    Photo photo = image == null ? null : Photo.read(image);
    TextureMapping mapping = photo == null ? null : mapping(read.map(), photo, notes);
    // What this program predicted is cut as it cuts it itself.
    MeshShape shape =
        MeshShape.of(
            options,
            notes.isPresent() ? MeshRecipe.FACE : MeshRecipe.MEASURED,
            scale -> scaled(scale, photo, read.map(), camera, mapping));
    Mesh mesh = mesh(read.map(), camera, shape.recipe(), mapping);
    MeshTexture texture =
        photo == null
            ? null
            : new MeshTexture(
                OutputNames.stem(output) + "-texture.jpg",
                PhotoEncoder.jpeg(photo, PhotoEncoder.TEXTURE_QUALITY));
    Mesh scaled = shape.scale().map(scale -> scale.inFile(mesh, writer.extension())).orElse(mesh);
    writer.write(output, scaled, texture);
    if (preview != null) {
      byte[] png = PhotoEncoder.png(Preview.of(depth.toString(), read.map(), mesh, photo));
      AtomicFile.write(preview, out -> out.write(png));
    }
    if (turntable != null) {
      byte[] gif = Turntable.gif(mesh, photo);
      AtomicFile.write(turntable, out -> out.write(gif));
    }
    return notes(read, shape);
  }

  /** By the eyes in the picture, if there is one and shows them. */
  private static LengthScale scaled(
      LengthScale scale, Photo photo, DepthMap map, CropCamera camera, TextureMapping mapping) {
    if (photo == null || map.width() != map.height()) {
      return scale;
    }
    return scale.of(photo, FaceCrop.of(mapping.depthToImage(), map.width()), map, camera);
  }

  private Mesh mesh(DepthMap map, CropCamera camera, MeshRecipe recipe, TextureMapping mapping) {
    try {
      return DepthMesher.mesh(map, null, camera, recipe, mapping);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          depth + ": " + e.getMessage(),
          "give a depth map in crop widths of a face some pixels wide");
    }
  }

  private List<String> notes(DepthFile read, MeshShape shape) {
    List<String> lines = new ArrayList<>();
    if (read.kind() != DepthFile.Kind.CROP_WIDTHS) {
      lines.add(depth + ": " + read.kind().note());
    }
    if (shape.scale().isPresent()) {
      LengthScale scale = shape.scale().get();
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: a crop width is taken for %.0f mm (%s; nine in ten are between %.0f and %.0f)",
              output,
              scale.millimetres(),
              scale.source().text(),
              scale.shortest(),
              scale.longest()));
    }
    return lines;
  }

  /**
   * The photo that the notes speak of is larger than the crop; any other picture is taken for a
   * picture of just what the depth map shows, and must then have its proportions.
   */
  private TextureMapping mapping(DepthMap map, Photo photo, Optional<ReconstructionNotes> notes) {
    if (notes.isPresent()
        && notes.get().photoWidth() == photo.width()
        && notes.get().photoHeight() == photo.height()) {
      return new TextureMapping(notes.get().depthToImage(), photo.width(), photo.height());
    }
    double stretch =
        ((double) photo.width() / photo.height()) / ((double) map.width() / map.height());
    if (stretch < 0.97 || stretch > 1.03) { // a pixel or two of rounding is no other shape
      throw new CommandException(
          image
              + ": has "
              + photo.width()
              + "x"
              + photo.height()
              + " pixels, which does not fit a depth map of "
              + map.width()
              + "x"
              + map.height(),
          "give the photo that the depth map was made of, with reconstruction.json beside the depth"
              + " map");
    }
    return TextureMapping.stretched(map.width(), map.height(), photo.width(), photo.height());
  }
}
