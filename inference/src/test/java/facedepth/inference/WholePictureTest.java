package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.NpyArray;
import facedepth.geometry.NpyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholePictureTest {

  @ParameterizedTest(name = "{0}x{1} becomes {2}x{3}")
  @CsvSource({
    "192, 160, 160, 128",
    "512, 512, 128, 128",
    "301, 217, 192, 128",
    "90, 140, 96, 128",
    "128, 128, 128, 128"
  })
  void sizesFollowTheRuleOfMidas(int width, int height, int newWidth, int newHeight) {
    assertThat(minimal(width, height)).isEqualTo(new NetworkSize(newWidth, newHeight));
  }

  /** Worked out by hand from MiDaS's Resize with 384x384 and multiples of 32. */
  @ParameterizedTest(name = "{0}x{1}: minimal {2}x{3}, lower bound {4}x{5}, upper bound {6}x{7}")
  @CsvSource({
    "640, 480, 512, 384, 512, 384, 384, 288",
    "480, 640, 384, 512, 384, 512, 288, 384",
    "1000, 333, 1152, 384, 1152, 384, 384, 128",
    "300, 200, 384, 256, 576, 384, 384, 256",
    "500, 499, 384, 384, 384, 384, 384, 384",
    "401, 385, 384, 384, 384, 384, 384, 384",
    "405, 385, 416, 384, 416, 384, 384, 352"
  })
  void theThreeModesOfMidas(int width, int height, int w1, int h1, int w2, int h2, int w3, int h3) {
    NetworkSize wanted = new NetworkSize(384, 384);
    assertThat(NetworkSize.of(ResizeRule.MINIMAL, width, height, wanted, 32))
        .isEqualTo(new NetworkSize(w1, h1));
    assertThat(NetworkSize.of(ResizeRule.LOWER_BOUND, width, height, wanted, 32))
        .isEqualTo(new NetworkSize(w2, h2));
    assertThat(NetworkSize.of(ResizeRule.UPPER_BOUND, width, height, wanted, 32))
        .isEqualTo(new NetworkSize(w3, h3));
  }

  @Test
  void picturesTooLongAndThinAreNamed() {
    assertThatThrownBy(() -> minimal(3000, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3000x20");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"128x128", "192x160", "301x217", "512x512", "90x140"})
  void inputsAreTheOriginsBitForBit(String size) throws IOException {
    Path folder = SharedFiles.require("reference/attention-unet-4/pipeline_" + size);
    Photo photo = Photo.read(folder.resolve("input.png"));
    NpyArray expected = NpyFile.read(folder.resolve("net_in.npy"));
    NetworkSize network = minimal(photo.width(), photo.height());
    float[] input = WholePicture.input(photo, network, InputFormat.CENTRED);
    int[] shape = expected.shape();
    assertThat(shape[shape.length - 2]).isEqualTo(network.height());
    assertThat(shape[shape.length - 1]).isEqualTo(network.width());
    assertThat(input).containsExactly(expected.floats());
  }

  @Test
  void picturesThatFitAreFedAsTheyAre() throws IOException {
    Photo photo = ramp(96, 64);
    try (DepthModel bytes =
            DepthModel.open("b", TinyModel.red().metadata("facedepth.input", "rgb255").bytes(), 1);
        DepthModel centred = DepthModel.open("c", TinyModel.red().bytes(), 1)) {
      DepthPrediction fromBytes = WholePicture.predict(bytes, photo);
      DepthPrediction fromCentred = WholePicture.predict(centred, photo);
      assertThat(fromBytes.width()).isEqualTo(96);
      assertThat(fromBytes.height()).isEqualTo(64);
      assertThat(fromBytes.depth()[5 * 96 + 70]).isCloseTo(140, within(1e-4f));
      assertThat(fromCentred.depth()[5 * 96 + 70]).isCloseTo(140 / 127.5f - 1, within(1e-5f));
      assertThat(fromBytes.maskLogits()).isEmpty();
    }
  }

  @Test
  void othersAreResizedToTheModelsOwnSize() throws IOException {
    Photo photo = ramp(100, 70);
    try (DepthModel any =
            DepthModel.open(
                "a", TinyModel.red().metadata("facedepth.resolution", "64").bytes(), 1);
        DepthModel fixed = DepthModel.open("f", TinyModel.red().size(48, 32).bytes(), 1)) {
      assertThat(WholePicture.predict(any, photo).width()).isEqualTo(96);
      assertThat(WholePicture.predict(any, photo).height()).isEqualTo(64);
      DepthPrediction stretched = WholePicture.predict(fixed, photo);
      assertThat(stretched.width()).isEqualTo(48);
      assertThat(stretched.height()).isEqualTo(32);
      float[] back = WholePicture.resizedDepth(stretched, 100, 70);
      assertThat(back).hasSize(7000);
      assertThat(back[35 * 100 + 50]).isCloseTo(100 / 127.5f - 1, within(0.02f));
    }
  }

  private static NetworkSize minimal(int width, int height) {
    return NetworkSize.of(ResizeRule.MINIMAL, width, height, new NetworkSize(128, 128), 32);
  }

  private static Photo ramp(int width, int height) {
    byte[] bgr = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      bgr[3 * i + 2] = (byte) (2 * (i % width));
    }
    return new Photo("ramp", width, height, bgr, OptionalDouble.empty());
  }
}
