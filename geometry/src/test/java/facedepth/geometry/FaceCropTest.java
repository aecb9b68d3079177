package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceCropTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 0, 2",
    "127.5, 63.25, 128, 0, 128",
    "812.3, 1540.9, 733.1, -31, 192",
    "-40, 17, 95.5, 179, 5",
    "2000, 3000, 4000, 90, 512"
  })
  void isReadOffItsMap(double x, double y, double size, double roll, int resolution) {
    FaceCrop read = FaceCrop.of(new FaceCrop(x, y, size, roll).toPhoto(resolution), resolution);
    assertThat(read.centerX()).isCloseTo(x, within(1e-6));
    assertThat(read.centerY()).isCloseTo(y, within(1e-6));
    assertThat(read.size()).isCloseTo(size, within(1e-6));
    assertThat(read.rollDegrees()).isCloseTo(roll, within(1e-6));
  }
}
