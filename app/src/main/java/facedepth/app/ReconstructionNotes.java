package facedepth.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.AffineMap;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthRange;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code reconstruction.json} tells about the depth map beside it.
 *
 * @param camera the crop's camera
 * @param depthRange the end values of {@code depth.png}
 * @param depthToImage from depth-map pixels to photo pixels
 * @param photoWidth columns of the upright photo
 * @param photoHeight rows of the upright photo
 */
record ReconstructionNotes(
    CropCamera camera,
    DepthRange depthRange,
    AffineMap depthToImage,
    int photoWidth,
    int photoHeight) {
  static final String FILE_NAME = "reconstruction.json";

  /** Reads the notes beside a depth map, if there are any. */
  static Optional<ReconstructionNotes> beside(Path depthFile) throws IOException {
    Path file = depthFile.toAbsolutePath().resolveSibling(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(new ObjectMapper().readTree(file.toFile())));
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(
          file.toString(), "is not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new MalformedFileException(file.toString(), e.getMessage(), e);
    }
  }

  private static ReconstructionNotes of(JsonNode notes) {
    JsonNode map = notes.path("depth_to_image");
    return new ReconstructionNotes(
        new CropCamera(focalLength(notes.path("focal_length_crop_widths"))),
        new DepthRange(
            (float) number(notes, "depth_range", 0), (float) number(notes, "depth_range", 1)),
        new AffineMap(
            number(map.path(0), 0),
            number(map.path(0), 1),
            number(map.path(0), 2),
            number(map.path(1), 0),
            number(map.path(1), 1),
            number(map.path(1), 2)),
        (int) number(notes, "photo_size", 0),
        (int) number(notes, "photo_size", 1));
  }

  /** JSON has no infinity, so the orthographic camera is null there. */
  private static double focalLength(JsonNode node) {
    if (node.isNull()) {
      return Double.POSITIVE_INFINITY;
    }
    return finite(node, "focal_length_crop_widths");
  }

  private static double number(JsonNode notes, String field, int index) {
    return finite(notes.path(field).path(index), field);
  }

  private static double number(JsonNode row, int index) {
    return finite(row.path(index), "depth_to_image");
  }

  private static double finite(JsonNode node, String field) {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw new IllegalArgumentException("has no number where " + field + " should be");
    }
    return node.doubleValue();
  }
}
