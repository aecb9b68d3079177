package facedepth.synthesis;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads USC ICT's FaceKit "light" head (MIT licence) from its own layout: a folder with {@code
 * FaceXModel/generic_neutral_mesh.obj}, {@code identityNNN.obj}, one OBJ an expression, and {@code
 * vertex_indices.json}, or an archive of it. Which polygons are what stands in that project's
 * README.
 */
public final class IctFaceKit {
  private IctFaceKit() {}

  /**
   * Reads the head.
   *
   * @param source the project's folder, its {@code FaceXModel} folder itself, or a {@code .tar.xz},
   *     {@code .tar.gz}, {@code .tgz} or {@code .zip} archive with a {@code FaceXModel} folder
   * @throws MalformedFileException if a file does not hold what the layout promises
   */
  public static HeadModel read(Path source) throws IOException {
    return read(source, FaceKitFiles.Counts.LIGHT);
  }

  static HeadModel read(Path source, FaceKitFiles.Counts counts) throws IOException {
    FaceKitFiles files = new FaceKitFiles(source.toString(), counts);
    if (Files.isDirectory(source)) {
      for (Path file : filesIn(source)) {
        try (InputStream in = Files.newInputStream(file)) {
          files.add(file.getParent().toString(), file.getFileName().toString(), in);
        }
      }
    } else {
      FaceKitArchive.read(source, files);
    }
    return files.head();
  }

  /** The files of the layout in a folder, sorted by name. */
  static List<Path> filesIn(Path folder) throws IOException {
    Path model = folder.resolve("FaceXModel");
    try (Stream<Path> all = Files.list(Files.isDirectory(model) ? model : folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> FaceKitFiles.belongs(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }
}
