package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.HeadPose;
import facedepth.synthesis.builtin.BuiltinHead;
import facedepth.synthesis.dataset.Picture;
import facedepth.synthesis.dataset.Sample;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceBucketsTest {
  private static final int SIZE = 4;

  @ParameterizedTest
  @CsvSource({
    "0, 0, -1, 1, 1, from the front",
    "0.95, -0.3, -0.1, 1, 1, from the side",
    "-0.95, -0.3, 0.1, 1, 1, from the side",
    "0.3, -0.3, 0.9, 1, 1, from behind",
    "0, 0, -1, 0.1, 1, from all around",
    "0, 0, -1, 1, 0.5, dark"
  })
  void lightIsNamedByTheStrongestLamp(
      double x, double y, double z, double lamp, double exposure, String name) throws Exception {
    JsonNode parameters =
        new ObjectMapper()
            .readTree(
                """
                {"light": {"exposure": %s,
                  "environment": {"coefficients": [[1, 0], [1, 0], [1, 0]]},
                  "lamps": [{"direction": [0, 0, 1], "colour": [0.05, 0.05, 0.05]},
                            {"direction": [%s, %s, %s], "colour": [%s, %s, %s]}]}}
                """
                    .formatted(exposure, x, y, z, lamp, lamp, lamp));
    assertThat(LightBucket.of(parameters, grey(0, 0), depth()).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 40, dark",
    "120, 130, 'even, by the picture'",
    "200, 90, 'one-sided, by the picture'"
  })
  void withoutParametersThePictureTells(float left, float right, String name) {
    assertThat(LightBucket.of(MissingNode.getInstance(), grey(left, right), depth()).name())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"obstacle\": {\"kind\": \"HAND_ON_CHIN\"}, \"outfit\": {\"glasses\": {}}} | hand",
        "{\"obstacle\": {\"kind\": \"FACE_MASK\"}} | face mask",
        "{\"obstacle\": {\"kind\": \"CUP\"}} | phone, cup or the like",
        "{\"obstacle\": null, \"outfit\": {\"glasses\": {}, \"headwear\": {}}} | glasses",
        "{\"obstacle\": null, \"outfit\": {\"glasses\": null, \"headwear\": {}}} | fringe or hat",
        "{\"obstacle\": null, \"hairstyle\": {\"fringe\": \"STRAIGHT\"}} | fringe or hat",
        "{\"obstacle\": null, \"hairstyle\": {\"fringe\": \"NONE\"}} | nothing",
        "{} | unknown"
      })
  void whatHidesTheFaceIsNamed(String parameters, String name) throws Exception {
    assertThat(OcclusionBucket.of(new ObjectMapper().readTree(parameters)).name()).isEqualTo(name);
  }

  @Test
  void yawCountsToEitherSideAndGroupsAreInOrder() {
    Map<String, Bucket> left = buckets(-50, 2);
    assertThat(left.get("yaw in degrees").name()).isEqualTo("45 to 60");
    assertThat(left.get("camera distance in crop widths").name()).isEqualTo("1.5 to 3");
    Map<String, Bucket> far = buckets(100, 20);
    assertThat(far.get("yaw in degrees").name()).isEqualTo("from 75");
    assertThat(far.get("yaw in degrees")).isGreaterThan(left.get("yaw in degrees"));
    assertThat(Bucket.UNKNOWN).isGreaterThan(far.get("yaw in degrees"));
    assertThat(FaceBuckets.of(Optional.empty(), MissingNode.getInstance(), grey(0, 0), depth()))
        .containsEntry("yaw in degrees", Bucket.UNKNOWN);
  }

  @Test
  void renderedFacesTellAllOfIt() throws Exception {
    EvaluationSet set = EvaluationSet.rendered(BuiltinHead.create(), "builtin", 3, 32, 5, true);
    assertThat(set.title()).contains("3 faces").contains("builtin").contains("undegraded");
    for (int i : IntStream.range(0, 3).toArray()) {
      assertThat(set.face(i).buckets()).hasSize(4).doesNotContainValue(Bucket.UNKNOWN);
      assertThat(Evaluation.isLarge(set.face(i))).isTrue();
    }
    EvaluationSet degraded =
        EvaluationSet.rendered(BuiltinHead.create(), "builtin", 3, 32, 5, false);
    // The same scene: the depth is the same, the picture is not.
    assertThat(degraded.face(1).depth().values()).isEqualTo(set.face(1).depth().values());
    assertThat(degraded.face(1).picture().rgb()).isNotEqualTo(set.face(1).picture().rgb());
  }

  private static Map<String, Bucket> buckets(double yaw, double distance) {
    return FaceBuckets.of(
        Optional.of(
            new Sample.View(new CropCamera(distance), Optional.of(new HeadPose(yaw, 0, 0)))),
        MissingNode.getInstance(),
        grey(0, 0),
        depth());
  }

  private static DepthMap depth() {
    return new DepthMap(SIZE, SIZE, new float[SIZE * SIZE]);
  }

  private static Picture grey(float left, float right) {
    float[] rgb = new float[3 * SIZE * SIZE];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = i % SIZE < SIZE / 2 ? left : right;
    }
    return new Picture(SIZE, rgb);
  }
}
