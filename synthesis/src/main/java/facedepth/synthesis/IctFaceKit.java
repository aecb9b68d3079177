package facedepth.synthesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads USC ICT's FaceKit "light" head (MIT licence) from its own layout: a folder with {@code
 * FaceXModel/generic_neutral_mesh.obj}, {@code identityNNN.obj}, one OBJ an expression, and {@code
 * vertex_indices.json}. Which polygons are what stands in that project's README.
 */
public final class IctFaceKit {
  private static final int VERTICES = 26719;
  private static final int POLYGONS = 26384;
  private static final int IDENTITIES = 100;

  private IctFaceKit() {}

  /**
   * Reads the head.
   *
   * @param folder the project's folder, or its {@code FaceXModel} folder itself
   * @throws MalformedFileException if a file does not hold what the layout promises
   */
  public static HeadModel read(Path folder) throws IOException {
    Path model =
        Files.isDirectory(folder.resolve("FaceXModel")) ? folder.resolve("FaceXModel") : folder;
    Path neutralFile = model.resolve("generic_neutral_mesh.obj");
    if (!Files.isRegularFile(neutralFile)) {
      throw new MalformedFileException(
          folder.toString(), "is no ICT FaceKit: generic_neutral_mesh.obj is missing");
    }
    ObjText neutralText = ObjText.read(neutralFile);
    float[] neutral = neutralText.vertices();
    int[] firstTriangle = neutralText.polygonFirstTriangle();
    if (neutral.length != 3 * VERTICES || firstTriangle.length != POLYGONS) {
      throw new MalformedFileException(
          neutralFile.toString(),
          neutral.length / 3
              + " vertices and "
              + firstTriangle.length
              + " polygons, expected "
              + VERTICES
              + " and "
              + POLYGONS);
    }
    List<float[]> identities = new ArrayList<>();
    for (int i = 0; i < IDENTITIES; i++) {
      identities.add(shape(model.resolve("identity%03d.obj".formatted(i)), neutral));
    }
    Path indicesFile = model.resolve("vertex_indices.json");
    JsonNode indices = json(indicesFile);
    List<String> names = new ArrayList<>();
    List<float[]> shapes = new ArrayList<>();
    for (JsonNode name : indices.path("expressions")) {
      names.add(name.asText());
      shapes.add(shape(model.resolve(name.asText() + ".obj"), neutral));
    }
    int[] landmarks = new int[indices.path("idx_to_landmark_verts").size()];
    for (int i = 0; i < landmarks.length; i++) {
      landmarks[i] = indices.path("idx_to_landmark_verts").get(i).asInt(-1);
      if (landmarks[i] < 0 || landmarks[i] >= VERTICES) {
        throw new MalformedFileException(indicesFile.toString(), "landmark " + i + " is no vertex");
      }
    }
    if (landmarks.length != 68 || names.isEmpty()) {
      throw new MalformedFileException(
          indicesFile.toString(),
          landmarks.length + " landmarks and " + names.size() + " expressions");
    }
    return assemble(
        neutral, identities, names, shapes, neutralText.triangles(), firstTriangle, landmarks);
  }

  private static HeadModel assemble(
      float[] neutral,
      List<float[]> identities,
      List<String> names,
      List<float[]> shapes,
      int[] triangles,
      int[] firstTriangle,
      int[] landmarks) {
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
        neutral,
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

  private static float[] shape(Path file, float[] neutral) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MalformedFileException(file.toString(), "is missing");
    }
    float[] shape = ObjText.read(file).vertices();
    if (shape.length != neutral.length) {
      throw new MalformedFileException(
          file.toString(), shape.length / 3 + " vertices, expected " + neutral.length / 3);
    }
    for (int i = 0; i < shape.length; i++) {
      shape[i] -= neutral[i];
    }
    return shape;
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new MalformedFileException(file.toString(), "is no JSON", e);
    }
  }
}
