package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.CropCamera;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A dome whose true depth is known, told in other words. */
class ReliefFittingTest {
  private static final int SIDE = 64;
  private static final double PHI = 4;
  private static final float JUNK = 1000; // what the network says of the background

  private final float[] truth = new float[SIDE * SIDE];
  private final boolean[] inside = new boolean[SIDE * SIDE];

  ReliefFittingTest() {
    for (int i = 0; i < truth.length; i++) {
      double r2 = u(i) * u(i) / 0.09 + v(i) * v(i) / 0.14;
      inside[i] = r2 < 1;
      truth[i] = (float) (0.4 * r2 + 0.05 * u(i) - 0.2);
    }
  }

  private static double u(int i) {
    return (i % SIDE + 0.5) / SIDE - 0.5;
  }

  private static double v(int i) {
    return (i / SIDE + 0.5) / SIDE - 0.5;
  }

  private double told(DepthMeaning meaning, double d) {
    return switch (meaning) {
      case INVERSE -> 5 / (PHI + d) + 7;
      case RELATIVE, CROP_WIDTHS -> 3 * d + 2;
      case NEARNESS -> -0.2 * d + 1;
      case METRIC, POINTS -> 0.8 * (PHI + d);
    };
  }

  private float[] told(DepthMeaning meaning) {
    float[] answer = new float[truth.length];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = inside[i] ? (float) told(meaning, truth[i]) : JUNK;
    }
    return answer;
  }

  private ReliefFitting.Fitted fit(DepthMeaning meaning, float[] answer, float[] across, double phi)
      throws IOException {
    return new ReliefFitting(
            new DepthPrediction(SIDE, SIDE, answer, new float[0], across),
            truth,
            inside,
            new CropCamera(phi))
        .fit(meaning);
  }

  private void requireTruth(ReliefFitting.Fitted fitted, double scale) {
    double offset = Double.NaN;
    for (int i = 0; i < truth.length; i++) {
      if (inside[i]) {
        offset = Double.isNaN(offset) ? fitted.depth()[i] - scale * truth[i] : offset;
        assertThat((double) fitted.depth()[i]).isCloseTo(scale * truth[i] + offset, within(2e-4));
      }
    }
    assertThat(fitted.relief().agreement()).isCloseTo(1, within(1e-4));
  }

  @ParameterizedTest
  @EnumSource(
      value = DepthMeaning.class,
      names = {"INVERSE", "RELATIVE", "NEARNESS"})
  void whatTheNetworkLeavesOpenIsTheGuides(DepthMeaning meaning) throws IOException {
    ReliefFitting.Fitted fitted = fit(meaning, told(meaning), new float[0], PHI);
    requireTruth(fitted, 1);
    assertThat(fitted.relief().answers()).isEqualTo(meaning);
    assertThat(fitted.relief().rule()).contains("median", "range", "guide");
    float[] depth = fitted.depth();
    assertThat(depth[0]).as("the background stays within bounds").isBetween(-3f, 6f);
    int centre = SIDE / 2 * SIDE + SIDE / 2;
    float found = told(meaning)[centre];
    Relief relief = fitted.relief();
    double affine = relief.scale() * found + relief.shift();
    assertThat(meaning == DepthMeaning.INVERSE ? 1 / affine - PHI : affine)
        .as("scale and shift say what was done")
        .isCloseTo(depth[centre], within(1e-4));
  }

  @Test
  void aFewWildPixelsAreNoMatter() throws IOException {
    float[] answer = told(DepthMeaning.RELATIVE);
    for (int i = 0, wild = 0; i < answer.length && wild < 40; i += 7) {
      if (inside[i]) {
        answer[i] = wild++ % 2 == 0 ? 500 : -500;
      }
    }
    Relief relief = fit(DepthMeaning.RELATIVE, answer, new float[0], PHI).relief();
    assertThat(relief.scale()).isCloseTo(1 / 3.0, within(0.03));
  }

  @Test
  void inverseDepthUnderParallelRaysIsNearness() throws IOException {
    float[] answer = told(DepthMeaning.NEARNESS);
    requireTruth(fit(DepthMeaning.INVERSE, answer, new float[0], Double.POSITIVE_INFINITY), 1);
  }

  @Test
  void distancesTakeNothingOfTheGuide() throws IOException {
    // Twice the relief for the same guide: that is what the network says.
    float[] answer = new float[truth.length];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = (float) (0.8 * (PHI + 2 * truth[i]));
    }
    ReliefFitting.Fitted fitted = fit(DepthMeaning.METRIC, answer, new float[0], PHI);
    double median = fitted.relief().scale() * 0.8;
    requireTruth(fitted, 2 * median);
    assertThat(median).isCloseTo(1, within(0.1)); // phi over the median's distance
  }

  @ParameterizedTest(name = "focal length {0}, z off by {1}")
  @CsvSource({"2.5, 0, 1", "2.5, -3, 1.7", "1.2, 5, 0.01", "8, 0.4, 30"})
  void pointsKnowTheirProportions(double phi, double off, double unit) throws IOException {
    float[] z = new float[truth.length];
    float[] across = new float[2 * truth.length];
    for (int i = 0; i < z.length; i++) {
      double distance = phi + truth[i];
      z[i] = inside[i] ? (float) (unit * (distance + off)) : JUNK;
      across[i] = (float) (unit * u(i) * distance / phi);
      across[z.length + i] = (float) (unit * v(i) * distance / phi);
    }
    ReliefFitting.Fitted fitted = fit(DepthMeaning.POINTS, z, across, PHI);
    assertThat(fitted.relief().rule()).startsWith("points, with the focal length");
    assertThat(fitted.relief().scale() * unit).isCloseTo(1, within(0.1));
    requireTruth(fitted, fitted.relief().scale() * unit);
  }

  @Test
  void pointsOfParallelRaysToo() throws IOException {
    float[] z = new float[truth.length];
    float[] across = new float[2 * truth.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = 2 * truth[i] + 9;
      across[i] = (float) (2 * u(i));
      across[z.length + i] = (float) (2 * v(i));
    }
    ReliefFitting.Fitted fitted = fit(DepthMeaning.POINTS, z, across, PHI);
    assertThat(fitted.relief().rule()).contains("points");
    assertThat(fitted.relief().scale()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void theWrongWayRoundShowsInTheAgreement() throws IOException {
    float[] inverse = told(DepthMeaning.INVERSE);
    assertThat(fit(DepthMeaning.RELATIVE, inverse, new float[0], PHI).relief().agreement())
        .isLessThan(-0.9);
  }

  @Test
  void whatIsNoReliefIsRefused() {
    float[] flat = new float[truth.length];
    assertThatThrownBy(() -> fit(DepthMeaning.INVERSE, flat, new float[0], PHI))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the same for the whole face");
    float[] holes = told(DepthMeaning.RELATIVE);
    holes[SIDE / 2 * SIDE + SIDE / 2] = Float.NaN;
    assertThatThrownBy(() -> fit(DepthMeaning.RELATIVE, holes, new float[0], PHI))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a number");
  }
}
