package facedepth.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.MalformedFileException;
import facedepth.synthesis.dataset.Dataset;
import facedepth.synthesis.dataset.Part;
import facedepth.synthesis.dataset.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The faces of a data set on disk. */
final class FolderSet implements EvaluationSet {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Dataset dataset;
  private final List<String> names;

  private FolderSet(Path folder, Dataset dataset) {
    this.folder = folder;
    this.dataset = dataset;
    names = dataset.names();
  }

  static FolderSet open(Path folder) throws IOException {
    FolderSet set = new FolderSet(folder, Dataset.open(folder, Part.TEST));
    if (set.names.isEmpty()) {
      throw new MalformedFileException(folder.toString(), "holds no samples");
    }
    return set;
  }

  @Override
  public String title() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  @Override
  public int count() {
    return names.size();
  }

  @Override
  public EvaluationFace face(int index) throws IOException {
    String name = names.get(index);
    Sample sample = dataset.read(name);
    return new EvaluationFace(
        name,
        sample.picture(),
        sample.depth(),
        sample.depthKind() == DepthFile.Kind.RELATIVE,
        sample.masked(),
        sample.view().map(Sample.View::camera).orElse(CropCamera.ORTHOGRAPHIC),
        dataset.depthGrey(name),
        FaceBuckets.of(sample.view(), parameters(name), sample.picture(), sample.depth()));
  }

  /** What the renderer wrote of the sample; missing in layouts that say nothing. */
  private JsonNode parameters(String name) throws IOException {
    Path file = folder.resolve(name + ".json");
    if (!Files.exists(file)) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(Files.readAllBytes(file)).path("parameters");
    } catch (JsonProcessingException e) {
      throw new MalformedFileException(file.toString(), "is no JSON", e);
    }
  }
}
