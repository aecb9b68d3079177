package facedepth.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The folder that a command writes into, looked at before any long work begins. */
final class OutputFolder {
  private OutputFolder() {}

  /**
   * Makes the folder unless it is there.
   *
   * @throws CommandException if it cannot be made or written to
   */
  static void prepare(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException | NotDirectoryException e) {
      throw new CommandException(
          folder + ": a file is where the output folder should be", "give another --output");
    } catch (IOException e) {
      String inTheWay = fileAbove(folder);
      if (inTheWay.isEmpty()) {
        throw e;
      }
      throw new CommandException(
          folder + ": cannot be made, because " + inTheWay + " is a file", "give another --output");
    }
    if (!Files.isWritable(folder)) {
      throw new CommandException(
          folder + ": the folder cannot be written to", "give another --output");
    }
  }

  /** As {@link #prepare}, for the folder that a file is to lie in. */
  static void prepareParent(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandException(file + ": is a folder", "--output names a file here");
    }
    Path folder = file.getParent();
    if (folder != null) {
      prepare(folder);
    }
  }

  private static String fileAbove(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return at == null || Files.isDirectory(at) ? "" : at.toString();
  }
}
