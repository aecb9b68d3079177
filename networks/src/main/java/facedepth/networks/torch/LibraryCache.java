package facedepth.networks.torch;

import facedepth.geometry.FileChecksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The native libraries that JavaCPP keeps unpacked, in a folder for each jar. It takes one of the
 * right size and time for sound; a damaged one ends the process with a crash, at every start.
 */
final class LibraryCache {
  private LibraryCache() {}

  /**
   * Removes libraries whose size or checksum is not what their jar lists; what is missing is
   * unpacked when it is needed.
   *
   * @param cache JavaCPP's folder; need not be there
   * @param jars those that may have been unpacked there; others' folders are left alone
   * @return what was removed
   */
  static List<Path> removeDamaged(Path cache, List<Path> jars) throws IOException {
    List<Path> removed = new ArrayList<>();
    for (Path jar : jars) {
      Path folder = cache.resolve(jar.getFileName().toString());
      if (Files.isDirectory(folder) && Files.isRegularFile(jar)) {
        removeDamaged(folder, jar, removed);
      }
    }
    return removed;
  }

  private static void removeDamaged(Path folder, Path jar, List<Path> removed) throws IOException {
    try (ZipFile archive = new ZipFile(jar.toFile());
        Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.toList()) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          continue; // a link to a library of another jar's folder
        }
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!isSound(file, archive, name)) {
          Files.delete(file);
          removed.add(file);
        }
      }
    }
  }

  private static boolean isSound(Path file, ZipFile archive, String name) throws IOException {
    long size = Files.size(file);
    List<? extends ZipEntry> entries = entries(archive, name, size);
    if (entries.isEmpty()) {
      return true; // nothing of this jar's, so nothing is known of it
    }
    long crc = FileChecksum.crc32(file);
    return entries.stream().anyMatch(entry -> entry.getSize() == size && entry.getCrc() == crc);
  }

  /** The library's entry. JavaCPP keeps some under a second name: then those of the same size. */
  private static List<? extends ZipEntry> entries(ZipFile archive, String name, long size) {
    ZipEntry entry = archive.getEntry(name);
    return entry != null
        ? List.of(entry)
        : archive.stream().filter(one -> one.getSize() == size).toList();
  }
}
