package facedepth.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.SyntheticFace;
import facedepth.synthesis.dataset.Picture;
import facedepth.synthesis.dataset.Sample;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Faces of one head model that are rendered when they are asked for. */
final class RenderedSet implements EvaluationSet {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String title;
  private final int count;
  private final boolean clean;
  private final ThreadLocal<FaceGenerator> generator;

  RenderedSet(HeadModel head, String headName, int count, int size, long seed, boolean clean) {
    if (count < 1) {
      throw new IllegalArgumentException("count " + count + " is not positive");
    }
    FaceGenerator supply = new FaceGenerator(head, size, seed);
    title =
        String.format(
            Locale.ROOT,
            "%d faces of the head %s, %dx%d, seed %d%s",
            count,
            headName,
            size,
            size,
            seed,
            clean ? ", undegraded" : "");
    this.count = count;
    this.clean = clean;
    generator = ThreadLocal.withInitial(() -> supply.forAnotherThread(size));
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public EvaluationFace face(int index) throws IOException {
    FaceGenerator faces = generator.get();
    SyntheticFace face = clean ? faces.cleanFace(index) : faces.certainFace(index);
    Picture picture = new Picture(face.resolution(), face.rgb());
    JsonNode parameters = JSON.readTree(face.parametersJson());
    return new EvaluationFace(
        String.format(Locale.ROOT, "%06d", index),
        picture,
        face.depth(),
        false,
        true,
        face.camera(),
        Optional.empty(),
        FaceBuckets.of(
            Optional.of(new Sample.View(face.camera(), Optional.of(face.pose()))),
            parameters,
            picture,
            face.depth()));
  }
}
