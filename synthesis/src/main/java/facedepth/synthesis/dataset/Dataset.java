package facedepth.synthesis.dataset;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
   * Opens the data set in a folder, whatever its layout.
   *
   * @throws MalformedFileException if the folder holds none that is known
   */
  static Dataset open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new MalformedFileException(folder.toString(), "no such folder");
    }
    // The origin's own data sets have no manifest.
    boolean eg3d =
        Manifest.isIn(folder)
            ? Manifest.layoutOf(folder) == Layout.EG3D
            : Files.isDirectory(folder.resolve(Eg3dNames.PICTURES))
                && Files.isDirectory(folder.resolve(Eg3dNames.DEPTHS));
    if (eg3d) {
      return Eg3dDataset.open(folder);
    }
    if (Manifest.isIn(folder)) {
      return NativeDataset.open(folder);
    }
    throw new MalformedFileException(
        folder.toString(),
        "holds no data set: neither "
            + Manifest.FILE_NAME
            + " nor the folders "
            + Eg3dNames.PICTURES
            + " and "
            + Eg3dNames.DEPTHS);
  }
}
