package facedepth.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Moves finished folders into place and takes unfinished ones away. */
final class OutputFolders {
  private OutputFolders() {}

  /** Renames {@code finished} to {@code place}; what is there goes away only after that. */
  static void replace(Path finished, Path place, boolean overwrite) throws IOException {
    makeReadable(finished);
    if (!overwrite || !Files.exists(place)) {
      Files.move(finished, place);
      return;
    }
    Path old = Files.createTempDirectory(finished.getParent(), "." + place.getFileName() + "-old-");
    Path earlier = old.resolve("earlier");
    Files.move(place, earlier);
    try {
      Files.move(finished, place);
    } catch (IOException e) {
      Files.move(earlier, place);
      throw e;
    } finally {
      delete(old);
    }
  }

  /** Temporary folders and files are the owner's alone; results are as other files are. */
  private static void makeReadable(Path folder) throws IOException {
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      return;
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
  }

  /** Deletes a folder with everything in it; nothing happens if there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> inner;
    try (Stream<Path> walk = Files.walk(folder)) {
      inner = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inner) {
      Files.delete(path);
    }
  }
}
