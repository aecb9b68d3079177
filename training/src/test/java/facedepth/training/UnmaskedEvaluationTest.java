package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.dataset.Picture;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Depth without a unit or without a mask, as the origin's data and models have it. */
class UnmaskedEvaluationTest {
  private static final int SIZE = 32;

  @TempDir private Path folder;

  @Test
  void brighterIsNearerInTheOriginsPicturesAndLargerIsNearerInItsAnswers() throws Exception {
    Files.createDirectories(folder.resolve("images"));
    Files.createDirectories(folder.resolve("depth128x128"));
    BufferedImage depth = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < SIZE * SIZE; i++) {
      depth.getRaster().setSample(i % SIZE, i / SIZE, 0, i % SIZE * 8);
    }
    BufferedImage picture = new BufferedImage(2 * SIZE, 2 * SIZE, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", folder.resolve("images/seed00000.png").toFile());
    ImageIO.write(depth, "png", folder.resolve("depth128x128/seed00000.png").toFile());
    EvaluationSet set = EvaluationSet.inFolder(folder);
    // In the picture the right side is nearest.
    Evaluation right = evaluate(set, face -> nearness((x, y) -> 3 * x - 7));
    Evaluation wrong = evaluate(set, face -> nearness((x, y) -> 3 * -x));
    ScoreMeans means = right.overall().get("model");
    assertThat(means.l1()).isCloseTo(0, within(1e-5));
    assertThat(means.delta1()).isEqualTo(1);
    assertThat(means.rootMeanSquare()).isNaN();
    assertThat(means.normalDegrees()).isNaN();
    assertThat(means.maskOverlap()).isNaN();
    assertThat(means.unsup3dFaces()).isZero();
    assertThat(wrong.overall().get("model").l1()).isCloseTo(1, within(0.05));
    assertThat(right.notes()).anyMatch(note -> note.contains("no unit"));
    assertThat(right.notes()).anyMatch(note -> note.contains("judged whole"));
    assertThat(right.buckets().get("light")).containsOnlyKeys("dark");
    assertThat(right.buckets().get("yaw in degrees")).containsOnlyKeys("unknown");
  }

  @Test
  void aModelWithAMaskIsJudgedWithinItWhereTheDataHaveNone() throws Exception {
    EvaluationFace face =
        new EvaluationFace(
            "slope",
            new Picture(SIZE, new float[3 * SIZE * SIZE]),
            map((x, y) -> x / (double) SIZE),
            true,
            false,
            CropCamera.ORTHOGRAPHIC,
            Optional.empty(),
            Map.of());
    boolean[] lowerHalf = new boolean[SIZE * SIZE];
    java.util.Arrays.fill(lowerHalf, SIZE * SIZE / 2, SIZE * SIZE, true);
    // Right in the lower half, nonsense in the upper one.
    DepthMap answer = map((x, y) -> y < SIZE / 2 ? 50 * y - x : 0.4 * x / SIZE);
    Evaluation evaluation =
        evaluate(new FaceList(List.of(face)), f -> new PredictedDepth(answer, false, lowerHalf));
    assertThat(evaluation.overall().get("model").l1()).isCloseTo(0, within(1e-5));
    assertThat(evaluation.perFace())
        .allMatch(one -> one.scores().pixels() == SIZE * (SIZE / 2 - 1)); // a pixel off the edge
    assertThat(evaluation.notes()).anyMatch(note -> note.contains("where the model sees the face"));
  }

  @Test
  void aModelWithoutAUnitHasNoLengthsOnDataThatHaveThem() throws Exception {
    EvaluationFace bowl = FaceList.bowl("a", 1);
    float[] nearness = new float[bowl.depth().values().length];
    for (int i = 0; i < nearness.length; i++) {
      float d = bowl.depth().values()[i];
      nearness[i] = Float.isFinite(d) ? 5 - 9 * d : -3;
    }
    Evaluation evaluation =
        evaluate(
            new FaceList(List.of(bowl)),
            face -> PredictedDepth.ofNearness(nearness, FaceList.SIZE));
    ScoreMeans model = evaluation.overall().get("model");
    assertThat(model.l1()).isCloseTo(0, within(1e-5));
    assertThat(model.rootMeanSquare()).isNaN();
    assertThat(model.stretch()).isNaN();
    assertThat(evaluation.overall().get("flat depth").rootMeanSquare()).isPositive();
    assertThat(EvaluationMarkdown.of("t", evaluation, List.of()))
        .contains("| model | 0.0000 | - |");
  }

  private interface Answer {
    PredictedDepth to(EvaluationFace face);
  }

  private interface Value {
    double at(int x, int y);
  }

  private static Evaluation evaluate(EvaluationSet set, Answer answer) throws Exception {
    DepthPredictor predictor =
        new DepthPredictor() {
          @Override
          public String name() {
            return "model";
          }

          @Override
          public PredictedDepth predict(EvaluationFace face) {
            return answer.to(face);
          }
        };
    return Evaluation.of(List.of(predictor), set, 1, (f, p, s) -> {}, () -> {});
  }

  private static PredictedDepth nearness(Value value) {
    return PredictedDepth.ofNearness(map(value).values(), SIZE);
  }

  private static DepthMap map(Value value) {
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.at(i % SIZE, i / SIZE);
    }
    return new DepthMap(SIZE, SIZE, values);
  }
}
