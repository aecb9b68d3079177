package facedepth.app;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code facedepth reconstruct}: photos become depth maps and textured meshes. */
@Command(
    name = "reconstruct",
    description = {
      "Turn the faces in photos into depth maps and textured meshes.",
      "For portrait.jpg the folder portrait is written into the output folder (portrait-face2 and so"
          + " on for further faces), with mesh, texture, depth, mask, preview.png and"
          + " reconstruction.json in it."
    })
final class ReconstructCommand extends Subcommand {
  /** Which of a photo's faces. */
  enum Faces {
    largest,
    all
  }

  @Parameters(
      paramLabel = "PHOTO_OR_DIR",
      arity = "1..*",
      description = "Photos, or folders, which stand for the images directly in them.")
  private List<Path> photos;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The folder to write into; made if it is not there.")
  private Path output = Path.of("facedepth-output");

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--guide",
      paramLabel = "NAME_OR_ONNX",
      description =
          "The face model that finds the faces for a --model without a face mask and settles what"
              + " that leaves open of their relief; without it the installation's default model.")
  private String guide;

  @Option(
      names = "--faces",
      paramLabel = "WHICH",
      description = "Which faces of a photo: ${COMPLETION-CANDIDATES}.")
  private Faces faces = Faces.largest;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "glb,obj",
      description = "Mesh formats, separated by commas: glb, obj, ply, stl.")
  private List<String> formats;

  @Option(
      names = "--focal-length",
      paramLabel = "MM35",
      description =
          "Focal length of the lens in millimetres, as its 35 mm equivalent. Without it the photo's"
              + " EXIF data decide, and without those a portrait from about a metre is assumed.")
  private Double focalLength;

  @Mixin private MeshShapeOptions shape = new MeshShapeOptions();

  @Option(
      names = "--turntable",
      description = "Also write turntable.gif, the mesh swinging from side to side.")
  private boolean turntable;

  @Option(names = "--overwrite", description = "Replace reconstructions that are there already.")
  private boolean overwrite;

  ReconstructCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    if (focalLength != null && !(focalLength > 0 && Double.isFinite(focalLength))) {
      throw wrongUsage("--focal-length " + focalLength + " is not positive");
    }
    requireThreads(model.threads());
    try (PhotoReconstruction work = start()) {
      Batch batch = new Batch(console(), verbose());
      List<Path> inputs = batch.resolve(photos);
      OutputFolder.prepare(output);
      return batch.run("reconstruct", inputs, new OutputNames(), work);
    }
  }

  private PhotoReconstruction start() throws Exception {
    try {
      return PhotoReconstruction.start(
          model,
          guide,
          faces == Faces.all,
          focalLength,
          shape,
          new PhotoReconstruction.Files(formats, turntable, output, overwrite),
          console());
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }
}
