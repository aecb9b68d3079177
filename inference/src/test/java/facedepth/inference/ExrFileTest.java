package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.DepthFile;
import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExrFileTest {
  private static final int WIDTH = 12;
  private static final int HEIGHT = 9;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDistanceGrowsAwayFromTheCameraAndItsBackgroundIsNoFace(boolean zipped) throws IOException {
    float[] z = ramp(2, 3);
    z[0] = 1e10f;
    z[1] = Float.POSITIVE_INFINITY;

    DepthFile read = ExrFile.read(file(new String[] {"Z"}, zipped, z), 0.4);

    assertThat(read.kind()).isEqualTo(DepthFile.Kind.RELATIVE);
    assertThat(read.map().width()).isEqualTo(WIDTH);
    assertThat(read.map().height()).isEqualTo(HEIGHT);
    assertThat(read.map().isFace(0, 0) || read.map().isFace(1, 0)).isFalse();
    float first = read.map().at(2, 0);
    float last = read.map().at(WIDTH - 1, HEIGHT - 1);
    assertThat(last - first).isCloseTo(0.4f, within(1e-5f));
    assertThat(read.map().median()).isZero();
  }

  @Test
  void withoutOneTheLargerIsTheNearer() throws IOException {
    for (String[] names :
        new String[][] {{"Y"}, {"depth"}, {"B", "G", "R"}, {"A", "ViewLayer.Depth.Z"}}) {
      float[][] planes = new float[names.length][WIDTH * HEIGHT];
      planes[names.length - 1] = ramp(0, 1);
      DepthFile read = ExrFile.read(file(names, true, planes), 0.3);
      float difference = read.map().at(WIDTH - 1, HEIGHT - 1) - read.map().at(0, 0);
      boolean distance = names[names.length - 1].endsWith(".Z");
      assertThat(difference).isCloseTo(distance ? 0.3f : -0.3f, within(1e-5f));
    }
  }

  @Test
  void whatHoldsNoDepthIsRefused() throws IOException {
    refused(file(new String[] {"A", "U"}, false, ramp(0, 1), ramp(0, 1)), "no channel Z, Y or R");
    float[] nothing = new float[WIDTH * HEIGHT];
    Arrays.fill(nothing, Float.NaN);
    refused(file(new String[] {"Y"}, false, nothing), "no pixel has a depth");
    String[] y = {"Y"};
    float[][] ramp = {ramp(0, 1)};
    refused(write(ExrBytes.of(WIDTH, HEIGHT, y, ramp, false, 2 | 0x1000, WIDTH)), "several parts");
    refused(write(ExrBytes.of(WIDTH, HEIGHT, y, ramp, false, 2 | 0x800, WIDTH)), "deep pixels");
    refused(write(ExrBytes.of(WIDTH, HEIGHT, y, ramp, false, 2, 100_000_000)), "do not hold");
    refused(write(ExrBytes.of(WIDTH, HEIGHT, y, ramp, false, 2, -5)), "exr: ");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void brokenFilesAreRefusedOrReadInPart(boolean zipped) throws IOException {
    byte[] whole =
        ExrBytes.of(WIDTH, HEIGHT, new String[] {"Z"}, new float[][] {ramp(2, 3)}, zipped);
    for (int length = 4; length < whole.length; length += 7) {
      Path cut = write(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ExrFile.read(cut, 0.4)).isInstanceOf(MalformedFileException.class);
    }
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      byte[] bytes = whole.clone();
      for (int k = 0; k < 3; k++) {
        bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
      }
      try {
        assertThat(ExrFile.read(write(bytes), 0.4).map().faceArea()).isPositive();
      } catch (MalformedFileException e) {
        assertThat(e).hasMessageContaining("a.exr");
      }
    }
  }

  private void refused(Path file, String reason) {
    assertThatThrownBy(() -> ExrFile.read(file, 0.4))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(reason);
  }

  private Path file(String[] channels, boolean zipped, float[]... planes) throws IOException {
    return write(ExrBytes.of(WIDTH, HEIGHT, channels, planes, zipped));
  }

  private Path write(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("a.exr"), bytes);
    assertThat(ExrFile.isExr(file)).isTrue();
    return file;
  }

  private static float[] ramp(float from, float to) {
    float[] values = new float[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) {
      values[i] = from + (to - from) * i / (values.length - 1);
    }
    return values;
  }
}
