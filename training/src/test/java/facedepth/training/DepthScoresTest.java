package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class DepthScoresTest {
  private static final int SIZE = 64;
  private static final CropCamera CAMERA = new CropCamera(3);

  @Test
  void thePerfectPredictionHasNoErrorWhateverItsOffset() {
    DepthMap truth = dome(1);
    DepthMap shifted = map((u, v) -> domeDepth(u, v, 1) + 0.2);
    for (DepthScores scores :
        new DepthScores[] {
          DepthScores.of(truth, truth, CAMERA),
          DepthScores.of(shifted, truth, CropCamera.ORTHOGRAPHIC)
        }) {
      assertThat(scores.l1()).isCloseTo(0, within(1e-6));
      assertThat(scores.absoluteError()).isCloseTo(0, within(1e-6));
      assertThat(scores.rootMeanSquare()).isCloseTo(0, within(1e-6));
      assertThat(scores.stretch()).isCloseTo(1, within(1e-5));
      assertThat(scores.delta1()).isEqualTo(1);
      assertThat(scores.normalDegrees()).isCloseTo(0, within(0.1));
      assertThat(scores.coverage()).isEqualTo(1);
    }
  }

  @Test
  void aFlattenedFaceIsCaughtByCropWidthsAndNotByTheOriginsFigure() {
    DepthScores scores = DepthScores.of(dome(0.5), dome(1), CAMERA);
    assertThat(scores.l1()).isCloseTo(0, within(1e-5));
    assertThat(scores.stretch()).isCloseTo(0.5, within(1e-5));
    assertThat(scores.rootMeanSquare()).isGreaterThan(0.02);
    assertThat(scores.absoluteError()).isLessThan(scores.rootMeanSquare());
  }

  @Test
  void theAngleBetweenTwoPlanesIsTheirAngle() {
    DepthMap level = map((u, v) -> 0);
    DepthMap slanted = map((u, v) -> u * Math.tan(Math.toRadians(20)));
    DepthScores scores = DepthScores.of(slanted, level, CropCamera.ORTHOGRAPHIC);
    assertThat(scores.normalDegrees()).isCloseTo(20, within(0.05));
    // Uniform from -t/2 to t/2: mean absolute t/4, root mean square t/sqrt(12).
    double t = Math.tan(Math.toRadians(20)) * (SIZE - 1) / SIZE;
    assertThat(scores.absoluteError()).isCloseTo(t / 4, within(2e-3));
    assertThat(scores.rootMeanSquare()).isCloseTo(t / Math.sqrt(12), within(2e-3));
  }

  @Test
  void sideIsTheSpreadOfLogDepths() {
    DepthMap truth = map((u, v) -> 0);
    DepthMap twoLevels = map((u, v) -> u < 0 ? -0.1 : 0.1);
    DepthScores scores = DepthScores.of(twoLevels, truth, CAMERA);
    // The median of two levels is half-way between them: 2.9 and 3.1 stay what they are.
    double half = (Math.log(3.1) - Math.log(2.9)) / 2;
    assertThat(scores.scaleInvariant()).isCloseTo(half, within(1e-4));
  }

  @Test
  void onlyTheTrueMaskCounts() {
    DepthMap truth = map((u, v) -> u < 0 ? domeDepth(u, v, 1) : Double.NaN);
    DepthMap wrongOutside = map((u, v) -> u < 0 ? domeDepth(u, v, 1) : 7);
    assertThat(DepthScores.of(wrongOutside, truth, CAMERA).rootMeanSquare())
        .isCloseTo(0, within(1e-6));
    DepthMap half = map((u, v) -> v < 0 ? domeDepth(u, v, 1) : Double.NaN);
    assertThat(DepthScores.of(half, dome(1), CAMERA).coverage()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void refusesWhatCannotBeCompared() {
    DepthMap truth = dome(1);
    assertThatThrownBy(() -> DepthScores.of(map((u, v) -> Double.NaN), truth, CAMERA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to compare");
    DepthMap small = new DepthMap(2, 2, new float[4]);
    assertThatThrownBy(() -> DepthScores.of(small, truth, CAMERA))
        .hasMessageContaining("2x2")
        .hasMessageContaining("64x64");
  }

  @Test
  void unsup3dMeasuresDepthAtItsOwnScale() {
    // A map that is wrong by a slant of 0.1 crop widths from left to right.
    DepthMap truth = map((u, v) -> 0);
    DepthMap slanted = map((u, v) -> 0.1 * u);
    Unsup3dScores scores = Unsup3dScores.of(slanted, truth);
    double spread = 2 * Math.tan(Math.toRadians(5)) * 0.1 / Math.sqrt(12);
    assertThat(scores.side()).isCloseTo(spread, within(0.06 * spread));
    assertThat(scores.mad()).isCloseTo(Math.toDegrees(Math.atan(0.1)), within(0.3));
    Unsup3dScores perfect = Unsup3dScores.of(slanted, slanted);
    assertThat(perfect.side()).isZero();
    assertThat(perfect.mad()).isCloseTo(0, within(1e-4));
  }

  @Test
  void unsup3dShrinksLargerMaps() {
    DepthMap large = map((u, v) -> domeDepth(u, v, 1), 256);
    Unsup3dScores scores = Unsup3dScores.of(large, map((u, v) -> 0, 256));
    Unsup3dScores small = Unsup3dScores.of(dome(1), map((u, v) -> 0));
    assertThat(scores.side()).isCloseTo(small.side(), within(1e-4));
    assertThat(scores.mad()).isCloseTo(small.mad(), within(0.3));
    assertThatThrownBy(() -> Unsup3dScores.of(map((u, v) -> 0, 65), map((u, v) -> 0, 65)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65");
  }

  private static double domeDepth(double u, double v, double height) {
    return height * 0.5 * (u * u + v * v);
  }

  private static DepthMap dome(double height) {
    return map((u, v) -> domeDepth(u, v, height));
  }

  private static DepthMap map(DoubleBinaryOperator depth) {
    return map(depth, SIZE);
  }

  private static DepthMap map(DoubleBinaryOperator depth, int size) {
    float[] values = new float[size * size];
    for (int i = 0; i < values.length; i++) {
      double u = (i % size + 0.5) / size - 0.5;
      double v = (i / size + 0.5) / size - 0.5;
      values[i] = (float) depth.applyAsDouble(u, v);
    }
    return new DepthMap(size, size, values);
  }
}
