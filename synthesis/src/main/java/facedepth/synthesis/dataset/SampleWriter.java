package facedepth.synthesis.dataset;

import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.SyntheticFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes samples into the folder of a data set; may be used by several threads. */
public sealed interface SampleWriter permits NativeWriter, Eg3dWriter {

  /** Makes the folders that the samples go to. */
  void prepare() throws IOException;

  /** Whether any sample is there, whole or not. */
  boolean hasSamples() throws IOException;

  /** The files of a sample in the order in which they are written. */
  List<Path> files(long index);

  /** The one of {@link #files} that holds the picture. */
  Path picture(long index);

  /** Renders the sample, without writing anything. */
  SyntheticFace render(FaceGenerator faces, long index);

  /**
   * Renders the sample and writes its files.
   *
   * @throws IOException if a file cannot be written; the sample is then not there
   */
  void write(FaceGenerator faces, long index) throws IOException;

  /** Whether all files of the sample are there. */
  default boolean isWhole(long index) {
    return files(index).stream().allMatch(Files::exists);
  }

  /** Whether the folder holds files that the layout would take for samples. */
  static boolean hasSamples(Layout layout, Path folder) throws IOException {
    return switch (layout) {
      case NATIVE -> NativeWriter.hasSamples(folder);
      case EG3D -> Eg3dWriter.hasSamples(folder);
    };
  }

  /** Deletes all files of samples of the layout, and nothing else. */
  static void deleteSamples(Layout layout, Path folder) throws IOException {
    switch (layout) {
      case NATIVE -> NativeWriter.deleteSamples(folder);
      case EG3D -> Eg3dWriter.deleteSamples(folder);
    }
  }

  /** A writer into {@code folder} of samples as the manifest describes them. */
  static SampleWriter of(Manifest manifest, Path folder) {
    return switch (manifest.layout()) {
      case NATIVE -> new NativeWriter(folder, manifest);
      case EG3D -> new Eg3dWriter(folder, manifest.size());
    };
  }
}
