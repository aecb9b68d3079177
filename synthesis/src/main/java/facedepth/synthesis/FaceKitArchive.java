package facedepth.synthesis;

import facedepth.geometry.MalformedFileException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * An archive in which an ICT FaceKit lies: {@code .tar}, {@code .tar.xz}, {@code .tar.gz} or {@code
 * .zip}, told apart by their first bytes. Files of the first {@code FaceXModel} folder are read as
 * they come by; nothing is unpacked to disk.
 */
final class FaceKitArchive {
  private static final String FOLDER = "FaceXModel";
  private static final int XZ_MEMORY = 256 << 10; // KiB a decoder may ask for
  private static final long MOST_BYTES = 8L << 30; // the whole project unpacks to under 1 GB

  private final Path archive;
  private final FaceKitFiles files;
  private String folder;

  private FaceKitArchive(Path archive, FaceKitFiles files) {
    this.archive = archive;
    this.files = files;
  }

  /** What the first bytes of a file say it is. */
  enum Kind {
    TAR,
    TAR_XZ,
    TAR_GZ,
    ZIP,
    OTHER;

    static Kind of(Path file) throws IOException {
      byte[] start;
      try (InputStream in = Files.newInputStream(file)) {
        start = in.readNBytes(262);
      }
      if (starts(start, 0, 0xfd, '7', 'z', 'X', 'Z', 0)) {
        return TAR_XZ;
      } else if (starts(start, 0, 0x1f, 0x8b)) {
        return TAR_GZ;
      } else if (starts(start, 0, 'P', 'K', 3, 4)) {
        return ZIP;
      }
      return starts(start, 257, 'u', 's', 't', 'a', 'r') ? TAR : OTHER;
    }

    private static boolean starts(byte[] bytes, int at, int... wanted) {
      boolean all = bytes.length >= at + wanted.length;
      for (int i = 0; all && i < wanted.length; i++) {
        all = (bytes[at + i] & 0xff) == wanted[i];
      }
      return all;
    }
  }

  /**
   * Gives all files of the layout to {@code files}.
   *
   * @throws MalformedFileException if the archive is none, is cut off or is damaged
   */
  static void read(Path archive, FaceKitFiles files) throws IOException {
    FaceKitArchive reader = new FaceKitArchive(archive, files);
    Kind kind = Kind.of(archive);
    try {
      switch (kind) {
        case ZIP -> reader.zip();
        case TAR, TAR_XZ, TAR_GZ -> reader.tar(kind);
        case OTHER ->
            throw new MalformedFileException(
                archive.toString(),
                "is neither a head cache nor a .tar.xz, .tar.gz or .zip archive");
      }
    } catch (MalformedFileException e) {
      throw e;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // Decoders tell damage by these, and by end-of-file exceptions with no words in them.
      String detail = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
      throw new MalformedFileException(
          archive.toString(), "the archive is damaged or cut off" + detail, e);
    }
  }

  private void tar(Kind kind) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        InputStream unpacked = new Limited(unpack(kind, raw));
        TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink()) {
          offer(entry.getName(), tar);
        }
      }
      // To the end, so that a cut-off archive is found out and a checksum checked.
      unpacked.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static InputStream unpack(Kind kind, InputStream raw) throws IOException {
    return switch (kind) {
      case TAR_XZ -> new XZInputStream(raw, XZ_MEMORY);
      case TAR_GZ -> new GZIPInputStream(raw, 1 << 16);
      default -> raw;
    };
  }

  private void zip() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            offer(entry.getName(), in);
          }
        }
      }
    }
  }

  private void offer(String path, InputStream content) throws IOException {
    int slash = path.lastIndexOf('/');
    String parent = slash < 0 ? "" : path.substring(0, slash);
    String name = path.substring(slash + 1);
    boolean inside = parent.equals(FOLDER) || parent.endsWith("/" + FOLDER);
    if (!inside || parent.contains("__MACOSX") || !FaceKitFiles.belongs(name)) {
      return;
    }
    if (folder == null) {
      folder = parent;
    }
    if (folder.equals(parent)) {
      files.add(archive + "!/" + parent, name, content);
    }
  }

  /** Ends an archive that would unpack without end. */
  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = super.read(buffer, offset, length);
      return count(got, Math.max(0, got));
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(0, skipped);
      return skipped;
    }

    private int count(int result, long bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("it unpacks to more than " + MOST_BYTES + " bytes");
      }
      return result;
    }
  }
}
