package facedepth.inference;

import facedepth.geometry.AtomicFile;
import facedepth.geometry.DepthPng;
import facedepth.geometry.DepthRange;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshTexture;
import facedepth.geometry.MeshWriter;
import facedepth.geometry.NpyFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Writes a reconstruction as a folder: {@code depth.npy}, {@code depth.png}, {@code mask.png}, the
 * mesh in the chosen formats, {@code texture.jpg}, {@code preview.png} and {@code
 * reconstruction.json}.
 *
 * <p>The folder is filled under a hidden name beside its place and then renamed: it is there whole
 * or not at all.
 */
public final class ReconstructionWriter {
  /** GLB and OBJ. */
  public static final ReconstructionWriter DEFAULT =
      new ReconstructionWriter(List.of("glb", "obj"));

  /** The file by which a folder is known to be a reconstruction. */
  static final String JSON = "reconstruction.json";

  private static final String TEXTURE = "texture.jpg";

  private final List<MeshWriter> meshWriters;
  private final boolean turntable;
  private final boolean preview;

  /**
   * A writer of the given mesh formats.
   *
   * @param meshFormats extensions without a dot; an empty list leaves the mesh out
   * @throws IllegalArgumentException if a format is not known; the message lists those there are
   */
  public ReconstructionWriter(List<String> meshFormats) {
    this(meshFormats.stream().distinct().map(MeshWriter::forExtension).toList(), false, true);
  }

  private ReconstructionWriter(List<MeshWriter> meshWriters, boolean turntable, boolean preview) {
    this.meshWriters = meshWriters;
    this.turntable = turntable;
    this.preview = preview;
  }

  /** One that writes {@code turntable.gif} too, or does not. */
  public ReconstructionWriter withTurntable(boolean value) {
    return new ReconstructionWriter(meshWriters, value, preview);
  }

  /** One that writes {@code preview.png}, which is half of the work, or does not. */
  public ReconstructionWriter withPreview(boolean value) {
    return new ReconstructionWriter(meshWriters, turntable, value);
  }

  /** The folder's name for a face of a photo: {@code portrait}, {@code portrait-face2}. */
  public static String folderName(Path photo, int face) {
    String name = photo.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return face == 1 ? stem : stem + "-face" + face;
  }

  /**
   * Refuses a place that must not be written to; worth asking before the work is done.
   *
   * @param overwrite whether an earlier reconstruction there may go. A folder that is none is never
   *     replaced
   */
  public static void requireFree(Path folder, boolean overwrite) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!overwrite) {
      throw new FileAlreadyExistsException(
          folder + ": exists already; give --overwrite to replace it");
    }
    if (!Files.isRegularFile(folder.resolve(JSON))) {
      throw new FileAlreadyExistsException(
          folder
              + ": exists and is no reconstruction, so it is not replaced; choose another place");
    }
  }

  /**
   * Writes the folder.
   *
   * @param folder its final name; missing parents are created
   * @param overwrite whether an earlier reconstruction there is replaced
   * @throws FileAlreadyExistsException see {@link #requireFree}
   */
  public void write(FaceReconstruction face, Path folder, boolean overwrite) throws IOException {
    requireFree(folder, overwrite);
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path partial = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
    try {
      fill(face, partial, folder);
      OutputFolders.replace(partial, folder, overwrite);
    } finally {
      OutputFolders.delete(partial);
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(failure.getMessage());
  }

  private void fill(FaceReconstruction face, Path partial, Path folder) throws IOException {
    try {
      fill(face, partial);
    } catch (IOException e) { // often no more than "No space left on device"
      throw new IOException(folder + ": cannot be written: " + reason(e), e);
    }
  }

  private void fill(FaceReconstruction face, Path folder) throws IOException {
    long start = System.nanoTime();
    // The preview is half of the work; a second core does it meanwhile.
    FutureTask<byte[]> painting = new FutureTask<>(() -> PhotoEncoder.png(Preview.of(face)));
    if (preview) {
      Thread painter = new Thread(painting, "facedepth-preview");
      painter.setDaemon(true);
      painter.start();
    }
    NpyFile.write(folder.resolve("depth.npy"), face.depth());
    DepthRange range = DepthPng.write(folder.resolve("depth.png"), face.depth());
    DepthPng.writeMask(folder.resolve("mask.png"), face.depth());
    byte[] jpeg = PhotoEncoder.jpeg(face.texture(), PhotoEncoder.TEXTURE_QUALITY);
    MeshTexture texture = new MeshTexture(TEXTURE, jpeg);
    AtomicFile.write(folder.resolve(TEXTURE), out -> out.write(jpeg));
    for (MeshWriter writer : meshWriters) {
      Mesh mesh =
          face.scale()
              .map(scale -> scale.inFile(face.mesh(), writer.extension()))
              .orElse(face.mesh());
      writer.write(folder.resolve("mesh." + writer.extension()), mesh, texture);
    }
    if (turntable) {
      byte[] gif = Turntable.gif(face.mesh(), face.texture());
      AtomicFile.write(folder.resolve("turntable.gif"), out -> out.write(gif));
    }
    if (preview) {
      byte[] png = result(painting);
      AtomicFile.write(folder.resolve("preview.png"), out -> out.write(png));
    }
    double seconds = ReconstructionTimings.secondsSince(start);
    byte[] json = ReconstructionJson.of(face, range, seconds);
    AtomicFile.write(folder.resolve(JSON), out -> out.write(json));
  }

  private static byte[] result(FutureTask<byte[]> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IOException("the preview cannot be painted: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the preview was painted");
    }
  }
}
