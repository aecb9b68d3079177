package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepthMapMedianTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void isTheMiddleOfTheSortedFace(long seed) {
    Random random = new Random(seed);
    int width = 1 + random.nextInt(40);
    int height = 1 + random.nextInt(40);
    // Few distinct values, so that many are equal, with holes between.
    int distinct = 1 + random.nextInt(30);
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(5) == 0 ? Float.NaN : random.nextInt(distinct) - 10f;
    }
    values[0] = 1;
    DepthMap map = new DepthMap(width, height, values.clone());
    float[] sorted = map.finiteValues();
    Arrays.sort(sorted);
    assertThat(map.median()).isEqualTo(sorted[(sorted.length - 1) / 2]);
    assertThat(map.values()).as("not mixed up").isEqualTo(values);
  }

  @Test
  void aMapWithoutAFaceHasNone() {
    assertThat(new DepthMap(2, 1, new float[] {Float.NaN, Float.NaN}).median()).isNaN();
  }
}
