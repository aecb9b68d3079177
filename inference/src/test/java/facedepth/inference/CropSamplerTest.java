package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.AffineMap;
import facedepth.geometry.FaceCrop;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CropSamplerTest {
  private static final int SIDE = 200;

  /** Red is x, green is y, both exactly representable. */
  private static Photo coordinates() {
    byte[] bgr = new byte[3 * SIDE * SIDE];
    for (int y = 0, i = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++, i += 3) {
        bgr[i + 1] = (byte) y;
        bgr[i + 2] = (byte) x;
      }
    }
    return new Photo("coordinates", SIDE, SIDE, bgr, OptionalDouble.empty());
  }

  @ParameterizedTest(name = "size {0}, roll {1}, to {2} pixels")
  @CsvSource({"64, 0, 64", "80, 30, 64", "100, -75, 32", "40, 10, 96", "110, 180, 16"})
  void aLinearPatternIsSampledExactly(double size, double roll, int resolution) {
    FaceCrop crop = new FaceCrop(97.3, 102.6, size, roll);
    float[] planes = new CropSampler(coordinates(), crop, resolution).planes();
    AffineMap toPhoto = crop.toPhoto(resolution);
    int area = resolution * resolution;
    for (int y = 0; y < resolution; y++) {
      for (int x = 0; x < resolution; x++) {
        int i = y * resolution + x;
        assertThat(planes[i]).isCloseTo((float) toPhoto.applyX(x, y), within(0.01f));
        assertThat(planes[area + i]).isCloseTo((float) toPhoto.applyY(x, y), within(0.01f));
        assertThat(planes[2 * area + i]).isZero();
      }
    }
  }

  @Test
  void theEdgeIsRepeatedOutside() {
    FaceCrop crop = new FaceCrop(0, 100, 100, 0);
    float[] planes = new CropSampler(coordinates(), crop, 100).planes();
    for (int x = 0; x < 50; x++) {
      assertThat(planes[30 * 100 + x]).isZero();
    }
    assertThat(planes[30 * 100 + 90]).isCloseTo(40.5f, within(0.01f));
  }

  @Test
  void aFinePatternShrinksToItsMean() {
    byte[] bgr = new byte[3 * SIDE * SIDE];
    for (int y = 0, i = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++, i += 3) {
        bgr[i + 2] = (byte) ((x + y) % 2 == 0 ? 200 : 0);
      }
    }
    Photo checks = new Photo("checks", SIDE, SIDE, bgr, OptionalDouble.empty());
    float[] planes = new CropSampler(checks, new FaceCrop(99.5, 99.5, 160, 0), 20).planes();
    for (int i = 0; i < 400; i++) {
      assertThat(planes[i]).isCloseTo(100, within(1f));
    }
  }
}
