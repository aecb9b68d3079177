package facedepth.synthesis.dataset;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Finds and deletes files of a data set by their names. */
final class FolderSweep {
  /** What a file is called while it is being written; a killed run leaves some of these. */
  private static final Pattern UNFINISHED = Pattern.compile("\\..+-[0-9a-z]+\\.part");

  /** Writing a file takes milliseconds: one this old belongs to nobody. */
  private static final Duration OLD = Duration.ofMinutes(1);

  private FolderSweep() {}

  /** Whether the folder is there and holds a file whose name matches. */
  static boolean has(Path folder, Pattern name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, named(name))) {
      return files.iterator().hasNext();
    }
  }

  /** Deletes the files of a folder, not of those in it, whose names match. */
  static void delete(Path folder, Pattern name) throws IOException {
    sweep(folder, name, FileTime.from(Instant.MAX));
  }

  /** Deletes what runs that were killed have left half-written. */
  static void deleteUnfinished(Path folder) throws IOException {
    sweep(folder, UNFINISHED, FileTime.from(Instant.now().minus(OLD)));
  }

  private static void sweep(Path folder, Pattern name, FileTime before) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, named(name))) {
      for (Path file : files) {
        try {
          if (Files.getLastModifiedTime(file).compareTo(before) < 0) {
            Files.deleteIfExists(file);
          }
        } catch (NoSuchFileException e) {
          // Another run has finished it meanwhile.
        }
      }
    }
  }

  private static DirectoryStream.Filter<Path> named(Pattern name) {
    return file -> name.matcher(file.getFileName().toString()).matches();
  }
}
