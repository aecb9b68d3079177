package facedepth.synthesis.dataset;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a folder ready to take samples, so that no two data sets are ever mixed in it. */
public final class DatasetFolder {
  private DatasetFolder() {}

  /**
   * Makes the folders and writes the manifest.
   *
   * @param manifest what the samples will be
   * @param overwrite whether samples of a data set of this program that is there are deleted first;
   *     if not, the data set is gone on with
   * @return what writes samples there
   * @throws MalformedFileException if the folder holds samples of another data set, or of another
   *     program
   */
  public static SampleWriter prepare(Path folder, Manifest manifest, boolean overwrite)
      throws IOException {
    if (Manifest.isIn(folder)) {
      if (overwrite) {
        SampleWriter.deleteSamples(Manifest.layoutOf(folder), folder);
      } else {
        manifest.requireSame(folder);
      }
    } else if (SampleWriter.hasSamples(manifest.layout(), folder)) {
      throw new MalformedFileException(
          folder.toString(), "holds samples, but no " + Manifest.FILE_NAME + " that tells which");
    }
    SampleWriter writer = SampleWriter.of(manifest, folder);
    writer.prepare();
    manifest.write(folder);
    return writer;
  }
}
