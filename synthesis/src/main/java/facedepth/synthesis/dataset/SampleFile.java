package facedepth.synthesis.dataset;

import facedepth.geometry.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Writes the files of samples. */
final class SampleFile {
  private SampleFile() {}

  /** Something that writes one file. */
  @FunctionalInterface
  interface Writing {
    void run() throws IOException;
  }

  /** Writes a file whole or not at all. */
  static void write(Path file, byte[] bytes) throws IOException {
    write(file, () -> AtomicFile.write(file, out -> out.write(bytes)));
  }

  /**
   * Lets {@code writing} write a file.
   *
   * @throws IOException whose message names the file: the one of a full disk does not
   */
  static void write(Path file, Writing writing) throws IOException {
    try {
      writing.run();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }
}
