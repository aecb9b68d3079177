package facedepth.synthesis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A head of 80 vertices in the files of an ICT FaceKit, as a folder or an archive. */
public final class FakeFaceKit {
  static final FaceKitFiles.Counts COUNTS = new FaceKitFiles.Counts(80, 26, 3);

  /** By path, as in an archive. */
  final Map<String, String> files = new TreeMap<>();

  /** In the folder that the project's archive has. */
  public FakeFaceKit() {
    this("ICT-FaceKit-master/FaceXModel/");
  }

  FakeFaceKit(String folder) {
    files.put(folder + "generic_neutral_mesh.obj", obj(0));
    for (int i = 0; i < 3; i++) {
      files.put(String.format(Locale.ROOT, "%sidentity%03d.obj", folder, i), obj(0.1 + i));
    }
    files.put(folder + "jawOpen.obj", obj(-1));
    files.put(folder + "eyeBlink_L.obj", obj(-0.5));
    StringBuilder landmarks = new StringBuilder("0");
    for (int i = 1; i < 68; i++) {
      landmarks.append(", ").append(i);
    }
    files.put(
        folder + "vertex_indices.json",
        "{\"expressions\": [\"jawOpen\", \"eyeBlink_L\"], \"idx_to_landmark_verts\": ["
            + landmarks
            + "]}");
    files.put(folder + "ICTFaceModelMaterial.mtl", "newmtl M");
    files.put("ICT-FaceKit-master/README.md", "# a face kit");
    files.put("ICT-FaceKit-master/Scripts/sample.obj", "v of another kind");
  }

  /** Eighty vertices on a spiral, shifted up, and quads between them. */
  private static String obj(double up) {
    StringBuilder text = new StringBuilder("# made for a test\n");
    for (int i = 0; i < 80; i++) {
      text.append(
          String.format(
              Locale.ROOT, "v %.6f %.6f %.6f\n", Math.cos(i), up + 0.05 * i, Math.sin(i)));
    }
    for (int i = 0; i < 26; i++) {
      text.append(
          String.format(
              Locale.ROOT, "f %d/1 %d/1 %d/1 %d/1\n", 3 * i + 1, 3 * i + 2, 3 * i + 3, i + 1));
    }
    return text.toString();
  }

  /** The only file whose path ends so. */
  String pathOf(String name) {
    return files.keySet().stream().filter(path -> path.endsWith(name)).findFirst().orElseThrow();
  }

  /** Opens a folder or an archive as {@link HeadCache} does, but expects a head of this size. */
  public static HeadModel open(Path source, Path cacheFolder) throws IOException {
    return HeadCache.open(source, cacheFolder, COUNTS);
  }

  /** Writes the files under a folder and says which one to read. */
  public Path folder(Path target) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return target.resolve("ICT-FaceKit-master");
  }

  /** An archive of the kind its name says: .tar, .tar.gz, .tgz, .tar.xz or .zip. */
  Path archive(Path target) throws IOException {
    Files.write(target, bytes(target.getFileName().toString()));
    return target;
  }

  private byte[] bytes(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (name.endsWith(".zip")) {
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (Map.Entry<String, String> file : files.entrySet()) {
          zip.putNextEntry(new ZipEntry(file.getKey()));
          zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
      return bytes.toByteArray();
    }
    try (OutputStream packed = pack(name, bytes);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static OutputStream pack(String name, OutputStream out) throws IOException {
    if (name.endsWith("xz")) {
      return new XZOutputStream(out, new LZMA2Options(0));
    }
    return name.endsWith("gz") ? new GZIPOutputStream(out) : out;
  }
}
