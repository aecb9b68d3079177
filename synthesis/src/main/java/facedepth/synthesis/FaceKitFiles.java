package facedepth.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The files of an ICT FaceKit's {@code FaceXModel} folder, given in any order, and the head they
 * make together. Memory stays bounded whatever is given: each file and their number have a limit.
 */
final class FaceKitFiles {
  private static final String NEUTRAL = "generic_neutral_mesh.obj";
  private static final String INDICES = "vertex_indices.json";
  private static final Pattern OBJ = Pattern.compile("[A-Za-z0-9_]{1,60}\\.obj");
  private static final int LARGEST_FILE = 16 << 20; // bytes; the kit's own have under 3 MB
  private static final int MOST_FILES = 400; // the kit itself has 160

  /**
   * What a kit must hold.
   *
   * @param vertices of every mesh
   * @param polygons of the neutral mesh
   * @param identities number of identity modes
   */
  record Counts(int vertices, int polygons, int identities) {
    /** The "light" model. */
    static final Counts LIGHT = new Counts(26_719, 26_384, 100);
  }

  private final String source;
  private final Counts counts;
  private final Map<String, float[]> meshes = new HashMap<>();
  private String place;
  private ObjText neutral;
  private JsonNode indices;

  /**
   * No files yet.
   *
   * @param source folder or archive, for messages
   */
  FaceKitFiles(String source, Counts counts) {
    this.source = source;
    this.counts = counts;
    place = source;
  }

  /** Whether a file of this name, without its folder, belongs to the layout. */
  static boolean belongs(String name) {
    return name.equals(INDICES) || OBJ.matcher(name).matches();
  }

  /**
   * Reads one file of the layout.
   *
   * @param folder where it lies, for messages
   * @param content is read to its end, not closed
   */
  void add(String folder, String name, InputStream content) throws IOException {
    place = folder;
    String label = folder + "/" + name;
    if (meshes.size() >= MOST_FILES) {
      throw new MalformedFileException(source, "holds more than " + MOST_FILES + " meshes");
    }
    byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
    if (bytes.length > LARGEST_FILE) {
      throw new MalformedFileException(label, "is larger than " + LARGEST_FILE + " bytes");
    }
    if (name.equals(INDICES)) {
      indices = json(label, bytes);
      return;
    }
    if (name.equals(NEUTRAL)) {
      ObjText mesh = ObjText.parse(label, bytes);
      int vertices = mesh.vertices().length / 3;
      int polygons = mesh.polygonFirstTriangle().length;
      if (vertices != counts.vertices() || polygons != counts.polygons()) {
        throw new MalformedFileException(
            label,
            String.format(
                java.util.Locale.ROOT,
                "%d vertices and %d polygons, expected %d and %d",
                vertices,
                polygons,
                counts.vertices(),
                counts.polygons()));
      }
      neutral = mesh;
      return;
    }
    float[] mesh = ObjText.parseVertices(label, bytes);
    if (mesh.length != 3 * counts.vertices()) {
      throw new MalformedFileException(
          label, mesh.length / 3 + " vertices, expected " + counts.vertices());
    }
    meshes.put(name, mesh);
  }

  private static JsonNode json(String label, byte[] bytes) throws IOException {
    try {
      return new ObjectMapper().readTree(bytes);
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new MalformedFileException(label, "is no JSON", e);
    }
  }

  /**
   * The head, once all files were given.
   *
   * @throws MalformedFileException if one is missing
   */
  HeadModel head() throws IOException {
    if (neutral == null) {
      throw new MalformedFileException(source, "is no ICT FaceKit: " + NEUTRAL + " is missing");
    }
    if (indices == null) {
      throw new MalformedFileException(place + "/" + INDICES, "is missing");
    }
    float[] rest = neutral.vertices();
    List<float[]> identities = new ArrayList<>();
    for (int i = 0; i < counts.identities(); i++) {
      identities.add(shape(String.format(java.util.Locale.ROOT, "identity%03d.obj", i), rest));
    }
    List<String> names = new ArrayList<>();
    List<float[]> shapes = new ArrayList<>();
    for (JsonNode name : indices.path("expressions")) {
      names.add(name.asText());
      shapes.add(shape(name.asText() + ".obj", rest));
    }
    int[] landmarks = landmarks(names.size());
    return assemble(rest, identities, names, shapes, landmarks);
  }

  private int[] landmarks(int expressions) throws IOException {
    JsonNode vertices = indices.path("idx_to_landmark_verts");
    int[] landmarks = new int[vertices.size()];
    for (int i = 0; i < landmarks.length; i++) {
      landmarks[i] = vertices.get(i).asInt(-1);
      if (landmarks[i] < 0 || landmarks[i] >= counts.vertices()) {
        throw new MalformedFileException(place + "/" + INDICES, "landmark " + i + " is no vertex");
      }
    }
    if (landmarks.length != 68 || expressions == 0) {
      throw new MalformedFileException(
          place + "/" + INDICES,
          landmarks.length + " landmarks and " + expressions + " expressions");
    }
    return landmarks;
  }

  private float[] shape(String name, float[] rest) throws IOException {
    float[] mesh = meshes.get(name);
    if (mesh == null) {
      throw new MalformedFileException(place + "/" + name, "is missing");
    }
    float[] shape = new float[mesh.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = mesh[i] - rest[i];
    }
    return shape;
  }

  private HeadModel assemble(
      float[] rest,
      List<float[]> identities,
      List<String> names,
      List<float[]> shapes,
      int[] landmarks) {
    int[] triangles = neutral.triangles();
    int[] firstTriangle = neutral.polygonFirstTriangle();
    int[] kept = new int[triangles.length];
    HeadPart[] parts = new HeadPart[triangles.length / 3];
    int count = 0;
    for (int polygon = 0; polygon < firstTriangle.length; polygon++) {
      HeadPart part = partOf(polygon);
      int end =
          polygon + 1 < firstTriangle.length ? firstTriangle[polygon + 1] : triangles.length / 3;
      for (int t = firstTriangle[polygon]; part != null && t < end; t++) {
        System.arraycopy(triangles, 3 * t, kept, 3 * count, 3);
        parts[count++] = part;
      }
    }
    return new HeadModel(
        rest,
        identities,
        names,
        shapes,
        Arrays.copyOf(kept, 3 * count),
        Arrays.copyOf(parts, count),
        landmarks);
  }

  /** The polygon ranges of the model's README; null for helper surfaces that are not drawn. */
  private static HeadPart partOf(int polygon) {
    if (polygon < 9230) {
      return HeadPart.SKIN;
    } else if (polygon < 11144) {
      return HeadPart.BACK;
    } else if (polygon < 14034) {
      return HeadPart.MOUTH;
    } else if (polygon < 17006) {
      return HeadPart.GUMS;
    } else if (polygon < 21496) {
      return HeadPart.TEETH;
    } else if (polygon < 24692) {
      return HeadPart.EYE;
    } else if (polygon < 25304) {
      return null;
    }
    return HeadPart.LASHES;
  }
}
