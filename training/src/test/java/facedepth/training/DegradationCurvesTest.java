package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.DepthMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DegradationCurvesTest {
  private static final int SIZE = FaceList.SIZE;

  /** Deepens a face by how dark its picture is, and sees less and less of it. */
  private static final DepthPredictor READS_BRIGHTNESS =
      new DepthPredictor() {
        @Override
        public String name() {
          return "reads brightness";
        }

        @Override
        public PredictedDepth predict(EvaluationFace face) {
          float light = face.picture().rgb()[0] / 200;
          float[] truth = face.depth().values();
          float[] depth = new float[truth.length];
          boolean[] mask = new boolean[truth.length];
          for (int i = 0; i < truth.length; i++) {
            depth[i] = Float.isFinite(truth[i]) ? (2 - light) * truth[i] : 0;
            mask[i] = Float.isFinite(truth[i]) && i / SIZE < SIZE * light;
          }
          return new PredictedDepth(new DepthMap(SIZE, SIZE, depth), false, mask);
        }
      };

  @Test
  void whatReadsBrightnessSuffersFromDarknessAlone() throws Exception {
    EvaluationSet set =
        new FaceList(List.of(FaceList.bowl("a", 1, 200), FaceList.bowl("b", 1.2, 200)));
    List<Integer> steps = new ArrayList<>();
    List<DegradationCurve> curves =
        DegradationCurves.measure(READS_BRIGHTNESS, set, 5, 1, () -> steps.add(1));
    assertThat(steps).hasSize(DegradationCurves.steps(2, 5));
    assertThat(curves)
        .extracting(DegradationCurve::name)
        .containsExactly("blur", "motion", "noise", "JPEG", "darkness", "low resolution");
    for (DegradationCurve curve : curves) {
      assertThat(curve.points()).hasSize(6);
      assertThat(curve.points().get(0).rootMeanSquare()).isCloseTo(0, within(1e-6));
      assertThat(curve.points().get(0).maskOverlap()).isEqualTo(1);
      assertThat(curve.points().get(0).faces()).isEqualTo(2);
    }
    List<DegradationCurve.Point> blur = curves.get(0).points();
    assertThat(blur.get(5).rootMeanSquare()).isCloseTo(0, within(1e-3)); // blurred grey is grey
    List<DegradationCurve.Point> darkness = curves.get(4).points();
    for (int i = 1; i < darkness.size(); i++) {
      assertThat(darkness.get(i).strength()).isGreaterThan(darkness.get(i - 1).strength());
      assertThat(darkness.get(i).rootMeanSquare())
          .isGreaterThan(darkness.get(i - 1).rootMeanSquare());
      assertThat(darkness.get(i).normalDegrees())
          .isGreaterThan(darkness.get(i - 1).normalDegrees());
      assertThat(darkness.get(i).maskOverlap()).isLessThan(darkness.get(i - 1).maskOverlap());
    }
    // A stop less is half the light: 200 becomes 200 * 0.5^(1/2.2) = 146, so 2 - 0.73 times deep.
    double error = darkness.get(1).rootMeanSquare() / (2 - 146 / 200.0 - 1);
    double flat =
        Evaluation.of(List.of(READS_BRIGHTNESS), set, 1, (f, p, s) -> {}, () -> {})
            .overall()
            .get("flat depth")
            .rootMeanSquare();
    assertThat(error).isCloseTo(flat, within(0.02 * flat));
  }

  @Test
  void chartsAndTablesHoldEveryCurve() throws Exception {
    EvaluationSet set = new FaceList(List.of(FaceList.bowl("a", 1, 200)));
    List<DegradationCurve> curves =
        DegradationCurves.measure(READS_BRIGHTNESS, set, 1, 1, () -> {});
    String svg = CurveChart.svg(curves);
    assertThat(svg.split("<polyline", -1)).hasSize(1 + 6 * 4);
    assertThat(svg).contains(">darkness<").contains("mask overlap").doesNotContain("NaN");
    Evaluation evaluation =
        Evaluation.of(List.of(READS_BRIGHTNESS), set, 1, (f, p, s) -> {}, () -> {});
    assertThat(EvaluationMarkdown.of("t", evaluation, curves))
        .contains("against darkness (stops), 1 faces")
        .contains("| 5.5 |");
  }

  @Test
  void yawIsACurveOfItsGroups() throws Exception {
    List<EvaluationFace> faces = new ArrayList<>();
    for (double yaw : new double[] {5, 20, 80}) {
      EvaluationFace bowl = FaceList.bowl("at " + yaw, 1, (float) (200 - yaw));
      faces.add(
          new EvaluationFace(
              bowl.name(),
              bowl.picture(),
              bowl.depth(),
              false,
              true,
              bowl.camera(),
              bowl.depthGrey(),
              Map.of(FaceBuckets.YAW, Bucket.of(yaw, FaceBuckets.YAWS))));
    }
    DegradationCurve yaw =
        DegradationCurves.yaw(
            Evaluation.of(
                List.of(READS_BRIGHTNESS), new FaceList(faces), 1, (f, p, s) -> {}, () -> {}));
    assertThat(yaw.points())
        .extracting(DegradationCurve.Point::strength)
        .containsExactly(7.5, 22.5, 82.5);
    assertThat(yaw.points().get(2).rootMeanSquare())
        .isGreaterThan(yaw.points().get(0).rootMeanSquare());
  }
}
