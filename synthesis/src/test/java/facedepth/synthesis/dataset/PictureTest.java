package facedepth.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({"8,4", "9,4", "10,7", "5,5", "6,1"})
  void shrinkingKeepsTheMean(int size, int smaller) {
    Random random = new Random(size);
    float[] rgb = new float[3 * size * size];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = random.nextInt(256);
    }
    Picture small = new Picture(size, rgb).shrunk(smaller);
    for (int plane = 0; plane < 3; plane++) {
      assertThat(mean(small.rgb(), plane)).isCloseTo(mean(rgb, plane), within(0.01));
    }
  }

  @Test
  void aPixelIsTheMeanOfTheAreaItCovers() {
    float[] rgb = new float[3 * 9];
    rgb[0] = 90; // the top left pixel, whole within the new one, of which it is 4/9
    rgb[1] = 90; // half within
    assertThat(new Picture(3, rgb).shrunk(2).rgb()[0]).isCloseTo(60, within(1e-3f));
    assertThatThrownBy(() -> new Picture(3, rgb).shrunk(4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double mean(float[] planar, int plane) {
    int area = planar.length / 3;
    double sum = 0;
    for (int i = 0; i < area; i++) {
      sum += planar[plane * area + i];
    }
    return sum / area;
  }
}
