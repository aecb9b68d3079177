package facedepth.synthesis.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What all samples of a data set have in common: {@code dataset.json} in its folder. A run that
 * goes on with a data set must agree with it in every field.
 *
 * @param layout how the files are laid out
 * @param layoutVersion of that layout
 * @param generator the program that made them, with its version
 * @param headModel fingerprint of the head that the faces are made of
 * @param seed of the supply
 * @param size side of the pictures in pixels
 * @param facesOnly whether pictures without a face are left out
 * @param normals whether normals are written
 * @param npy whether depth, and normals where there are any, are written as floats too
 */
@JsonPropertyOrder({"layout", "layout_version", "generator", "head_model", "seed", "size"})
public record Manifest(
    Layout layout,
    @JsonProperty("layout_version") int layoutVersion,
    String generator,
    @JsonProperty("head_model") String headModel,
    long seed,
    int size,
    @JsonProperty("faces_only") boolean facesOnly,
    boolean normals,
    boolean npy) {
  /** Its file in the data set's folder. */
  public static final String FILE_NAME = "dataset.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);

  /** Writes it into the folder of the data set. */
  public void write(Path folder) throws IOException {
    String text = JSON.writeValueAsString(this) + "\n";
    SampleFile.write(folder.resolve(FILE_NAME), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the folder holds a data set with a manifest. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE_NAME));
  }

  /**
   * The layout that the folder's manifest names.
   *
   * @throws MalformedFileException if the file is no manifest
   */
  public static Layout layoutOf(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    String name = tree(file).path("layout").asText();
    for (Layout layout : Layout.values()) {
      if (layout.toString().equals(name)) {
        return layout;
      }
    }
    throw new MalformedFileException(file.toString(), "names no layout of this program");
  }

  /**
   * Checks that samples of this kind may join those in the folder.
   *
   * @throws MalformedFileException naming the first difference
   */
  public void requireSame(Path folder) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    ObjectNode there = tree(file);
    ObjectNode here = (ObjectNode) JSON.readTree(JSON.writeValueAsString(this));
    for (Map.Entry<String, JsonNode> field : here.properties()) {
      JsonNode value = there.path(field.getKey());
      if (!value.equals(field.getValue())) {
        throw new MalformedFileException(
            file.toString(),
            "the data set there has "
                + field.getKey()
                + " "
                + (value.isMissingNode() ? "unknown" : value.asText())
                + ", not "
                + field.getValue().asText());
      }
    }
  }

  private static ObjectNode tree(Path file) throws IOException {
    try {
      if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(file.toString(), "is no JSON", e);
    }
    throw new MalformedFileException(file.toString(), "is no JSON object");
  }
}
