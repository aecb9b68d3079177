package facedepth.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.inference.FaceReconstruction;
import facedepth.inference.ReconstructionWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of one face, in memory: nothing of a photo stays on the disk.
 *
 * @param face 1 for the largest
 * @param description what {@code reconstruction.json} says
 * @param files by the name they are fetched by
 */
record FaceFiles(int face, JsonNode description, Map<String, byte[]> files) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FORMATS = List.of("glb", "obj", "stl", "ply");
  private static final List<String> OBJ_PARTS = List.of("mesh.obj", "mesh.mtl", "texture.jpg");

  /**
   * All files of a face.
   *
   * @param model the name that clients know the model by; where it lies is the server's affair
   * @param scratch a folder of this process; left as it was
   */
  static FaceFiles of(FaceReconstruction face, String model, Path scratch) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "face").resolve("files");
    Map<String, byte[]> written = new LinkedHashMap<>();
    try {
      new ReconstructionWriter(FORMATS).write(face.withModel(model), folder, false);
      for (Path file : list(folder)) {
        written.put(file.getFileName().toString(), Files.readAllBytes(file));
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
    Map<String, byte[]> files = new LinkedHashMap<>(written);
    files.put("mesh-obj.zip", zip(written));
    OBJ_PARTS.subList(0, 2).forEach(files::remove);
    return new FaceFiles(face.face(), JSON.readTree(written.get("reconstruction.json")), files);
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

  long bytes() {
    return files.values().stream().mapToLong(file -> file.length).sum();
  }
}
