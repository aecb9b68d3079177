package facedepth.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Float16Test {
  @Test
  void everyHalfComesBack() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      float value = Float16.halfToFloat((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(Float16.floatToHalf(value)).isEqualTo((short) bits);
      } else {
        assertThat(Float16.halfToFloat(Float16.floatToHalf(value))).isNaN();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 3c00",
    "65504, 7bff",
    "65519, 7bff", // nearer to 65504
    "65520, 7c00", // a tie goes to the even one, infinity
    "1.00048828125, 3c00", // ties to even, down
    "1.00146484375, 3c02", // ties to even, up
    "5.9604645e-8, 0001", // the smallest
    "2.9802322e-8, 0000", // half of it, ties to 0
    "-0.0, 8000",
    "6.103515625e-5, 0400", // the smallest normal
    "6.1005353e-5, 0400", // rounds up to it
  })
  void roundsToTheNearest(float value, String half) {
    assertThat(Float16.floatToHalf(value)).isEqualTo((short) Integer.parseInt(half, 16));
  }
}
