package facedepth.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import facedepth.geometry.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All figures of a run in a file, one JSON object a line: {@code {"step": 20, "time": 1.7e9,
 * "train/loss": 0.31, ...}}.
 *
 * <p>A line is appended in one piece. A run that was killed may leave half of one; such a line is
 * left out when the file is opened, and so is what lies beyond the step that the run goes on from:
 * that will be computed once more.
 */
final class TrainingHistory implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STEP = "step";
  private static final String TIME = "time";

  private final List<Scalars> all;
  private final OutputStream file;

  private TrainingHistory(List<Scalars> all, OutputStream file) {
    this.all = all;
    this.file = file;
  }

  /**
   * Opens a history to add to; makes the file if it is not there.
   *
   * @param upTo the step that the run goes on from; 0 empties the file
   */
  static TrainingHistory open(Path path, long upTo) throws IOException {
    List<Scalars> kept = new ArrayList<>();
    if (Files.exists(path)) {
      // Not Files.readAllLines, which refuses bytes that are no text.
      String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        Scalars scalars = parse(line);
        if (scalars != null && scalars.step() <= upTo && upTo > 0) {
          kept.add(scalars);
        }
      }
    }
    AtomicFile.write(
        path,
        out -> {
          for (Scalars scalars : kept) {
            out.write(line(scalars));
          }
        });
    return new TrainingHistory(kept, Files.newOutputStream(path, StandardOpenOption.APPEND));
  }

  /** Appends to the file. */
  void add(Scalars scalars) throws IOException {
    file.write(line(scalars));
    all.add(scalars);
  }

  /** Everything from the first step on, oldest first. */
  List<Scalars> all() {
    return Collections.unmodifiableList(all);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static byte[] line(Scalars scalars) throws JsonProcessingException {
    ObjectNode line = JSON.createObjectNode().put(STEP, scalars.step()).put(TIME, scalars.time());
    scalars.values().forEach(line::put);
    return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Null if the line is not whole. */
  private static Scalars parse(String line) {
    JsonNode object;
    try {
      object = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
    if (!object.path(STEP).isIntegralNumber() || !object.path(TIME).isNumber()) {
      return null;
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      boolean isCurve = !field.getKey().equals(STEP) && !field.getKey().equals(TIME);
      if (isCurve && field.getValue().isNumber()) {
        values.put(field.getKey(), field.getValue().doubleValue());
      }
    }
    return new Scalars(object.get(STEP).longValue(), object.get(TIME).doubleValue(), values);
  }
}
