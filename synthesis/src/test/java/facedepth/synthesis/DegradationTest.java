package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DegradationTest {
  private static final int SIZE = 64;

  @ParameterizedTest
  @EnumSource
  void noStrengthLeavesAPictureAsItIs(PictureFault fault) {
    float[] picture = new float[3 * SIZE * SIZE];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = i % 256;
    }
    assertThat(fault.apply(picture, SIZE, 0)).isEqualTo(picture);
  }

  @ParameterizedTest
  @EnumSource
  void moreStrengthChangesMore(PictureFault fault) {
    float[] picture = picture(3);
    double weak = difference(fault.apply(picture, SIZE, 0.2f * fault.most()), picture);
    double strong = difference(fault.apply(picture, SIZE, 0.9f * fault.most()), picture);
    assertThat(weak).isGreaterThan(0.5);
    assertThat(strong).isGreaterThan(1.05 * weak);
  }

  @ParameterizedTest(name = "deviation {0}, middle grey")
  @ValueSource(floats = {3, 8, 15})
  void noiseHasTheStatedDeviation(float deviation) {
    float[] grey = new float[3 * SIZE * SIZE];
    Arrays.fill(grey, 123); // 0.2 of linear light
    float[] noisy = PictureFault.NOISE.apply(grey, SIZE, deviation);
    double squares = 0;
    for (float value : noisy) {
      squares += (value - 123) * (value - 123);
    }
    assertThat(Math.sqrt(squares / noisy.length)).isCloseTo(deviation, within(0.12 * deviation));
  }

  @Test
  void aStopHalvesTheLight() {
    float[] grey = new float[3 * SIZE * SIZE];
    Arrays.fill(grey, 200);
    float expected = (float) (200 * Math.pow(0.5, 1 / 2.2));
    assertThat(PictureFault.DARKNESS.apply(grey, SIZE, 1)[7]).isCloseTo(expected, within(1f));
  }

  @Test
  void refusesStrengthsBeyondTheMost() {
    assertThatThrownBy(() -> PictureFault.JPEG.apply(new float[12], 2, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100");
    assertThatThrownBy(() -> PictureFault.BLUR.apply(new float[12], 2, Float.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "deviation {0}")
  @ValueSource(floats = {0.5f, 1, 2.5f, 6})
  void aBellCurveKeepsTheLightAndHasItsDeviation(float deviation) {
    float[] spot = spot();
    new Blur().gaussian(spot, SIZE, deviation);
    assertThat(sum(spot)).isCloseTo(1, within(1e-4));
    assertThat(Math.sqrt(variance(spot))).isCloseTo(deviation, within(0.08 * deviation + 0.02));
  }

  @ParameterizedTest(name = "radius {0}")
  @ValueSource(floats = {1.5f, 3, 6.4f})
  void aDiscKeepsTheLightAndIsRound(float radius) {
    float[] spot = spot();
    new Blur().disc(spot, SIZE, radius);
    assertThat(sum(spot)).isCloseTo(1, within(1e-4));
    int middle = SIZE / 2 * SIZE + SIZE / 2;
    int reach = (int) radius - 1;
    assertThat(spot[middle + reach]).isCloseTo(spot[middle], within(1e-5f));
    assertThat(spot[middle + reach * SIZE]).isCloseTo(spot[middle], within(1e-5f));
    assertThat(spot[middle + Math.round(radius) + 2]).isZero();
    assertThat(spot[middle + (Math.round(radius) + 2) * SIZE]).isZero();
  }

  @ParameterizedTest(name = "length {0} angle {1}")
  @CsvSource({"5,0", "9,1.57", "7,0.8"})
  void motionKeepsTheLight(float length, float angle) {
    float[] spot = spot();
    new Blur().motion(spot, SIZE, length, angle);
    assertThat(sum(spot)).isCloseTo(1, within(1e-4));
  }

  @ParameterizedTest
  @EnumSource
  void resizingKeepsFlatPicturesFlatAndMeansNearlySo(Resampling way) {
    float[] flat = new float[SIZE * SIZE];
    Arrays.fill(flat, 0.3f);
    float[] to = new float[SIZE * SIZE];
    way.resize(flat, SIZE, to, 0, 23);
    for (int i = 0; i < 23 * 23; i++) {
      assertThat(to[i]).isCloseTo(0.3f, within(1e-5f));
    }
    float[] same = Arrays.copyOf(picture(5), SIZE * SIZE);
    way.resize(same, SIZE, to, 0, SIZE);
    for (int i = 0; i < same.length; i++) {
      assertThat(to[i]).isCloseTo(same[i], within(1e-3f));
    }
  }

  @Test
  void aThirdOfPicturesIsNearlyCleanAndAThirdPoor() {
    Degradation degradation = new Degradation(SIZE);
    double[] changes = new double[300];
    for (int i = 0; i < changes.length; i++) {
      float[] good = linear(picture(i));
      float[] poor = good.clone();
      degradation.apply(good, CameraFaults.goodCamera());
      degradation.apply(poor, CameraFaults.draw(new Dice(1, i)));
      changes[i] = difference(good, poor);
    }
    Arrays.sort(changes);
    assertThat(changes[75]).as("grey levels in the cleaner half of the clean third").isLessThan(7);
    assertThat(changes[250]).as("in the middle of the poor third").isBetween(11.0, 30.0);
  }

  private static float[] linear(float[] displayed) {
    float[] linear = new float[displayed.length];
    for (int i = 0; i < linear.length; i++) {
      linear[i] = (float) Math.pow(displayed[i] / 255, 2.2);
    }
    return linear;
  }

  /** Smooth shapes with some texture. */
  private static float[] picture(long seed) {
    Random random = new Random(seed);
    float[] picture = new float[3 * SIZE * SIZE];
    double across = 0.1 + 0.3 * random.nextDouble();
    double down = 0.1 + 0.3 * random.nextDouble();
    for (int i = 0; i < picture.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE % SIZE;
      double value =
          120 + 70 * Math.sin(x * across) * Math.cos(y * down) + 6 * random.nextGaussian();
      picture[i] = Math.max(0, Math.min(255, Math.round(value)));
    }
    return picture;
  }

  private static float[] spot() {
    float[] spot = new float[SIZE * SIZE];
    spot[SIZE / 2 * SIZE + SIZE / 2] = 1;
    return spot;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static double variance(float[] spot) {
    double sum = 0;
    for (int i = 0; i < spot.length; i++) {
      double dx = i % SIZE - SIZE / 2;
      sum += spot[i] * dx * dx;
    }
    return sum;
  }

  private static double difference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }
}
