package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.DepthMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridResizeTest {

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({"64, 32", "50, 32", "32, 64", "33, 48"})
  void aPlaneStaysAPlaneUpToTheEdgeOfTheFace(int from, int to) {
    float[] plane = new float[from * from];
    for (int i = 0; i < plane.length; i++) {
      double u = (i % from + 0.5) / from;
      plane[i] = u < 0.5 ? (float) u : Float.NaN; // face on the left, background on the right
    }
    DepthMap resized = new GridResize(from, to).depth(new DepthMap(from, from, plane));
    double pixel = 1.0 / Math.min(from, to);
    // Parts of pixels count as flat: a fifth of a pixel's slope at most.
    double exact = to > from || from % to == 0 ? 1e-5 : 0.2 / from;
    for (int x = 0; x < to; x++) {
      double u = (x + 0.5) / to;
      if (u < 0.5 - pixel && u > pixel / 2) {
        assertThat((double) resized.at(x, 3)).isCloseTo(u, within(exact));
      } else if (u > 0.5 + pixel) {
        assertThat(resized.at(x, 3)).isNaN();
      } else if (resized.isFace(x, 3)) {
        assertThat((double) resized.at(x, 3)).as("no mixture with background").isLessThan(0.5);
      }
    }
  }

  @Test
  void halfAPixelOfFaceIsFaceAndLessIsNot() {
    float nan = Float.NaN;
    DepthMap four =
        new DepthMap(4, 4, new float[] {1, 3, 1, nan, nan, nan, nan, nan, 2, 2, 0, 0, 2, 2, 0, 0});
    DepthMap two = new GridResize(4, 2).depth(four);
    assertThat(two.values()).containsExactly(2, nan, 2, 0);
  }

  @Test
  void picturesAreMeansOverAreas() {
    float[] rgb = new float[3 * 9];
    rgb[0] = 90;
    rgb[9 + 8] = 60;
    assertThat(new GridResize(3, 1).picture(rgb)).containsExactly(10, 7, 0);
  }
}
