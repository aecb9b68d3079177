package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockCompressionTest {
  private static final int SIZE = 32;

  @Test
  void lowerQualityLosesMore() {
    double last = 0;
    for (int quality : new int[] {100, 80, 50, 20}) {
      float[] picture = smoothPicture();
      compress(picture, quality);
      double error = difference(picture, smoothPicture());
      assertThat(error).as("quality %d", quality).isGreaterThan(last).isLessThan(0.2);
      last = error;
    }
  }

  @Test
  void theBestQualityKeepsGreyWithinAGreyLevel() {
    float[] picture = smoothPicture();
    int area = SIZE * SIZE;
    System.arraycopy(picture, 0, picture, area, area);
    System.arraycopy(picture, 0, picture, 2 * area, area);
    float[] before = picture.clone();
    compress(picture, 100);
    assertThat(difference(picture, before)).isLessThan(1.0 / 255);
  }

  private static void compress(float[] picture, int quality) {
    int area = SIZE * SIZE;
    float[][] planes = new float[3][];
    for (int c = 0; c < 3; c++) {
      planes[c] = Arrays.copyOfRange(picture, c * area, (c + 1) * area);
    }
    new BlockCompression(SIZE).apply(planes, quality);
    for (int c = 0; c < 3; c++) {
      System.arraycopy(planes[c], 0, picture, c * area, area);
    }
  }

  private static float[] smoothPicture() {
    Random random = new Random(3);
    float[] picture = new float[3 * SIZE * SIZE];
    for (int i = 0; i < picture.length; i++) {
      int x = i % SIZE;
      int y = i / SIZE % SIZE;
      picture[i] = (float) (0.5 + 0.3 * Math.sin(x * 0.3 + i / (SIZE * SIZE)) * Math.cos(y * 0.2));
      picture[i] += 0.03f * random.nextFloat();
    }
    return picture;
  }

  private static double difference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }
}
