package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final int SIZE = 64;

  @TempDir private Path folder;

  @Test
  void theTruthBeatsBothBaselinesAndTheMeanBeatsFlat() throws Exception {
    List<EvaluationFace> faces = List.of(face("a", 0.9), face("b", 1.1), face("c", 1.0));
    Evaluation evaluation = Evaluation.of(List.of(oracle()), faces, (f, p, s) -> {});
    assertThat(evaluation.predictors()).containsExactly("oracle", "mean face", "flat depth");
    ScoreMeans oracle = evaluation.overall().get("oracle");
    ScoreMeans mean = evaluation.overall().get("mean face");
    ScoreMeans flat = evaluation.overall().get("flat depth");
    assertThat(oracle.rootMeanSquare()).isCloseTo(0, within(1e-6));
    assertThat(oracle.stretch()).isCloseTo(1, within(1e-4));
    assertThat(mean.rootMeanSquare()).isBetween(0.001, 0.5 * flat.rootMeanSquare());
    assertThat(flat.stretch()).isZero();
    assertThat(mean.unsup3dSide()).isLessThan(flat.unsup3dSide());
  }

  @Test
  void groupsFacesByTheirBuckets() throws Exception {
    List<EvaluationFace> faces = List.of(face("left", 1), face("right", 1), face("left", 1.2));
    Evaluation evaluation = Evaluation.of(List.of(oracle()), faces, (f, p, s) -> {});
    Map<String, Map<String, ScoreMeans>> sides = evaluation.buckets().get("side");
    assertThat(sides.get("left").get("oracle").faces()).isEqualTo(2);
    assertThat(sides.get("right").get("mean face").faces()).isEqualTo(1);
  }

  @Test
  void picturesWithoutAFaceAreLeftOut() throws Exception {
    float[] nothing = new float[SIZE * SIZE];
    java.util.Arrays.fill(nothing, Float.NaN);
    EvaluationFace empty =
        new EvaluationFace(
            "empty",
            SIZE,
            new float[3 * SIZE * SIZE],
            new DepthMap(SIZE, SIZE, nothing),
            new CropCamera(3),
            Map.of());
    assertThat(
            Evaluation.of(List.of(oracle()), List.of(empty, face("a", 1)), (f, p, s) -> {}).faces())
        .isEqualTo(1);
    assertThatThrownBy(() -> Evaluation.of(List.of(oracle()), List.of(empty), (f, p, s) -> {}))
        .hasMessageContaining("none of 1 pictures shows a face");
  }

  @Test
  void writesTablesPicturesAndEveryScore() throws Exception {
    EvaluationPictures pictures = new EvaluationPictures();
    List<EvaluationFace> faces = List.of(face("<a>", 0.9), face("b", 1.1));
    Evaluation evaluation = Evaluation.of(List.of(oracle()), faces, pictures);
    new EvaluationReport("Two domes & a bracket", evaluation, pictures).write(folder);
    JsonNode json = new ObjectMapper().readTree(folder.resolve("evaluation.json").toFile());
    assertThat(json.at("/evaluation/perFace")).hasSize(6);
    assertThat(json.at("/evaluation/overall/oracle/delta1").asDouble()).isEqualTo(1);
    String markdown = Files.readString(folder.resolve("evaluation.md"));
    assertThat(markdown).contains("| oracle | 0.0000 |").contains("## By side");
    String html = Files.readString(folder.resolve("evaluation.html"));
    assertThat(html)
        .contains("Two domes &amp; a bracket")
        .contains("data:image/png;base64,")
        .contains("&lt;a&gt;")
        .doesNotContain("<a>");
  }

  private static DepthPredictor oracle() {
    return new DepthPredictor() {
      @Override
      public String name() {
        return "oracle";
      }

      @Override
      public DepthMap predict(EvaluationFace face) {
        return face.depth();
      }
    };
  }

  private static EvaluationFace face(String name, double height) {
    float[] depth = new float[SIZE * SIZE];
    for (int i = 0; i < depth.length; i++) {
      double u = (i % SIZE + 0.5) / SIZE - 0.5;
      double v = (i / SIZE + 0.5) / SIZE - 0.5;
      double r = u * u + v * v;
      depth[i] = r < 0.16 ? (float) (height * r) : Float.NaN;
    }
    return new EvaluationFace(
        name,
        SIZE,
        new float[3 * SIZE * SIZE],
        new DepthMap(SIZE, SIZE, depth).centred(),
        new CropCamera(3),
        Map.of("side", name.equals("right") ? "right" : "left"));
  }
}
