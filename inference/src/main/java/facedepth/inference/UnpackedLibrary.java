package facedepth.inference;

import facedepth.geometry.FileChecksum;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;

/**
 * A native library of a jar, kept unpacked in a cache: unpacking it anew takes half of a start. It
 * is used only while it has the length and the checksum that the jar's directory lists; another is
 * replaced.
 */
final class UnpackedLibrary {
  private UnpackedLibrary() {}

  /**
   * Makes sure that a file holds the library. Safe for several processes at once.
   *
   * @throws IOException if the resource is not in a jar, or the file cannot be written
   */
  static void provide(URL library, Path file) throws IOException {
    ZipEntry entry = entry(library);
    if (Files.isRegularFile(file)
        && Files.size(file) == entry.getSize()
        && FileChecksum.crc32(file) == entry.getCrc()) {
      return;
    }
    Path partial = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
    try {
      try (InputStream in = library.openStream()) {
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** Bytes of the unpacked library. */
  static long size(URL library) throws IOException {
    return entry(library).getSize();
  }

  private static ZipEntry entry(URL library) throws IOException {
    URLConnection connection = library.openConnection();
    if (connection instanceof JarURLConnection jar) {
      ZipEntry entry = jar.getJarEntry();
      if (entry != null && entry.getSize() > 0 && entry.getCrc() >= 0) {
        return entry;
      }
    }
    throw new IOException(library + ": size and checksum are not known");
  }
}
