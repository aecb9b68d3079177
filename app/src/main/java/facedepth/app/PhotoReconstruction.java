package facedepth.app;

import facedepth.inference.FaceReconstruction;
import facedepth.inference.FaceReconstructor;
import facedepth.inference.MeshRecipe;
import facedepth.inference.ModelCatalog;
import facedepth.inference.ModelSource;
import facedepth.inference.ReconstructionOptions;
import facedepth.inference.ReconstructionWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code reconstruct} does with each photo, over one loaded model. */
final class PhotoReconstruction implements Batch.Work, AutoCloseable {
  private final FaceReconstructor reconstructor;
  private final ReconstructionOptions options;
  private final ReconstructionWriter writer;
  private final Path output;
  private final boolean overwrite;
  private final Console console;

  private PhotoReconstruction(
      FaceReconstructor reconstructor,
      ReconstructionOptions options,
      ReconstructionWriter writer,
      Path output,
      boolean overwrite,
      Console console) {
    this.reconstructor = reconstructor;
    this.options = options;
    this.writer = writer;
    this.output = output;
    this.overwrite = overwrite;
    this.console = console;
  }

  /**
   * What is to be written where.
   *
   * @param formats of the mesh
   * @param turntable whether an animation too
   * @param output the folder of the photos' folders
   * @param overwrite whether earlier reconstructions may go
   */
  record Files(List<String> formats, boolean turntable, Path output, boolean overwrite) {}

  /**
   * Begins to load the model.
   *
   * @param guide face model for a model that is none, or null for the default
   * @param focalLength 35 mm equivalent in millimetres, or null
   * @throws IllegalArgumentException if a mesh format is not known or the mesh's options make no
   *     sense
   */
  static PhotoReconstruction start(
      ModelOptions model,
      String guide,
      boolean allFaces,
      Double focalLength,
      MeshShapeOptions shapeOptions,
      Files files,
      Console console)
      throws IOException {
    MeshShape shape = MeshShape.of(shapeOptions, MeshRecipe.FACE);
    ReconstructionWriter writer =
        new ReconstructionWriter(files.formats).withTurntable(files.turntable);
    ReconstructionOptions plain = ReconstructionOptions.DEFAULT.withMesh(shape.recipe());
    ReconstructionOptions options = shape.scale().map(plain::withScale).orElse(plain);
    if (allFaces) {
      options = options.withFaces(ReconstructionOptions.Faces.ALL);
    }
    if (focalLength != null) {
      options = options.withFocalLength35mm(focalLength);
    }
    Optional<ModelSource> guideSource =
        guide == null ? Optional.empty() : Optional.of(ModelCatalog.installed().find(guide));
    FaceReconstructor reconstructor =
        FaceReconstructor.openInBackground(Models.find(model), guideSource, model.threads());
    return new PhotoReconstruction(
        reconstructor, options, writer, files.output, files.overwrite, console);
  }

  @Override
  public void doWith(Path photo, String name, OutputNames names) throws IOException {
    ReconstructionWriter.requireFree(output.resolve(name), overwrite);
    List<FaceReconstruction> faces = reconstruct(photo);
    if (faces.isEmpty()) {
      throw new CommandException(
          photo + ": no face found", "show one face larger and from the front, or crop to it");
    }
    List<Path> folders = new ArrayList<>();
    for (FaceReconstruction face : faces) {
      String folder = face.face() == 1 ? name : names.free(name + "-face" + face.face());
      folders.add(output.resolve(folder));
      ReconstructionWriter.requireFree(output.resolve(folder), overwrite);
    }
    for (int i = 0; i < faces.size(); i++) {
      writer.write(faces.get(i), folders.get(i), overwrite);
      console.say(folders.get(i) + others(faces.get(i), faces.size()));
    }
  }

  private List<FaceReconstruction> reconstruct(Path photo) throws IOException {
    try {
      return reconstructor.reconstruct(photo, options);
    } catch (IOException | RuntimeException e) {
      requireModel();
      throw e;
    }
  }

  /** A model that cannot be loaded is not one photo's failure but that of the whole run. */
  private void requireModel() {
    try {
      reconstructor.model();
    } catch (IOException | RuntimeException e) {
      throw new RunFailedException(e);
    }
  }

  private static String others(FaceReconstruction face, int written) {
    int others = face.facesFound() - written;
    return others == 0
        ? ""
        : " (the largest of " + face.facesFound() + " faces; --faces all writes every one)";
  }

  @Override
  public void close() throws IOException {
    reconstructor.close();
  }
}
