package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.DepthMap;
import facedepth.geometry.FaceCrop;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceMaskTest {
  private static final int SIDE = 100;

  private interface Shape {
    boolean holds(double x, double y);
  }

  private static FaceMask mask(Shape shape) {
    float[] logits = new float[SIDE * SIDE];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = shape.holds(i % SIDE, i / SIDE) ? 4 : -4;
    }
    return FaceMask.of(new DepthPrediction(SIDE, SIDE, new float[SIDE * SIDE], logits));
  }

  private static boolean ellipse(double x, double y, double cx, double cy, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double u = (cos * (x - cx) + sin * (y - cy)) / 20;
    double v = (-sin * (x - cx) + cos * (y - cy)) / 28;
    return u * u + v * v <= 1;
  }

  @ParameterizedTest(name = "crop rolled {0}, mask leaning {1} in it")
  @CsvSource({"0, 0", "0, 30", "25, 24", "-170, -30"})
  void theCropFollowsTheMaskAndKeepsItsRoll(double cropRoll, double lean) {
    FaceMask mask = mask((x, y) -> ellipse(x, y, 55, 40, lean));
    FaceCrop seenIn = new FaceCrop(300, 200, 250, cropRoll);
    FaceCrop framed = mask.reframed(seenIn);
    assertThat(framed.size()).isCloseTo(1.75 * Math.sqrt(Math.PI * 20 * 28) * 2.5, within(1.5));
    assertThat(framed.rollDegrees()).isEqualTo(cropRoll);
    assertThat(framed.centerX()).isCloseTo(seenIn.toPhoto(SIDE).applyX(55, 40), within(0.5));
    assertThat(framed.centerY()).isCloseTo(seenIn.toPhoto(SIDE).applyY(55, 40), within(0.5));
  }

  @Test
  void specksAreLeftOutAndSmallHolesClosed() {
    FaceMask mask =
        mask(
            (x, y) ->
                (ellipse(x, y, 50, 50, 0) && Math.hypot(x - 45, y - 45) > 2) || (x < 6 && y < 6));
    assertThat(mask.inside()[45 * SIDE + 45]).isTrue();
    assertThat(mask.inside()[3 * SIDE + 3]).isFalse();
    assertThat(mask.wholeness()).isCloseTo(1 - 36.0 / 1760, within(0.01));
    assertThat(mask.shareOfEdge()).isZero();
  }

  @Test
  void aLargeHoleStaysOpen() {
    FaceMask mask = mask((x, y) -> ellipse(x, y, 50, 50, 0) && Math.hypot(x - 50, y - 50) > 10);
    assertThat(mask.inside()[50 * SIDE + 50]).isFalse();
  }

  @Test
  void strandsAreCutOffAndWhatTheyHoldWithThem() {
    boolean[] face = mask((x, y) -> ellipse(x, y, 50, 50, 0)).inside();
    FaceMask mask =
        mask(
            (x, y) ->
                ellipse(x, y, 50, 50, 0)
                    || (y >= 49 && y <= 50 && x > 50)
                    || (x > 90 && Math.abs(y - 50) < 6));
    assertThat(mask.inside()[50 * SIDE + 92]).isFalse();
    int differences = 0;
    for (int i = 0; i < face.length; i++) {
      differences += face[i] != mask.inside()[i] ? 1 : 0;
    }
    assertThat(differences).isLessThan(8);
  }

  @Test
  void depthIsCentredInsideAndNothingOutside() {
    float[] depth = new float[SIDE * SIDE];
    float[] logits = new float[SIDE * SIDE];
    Arrays.fill(logits, -3);
    for (int i = 0; i < depth.length; i++) {
      depth[i] = 7 + i % SIDE;
    }
    for (int y = 46; y <= 54; y++) {
      Arrays.fill(logits, y * SIDE + 20, y * SIDE + 41, 3);
    }
    DepthMap map = FaceMask.of(new DepthPrediction(SIDE, SIDE, depth, logits)).depthMap(depth);
    assertThat(map.faceArea()).as("a rectangle but for its four corners").isEqualTo(21 * 9 - 4);
    assertThat(map.at(30, 50)).isZero();
    assertThat(map.at(40, 50)).isEqualTo(10f);
    assertThat(map.at(30, 55)).isNaN();
  }

  @Test
  void anEmptyMaskIsNoFace() {
    FaceMask mask = mask((x, y) -> false);
    assertThat(mask.share()).isZero();
    assertThat(mask.wholeness()).isZero();
    assertThat(mask.confidence()).isZero();
  }
}
