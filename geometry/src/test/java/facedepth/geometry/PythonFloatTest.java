package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonFloatTest {

  /** Right column: what Python 3 prints. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "-1, -1.0",
    "0.1, 0.1",
    "100, 100.0",
    "123456.789, 123456.789",
    "0.0001, 0.0001",
    "0.001, 0.001",
    "0.00001, 1e-05",
    "-1.5259021893143654e-05, -1.5259021893143654e-05",
    "1e15, 1000000000000000.0",
    "1e16, 1e+16",
    "1.5e300, 1.5e+300",
    "9007199254740993, 9007199254740992.0",
    "123456789012345680, 1.2345678901234568e+17",
    "2e-3, 0.002",
    "2.0E23, 2e+23",
    "1.0E23, 1e+23",
    "9.5367431640625E-7, 9.5367431640625e-07",
    "5.684341886080801486968994140625E-14, 5.684341886080802e-14",
    "2.2250738585072014E-308, 2.2250738585072014e-308",
    "4.9E-324, 5e-324",
    "1.7976931348623157E308, 1.7976931348623157e+308",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf",
  })
  void printsWhatPythonPrints(double value, String expected) {
    assertThat(PythonFloat.repr(value)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void isTheShortestThatReadsBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double value =
          switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextFloat() * 2 - 1;
            case 2 -> random.nextInt(100_000) / Math.pow(10, random.nextInt(9));
            default -> Math.scalb(1.0, random.nextInt(2098) - 1074);
          };
      if (!Double.isFinite(value) || value == 0) {
        continue;
      }
      String text = PythonFloat.repr(value);
      assertThat(Double.parseDouble(text)).isEqualTo(value);
      int digits = new BigDecimal(text).stripTrailingZeros().precision();
      if (digits > 1) {
        BigDecimal exact = new BigDecimal(value);
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
          BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
          assertThat(shorter.doubleValue()).as(text).isNotEqualTo(value);
        }
      }
    }
  }
}
