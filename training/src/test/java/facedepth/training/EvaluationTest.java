package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.dataset.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final int SIZE = FaceList.SIZE;

  @TempDir private Path folder;

  @Test
  void theTruthBeatsBothBaselinesAndTheMeanBeatsFlat() throws Exception {
    List<EvaluationFace> faces = List.of(face("a", 0.9), face("b", 1.1), face("c", 1.0));
    Evaluation evaluation = evaluate(oracle(), faces);
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
  void readingOneByOneGivesWhatHavingAllGives() throws Exception {
    List<EvaluationFace> faces = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      faces.add(face("f" + i, 0.7 + 0.1 * i));
    }
    // Every face once for the mean, once to be judged, in order, few of them at a time.
    List<Integer> read = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger judged = new AtomicInteger();
    AtomicInteger mostAhead = new AtomicInteger();
    EvaluationSet set =
        new EvaluationSet() {
          @Override
          public String title() {
            return "watched";
          }

          @Override
          public int count() {
            return faces.size();
          }

          @Override
          public EvaluationFace face(int index) {
            read.add(index);
            mostAhead.accumulateAndGet(read.size() - faces.size() - judged.get(), Math::max);
            return faces.get(index);
          }
        };
    List<String> steps = new ArrayList<>();
    Evaluation evaluation =
        Evaluation.of(
            List.of(oracle()),
            set,
            1,
            (f, p, s) -> judged.incrementAndGet(),
            () -> steps.add("step"));
    assertThat(read).containsExactly(0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6);
    assertThat(mostAhead.get()).isLessThanOrEqualTo(3);
    assertThat(steps).hasSize(Evaluation.steps(7));
    // The mean of bowls of depth 0.7 to 1.3 is the bowl of depth 1: known errors.
    double bowl = evaluation.perFace().get(2).scores().rootMeanSquare() / 0.7; // flat on the first
    for (int i = 0; i < 7; i++) {
      FaceScores mean = evaluation.perFace().get(3 * i + 1);
      assertThat(mean.face()).isEqualTo("f" + i);
      assertThat(mean.scores().rootMeanSquare())
          .isCloseTo(bowl * Math.abs(0.1 * i - 0.3), within(1e-4));
    }
  }

  @Test
  void manyFacesAreSpreadEvenlyForTheMean() {
    assertThat(Evaluation.spread(5, 10)).containsExactly(0, 1, 2, 3, 4);
    assertThat(Evaluation.spread(10_000, 4)).containsExactly(0, 2500, 5000, 7500);
    assertThat(Evaluation.spread(0, 4)).isEmpty();
  }

  @Test
  void groupsFacesByTheirBuckets() throws Exception {
    List<EvaluationFace> faces = List.of(face("left", 1), face("right", 1), face("left", 1.2));
    Evaluation evaluation = evaluate(oracle(), faces);
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
            new Picture(SIZE, new float[3 * SIZE * SIZE]),
            new DepthMap(SIZE, SIZE, nothing),
            false,
            true,
            new CropCamera(3),
            Optional.empty(),
            Map.of());
    assertThat(evaluate(oracle(), List.of(empty, face("a", 1))).leftOut()).isEqualTo(1);
    assertThatThrownBy(() -> evaluate(oracle(), List.of(empty)))
        .hasMessageContaining("none of 1 pictures shows a face");
  }

  @Test
  void writesTablesPicturesAndEveryScore() throws Exception {
    EvaluationPictures pictures = new EvaluationPictures();
    List<EvaluationFace> faces = List.of(face("<a>", 0.9), face("b", 1.1));
    Evaluation evaluation = evaluate(oracle(), faces, pictures);
    new EvaluationReport("Two domes & a bracket", evaluation, List.of(), pictures).write(folder);
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
      public PredictedDepth predict(EvaluationFace face) {
        return PredictedDepth.inCropWidths(face.depth());
      }
    };
  }

  private static Evaluation evaluate(DepthPredictor predictor, List<EvaluationFace> faces)
      throws Exception {
    return evaluate(predictor, faces, (f, p, s) -> {});
  }

  private static Evaluation evaluate(
      DepthPredictor predictor, List<EvaluationFace> faces, Evaluation.Listener listener)
      throws Exception {
    return Evaluation.of(List.of(predictor), new FaceList(faces), 2, listener, () -> {});
  }

  private static EvaluationFace face(String name, double height) {
    return FaceList.bowl(name, height);
  }
}
