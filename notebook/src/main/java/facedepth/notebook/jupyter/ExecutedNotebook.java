package facedepth.notebook.jupyter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What came out of a notebook's cells. */
public final class ExecutedNotebook {
  private final JsonNode root;

  private ExecutedNotebook(JsonNode root) {
    this.root = root;
  }

  /** Reads an .ipynb file. */
  public static ExecutedNotebook read(Path file) throws IOException {
    return new ExecutedNotebook(new ObjectMapper().readTree(file.toFile()));
  }

  /** Whether a cell ended with an error. */
  public boolean hasFailed() {
    return !errors().isEmpty();
  }

  /** The errors of cells, each with the cell's source. */
  public List<String> errors() {
    List<String> errors = new ArrayList<>();
    for (JsonNode cell : root.path("cells")) {
      for (JsonNode output : cell.path("outputs")) {
        if (output.path("output_type").asText().equals("error")) {
          String trace = text(output.path("traceback")).replaceAll("\u001b\\[[0-9;]*m", "");
          errors.add(text(cell.path("source")) + "\n--> " + trace);
        }
      }
    }
    return errors;
  }

  /** How many cells of code there are, and how many of them were run. */
  public int[] codeCells() {
    int[] counts = new int[2];
    for (JsonNode cell : root.path("cells")) {
      if (cell.path("cell_type").asText().equals("code")) {
        counts[0]++;
        counts[1] += cell.path("execution_count").isNumber() ? 1 : 0;
      }
    }
    return counts;
  }

  /** Everything that cells showed as HTML. */
  public String html() {
    return outputs("text/html");
  }

  /** How many pictures cells showed. */
  public long pictures() {
    return StreamSupport.stream(root.findValues("image/png").spliterator(), false).count();
  }

  private String outputs(String mime) {
    return root.findValues(mime).stream().map(ExecutedNotebook::text).collect(Collectors.joining());
  }

  /** Jupyter keeps long texts as lists of lines. */
  private static String text(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining())
        : node.asText();
  }
}
