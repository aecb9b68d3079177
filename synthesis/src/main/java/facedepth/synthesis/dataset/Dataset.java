package facedepth.synthesis.dataset;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A data set to be read. Its samples are listed when it is opened; may be used by many threads. */
public interface Dataset {

  /** Names of the samples, sorted. */
  List<String> names();

  /**
   * Reads a sample.
   *
   * @param name one of {@link #names}
   * @throws MalformedFileException if one of its files is damaged
   */
  Sample read(String name) throws IOException;

  /**
   * The grey of a sample's depth picture, 0 to 1, as large as its depth, from which the protocol of
   * UnSup3D begins; empty in layouts other than that one.
   *
   * @param name one of {@link #names}
   */
  default Optional<float[]> depthGrey(String name) throws IOException {
    return Optional.empty();
  }

  /**
   * Opens the data set in a folder, whatever its layout.
   *
   * @throws MalformedFileException if the folder holds none that is known, or several parts of one
   */
  static Dataset open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new MalformedFileException(folder.toString(), "no such folder");
    }
    // Data sets of other programs have no manifest.
    if (Manifest.isIn(folder)) {
      return switch (Manifest.layoutOf(folder)) {
        case NATIVE -> NativeDataset.open(folder);
        case EG3D -> Eg3dDataset.open(folder);
      };
    }
    if (Eg3dDataset.isIn(folder)) {
      return Eg3dDataset.open(folder);
    }
    if (SynfaceDataset.isIn(folder)) {
      return SynfaceDataset.open(folder);
    }
    List<Part> parts = Part.in(folder);
    throw new MalformedFileException(
        folder.toString(),
        parts.isEmpty()
            ? "holds no data set: neither %s nor the folders %s and %s, nor %s and %s"
                .formatted(
                    Manifest.FILE_NAME,
                    Eg3dNames.PICTURES,
                    Eg3dNames.DEPTHS,
                    SynfaceDataset.PICTURES,
                    SynfaceDataset.DEPTHS)
            : "holds the parts " + parts + " of a data set; name one of them");
  }

  /**
   * Opens a part of the data set in a folder: the one of that name if the folder is divided into
   * parts, else all of it.
   *
   * @throws MalformedFileException as {@link #open(Path)}
   */
  static Dataset open(Path folder, Part part) throws IOException {
    return open(part.isIn(folder) ? folder.resolve(part.toString()) : folder);
  }
}
