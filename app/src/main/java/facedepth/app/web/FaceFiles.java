package facedepth.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.inference.FaceReconstruction;
import facedepth.inference.ReconstructionWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of one face, in memory: nothing of a photo stays on the disk. Those that a page shows
 * are there at once; the others, two thirds of the work, are made while it does, and whoever
 * fetches one early waits for it.
 */
final class FaceFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ReconstructionWriter SHOWN =
      new ReconstructionWriter(List.of("glb")).withPreview(false);
  private static final ReconstructionWriter OTHERS =
      new ReconstructionWriter(List.of("obj", "stl", "ply"));
  private static final List<String> OBJ_PARTS = List.of("mesh.obj", "mesh.mtl", "texture.jpg");
  private static final String OBJ_ZIP = "mesh-obj.zip";
  private static final List<String> OTHER_NAMES =
      List.of(OBJ_ZIP, "mesh.stl", "mesh.ply", "preview.png");

  private final int face;
  private final JsonNode description;
  private final Map<String, byte[]> shown;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Map<String, byte[]> others = Map.of();

  private FaceFiles(int face, JsonNode description, Map<String, byte[]> shown) {
    this.face = face;
    this.description = description;
    this.shown = shown;
  }

  /**
   * The files of a face that are shown; {@link #finish} makes the others.
   *
   * @param reconstruction whose model has the name that clients know it by; where it lies is the
   *     server's affair
   * @param scratch a folder of this process; left as it was
   */
  static FaceFiles begin(FaceReconstruction reconstruction, Path scratch) throws IOException {
    Map<String, byte[]> written = written(SHOWN, reconstruction, scratch);
    JsonNode description = JSON.readTree(written.get("reconstruction.json"));
    return new FaceFiles(reconstruction.face(), description, written);
  }

  /** Makes the files that {@link #begin} left out. */
  void finish(FaceReconstruction reconstruction, Path scratch) throws IOException {
    try {
      Map<String, byte[]> written = written(OTHERS, reconstruction, scratch);
      written.put(OBJ_ZIP, zip(written));
      written.keySet().retainAll(OTHER_NAMES);
      others = written;
    } finally {
      ended.countDown();
    }
  }

  private static Map<String, byte[]> written(
      ReconstructionWriter writer, FaceReconstruction reconstruction, Path scratch)
      throws IOException {
    Path folder = Files.createTempDirectory(scratch, "face").resolve("files");
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      writer.write(reconstruction, folder, false);
      for (Path file : list(folder)) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } finally {
      if (Files.isDirectory(folder)) {
        for (Path file : list(folder)) {
          Files.delete(file);
        }
        Files.delete(folder);
      }
      Files.delete(folder.getParent());
    }
    return files;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : OBJ_PARTS) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(files.get(name));
      }
    }
    return bytes.toByteArray();
  }

  /** 1 for the largest. */
  int face() {
    return face;
  }

  /** What {@code reconstruction.json} says. */
  JsonNode description() {
    return description;
  }

  /** The names by which files are fetched. */
  List<String> names() {
    List<String> names = new ArrayList<>(shown.keySet());
    names.addAll(OTHER_NAMES);
    return names;
  }

  /**
   * A file, once it is made; null if there is none of that name or it could not be made.
   *
   * @throws ApiException if it takes longer than that
   */
  byte[] file(String name, Duration patience) throws InterruptedException {
    if (!OTHER_NAMES.contains(name)) {
      return shown.get(name);
    }
    if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw ApiException.busy();
    }
    return others.get(name);
  }

  long bytes() {
    return Stream.of(shown, others)
        .flatMap(files -> files.values().stream())
        .mapToLong(file -> file.length)
        .sum();
  }
}
