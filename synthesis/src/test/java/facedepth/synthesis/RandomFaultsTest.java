package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomFaultsTest {
  private static final int SIZE = 32;

  private final float[] picture = picture();

  private static float[] picture() {
    float[] rgb = new float[3 * SIZE * SIZE];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = 40 + 3 * (i % SIZE) + 2 * (i / SIZE % SIZE);
    }
    return rgb;
  }

  @Test
  void areAFunctionOfSeedAndNumber() {
    RandomFaults faults = new RandomFaults();
    float[] before = picture.clone();
    float[] once = faults.apply(picture, SIZE, 7, 3);
    faults.apply(new float[3 * 64 * 64], 64, 1, 1);
    assertThat(faults.apply(picture, SIZE, 7, 3)).isEqualTo(once);
    assertThat(picture).isEqualTo(before);
    Set<Integer> different = new HashSet<>();
    for (long number = 0; number < 20; number++) {
      different.add(Arrays.hashCode(faults.apply(picture, SIZE, 7, number)));
      different.add(Arrays.hashCode(faults.apply(picture, SIZE, 8, number)));
    }
    assertThat(different).hasSizeGreaterThan(38);
  }

  @Test
  void rangeFromFewToMany() {
    RandomFaults faults = new RandomFaults();
    double[] differences = new double[60];
    for (int number = 0; number < differences.length; number++) {
      float[] spoiled = faults.apply(picture, SIZE, 7, number);
      int wrong = 0;
      for (int i = 0; i < spoiled.length; i++) {
        boolean displayed = spoiled[i] >= 0 && spoiled[i] <= 255;
        wrong += displayed && spoiled[i] == Math.round(spoiled[i]) ? 0 : 1;
        differences[number] += Math.abs(spoiled[i] - picture[i]) / spoiled.length;
      }
      assertThat(wrong).isZero();
    }
    Arrays.sort(differences);
    assertThat(differences[10]).isPositive().isLessThan(0.6 * differences[50]);
  }

  @Test
  void wantAnEvenSquare() {
    assertThatThrownBy(() -> new RandomFaults().apply(new float[27], 3, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("27 values");
  }
}
