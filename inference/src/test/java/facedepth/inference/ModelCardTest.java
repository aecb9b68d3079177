package facedepth.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import facedepth.geometry.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardTest {
  @TempDir Path folder;

  /** A network that answers the first value it is given shows what that is. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'size': 64}                                              | 100 / 255",
        "{'size': 64, 'white': 255}                                | 100",
        "{'size': 64, 'channels': 'BGR'}                           | 30 / 255",
        "{'size': 64, 'channels': 'BGR', 'white': 255}             | 30",
        "{'size': 64, 'mean': [0.2, 9, 9], 'std': [0.5, 1, 1]}     | (100 / 255 - 0.2) / 0.5",
        "{'size': 64, 'channels': 'BGR', 'mean': [9, 9, 0.1], 'std': [1, 1, 0.25]}"
            + " | (30 / 255 - 0.1) / 0.25",
        "{'size': 64, 'mean': 0.5, 'std': 0.5}                     | (100 / 255 - 0.5) / 0.5",
      })
  void picturesAreGivenAsTheCardSays(String input, String expected) throws IOException {
    for (boolean last : new boolean[] {false, true}) {
      TinyModel network = TinyModel.red();
      String card = input;
      if (last) {
        network.channelsLast();
        card = input.replace("}", ", 'layout': 'NHWC'}");
      }
      try (DepthModel model = model(network, card, "{'meaning': 'inverse'}")) {
        DepthPrediction answer = WholePicture.predict(model, plain(64, 32));
        assertThat(answer.depth()[70]).isCloseTo((float) value(expected), within(1e-5f));
        assertThat(model.kind()).isEqualTo(ModelKind.RAW);
        assertThat(model.meaning()).isEqualTo(DepthMeaning.INVERSE);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}x{2} becomes {3}x{4}")
  @CsvSource({
    "minimal, 100, 70, 84, 56",
    "lower-bound, 100, 70, 84, 56",
    "upper-bound, 100, 70, 56, 42",
    "stretch, 100, 70, 56, 56",
    "pad, 100, 70, 56, 39",
    "pad, 70, 100, 39, 56"
  })
  void picturesAreResizedByTheCardsRule(
      String rule, int width, int height, int newWidth, int newHeight) throws IOException {
    String input = "{'size': 56, 'multiple': 14, 'resize': '" + rule + "'}";
    try (DepthModel model = model(TinyModel.red(), input, "{'meaning': 'inverse'}")) {
      DepthPrediction answer = WholePicture.predict(model, plain(width, height));
      assertThat(answer.width()).isEqualTo(newWidth);
      assertThat(answer.height()).isEqualTo(newHeight);
      assertThat(answer.depth()).hasSize(newWidth * newHeight);
    }
  }

  @Test
  void multiplesOf32AreFedAsTheyAreOnlyIfTheyAreTheNetworksMultiplesToo() throws IOException {
    try (DepthModel any =
            model(TinyModel.red(), "{'size': 64, 'multiple': 16}", "{'meaning': 'inverse'}");
        DepthModel fourteen =
            model(TinyModel.red(), "{'size': 56, 'multiple': 14}", "{'meaning': 'inverse'}")) {
      assertThat(WholePicture.predict(any, plain(96, 160)).height()).isEqualTo(160);
      assertThat(WholePicture.predict(fourteen, plain(96, 160)).height() % 14).isZero();
      DepthPrediction told = WholePicture.predict(any, plain(96, 160), ResizeRule.UPPER_BOUND, 64);
      assertThat(told.width()).isEqualTo(32);
      assertThat(told.height()).isEqualTo(64);
      assertThatThrownBy(() -> WholePicture.predict(any, plain(96, 160), null, 40))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("multiples of 16")
          .hasMessageContaining("40");
    }
  }

  @Test
  void aNetworkOfOneSizeGetsThatSize() throws IOException {
    try (DepthModel model =
        model(TinyModel.red().size(48, 40), "{'resize': 'pad'}", "{'meaning': 'inverse'}")) {
      DepthPrediction answer = WholePicture.predict(model, plain(100, 50));
      assertThat(answer.width()).isEqualTo(48);
      assertThat(answer.height()).isEqualTo(20);
      assertThatThrownBy(() -> WholePicture.predict(model, plain(10, 10), null, 64))
          .hasMessageContaining("takes 48x40 and no other size");
    }
  }

  /** MoGe's: a number beside the picture, a map of points, a mask of probabilities. */
  @Test
  void pointsANumberAndAMask() throws IOException {
    TinyModel network =
        TinyModel.red()
            .points("points", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)
            .output("mask", 0, 0, 0, -17.25f)
            .number("num_tokens");
    try (DepthModel model =
        model(
            network,
            "{'size': 32, 'white': 255, 'constants': {'num_tokens': 18}}",
            "{'depth': 'points', 'meaning': 'points', 'mask': 'mask'}")) {
      DepthPrediction answer = WholePicture.predict(model, plain(32, 32));
      assertThat(answer.depth()[5]).isEqualTo(30 + 18f);
      assertThat(answer.across()[5]).isEqualTo(100 + 18f);
      assertThat(answer.across()[32 * 32 + 5]).isEqualTo(60 + 18f);
      assertThat(answer.maskLogits()[5]).isCloseTo((float) Math.log(3), within(1e-4f));
    }
  }

  @Test
  void severalOutputsAreToldApartByName() throws IOException {
    TinyModel network = TinyModel.red().output("second", 0, 1, 0, 0).output("third", 0, 0, 1, 0);
    try (DepthModel model =
        model(network, "{'size': 32, 'white': 255}", "{'depth': 'third', 'meaning': 'metric'}")) {
      assertThat(WholePicture.predict(model, plain(32, 32)).depth()[0]).isEqualTo(30);
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'input': {'size': 64}, 'output': {}} | output.meaning is missing; it is one of inverse,",
        "{'output': {'meaning': 'closeness'}} | output.meaning is 'closeness', which is none of",
        "{'output': {'meaning': 'crop-widths'}} | output.meaning is 'crop-widths', which is none",
        "{'output': {'meaning': 'inverse'}} | input.size is missing, and",
        "{'inptu': {}, 'output': {'meaning': 'inverse'}} | inptu is no key of a model card",
        "{'input': {'sizes': 3}, 'output': {'meaning': 'inverse'}} | input.sizes is no key of",
        "{'input': {'size': 64, 'channels': 'RBG'}, 'output': {'meaning': 'inverse'}}"
            + " | input.channels is 'RBG', neither RGB nor BGR",
        "{'input': {'size': 64, 'mean': [0, 1]}, 'output': {'meaning': 'inverse'}}"
            + " | input.mean is [0.0, 1.0], not three numbers",
        "{'input': {'size': 64, 'std': [1, 0, 1]}, 'output': {'meaning': 'inverse'}}"
            + " | input.std is [1.0, 0.0, 1.0]; each must be positive",
        "{'input': {'size': 60}, 'output': {'meaning': 'inverse'}} | no multiples of input.multiple",
        "{'input': {'size': 2.5}, 'output': {'meaning': 'inverse'}} | input.size is 2.5, no whole",
        "{'input': {'size': 64, 'white': 100}, 'output': {'meaning': 'inverse'}} | neither 1 nor 255",
        "{'input': {'size': 64, 'resize': 'crop'}, 'output': {'meaning': 'inverse'}}"
            + " | input.resize is 'crop', which is none of minimal, lower-bound",
        "{'input': {'size': 64, 'name': 'pixels'}, 'output': {'meaning': 'inverse'}}"
            + " | input.name 'pixels' is to be a float32 picture [N,3,H,W], but",
        "{'input': {'size': 64, 'layout': 'NHWC'}, 'output': {'meaning': 'inverse'}}"
            + " | is to be a float32 picture [N,H,W,3], but",
        "{'input': {'size': 64, 'constants': {'k': 1}}, 'output': {'meaning': 'inverse'}}"
            + " | input.constants has 'k', but",
        "{'input': {'size': 64}, 'output': {'meaning': 'inverse', 'depth': 'z'}}"
            + " | output.depth is 'z', but",
        "{'input': {'size': 64}, 'output': {'meaning': 'inverse', 'mask': 'm'}}"
            + " | output.mask is 'm', but",
        "{'output': | is no JSON",
        "[1, 2] | holds no JSON object",
        "{'output': 3} | output is 3.0, not an object in braces",
        "{'title': 3, 'output': {'meaning': 'inverse'}} | title is 3.0, not a text",
      })
  void whatIsWrongWithACardIsSaidWithItsPlace(String card, String expected) throws IOException {
    Path file = folder.resolve("net.onnx");
    Files.write(file, TinyModel.red().bytes());
    Files.writeString(folder.resolve("net.json"), card.replace('\'', '"'));
    assertThatThrownBy(() -> DepthModel.open(file, 1))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("net.json")
        .hasMessageContaining(expected);
  }

  @Test
  void whatTheNetworkAlsoWantsIsAskedFor() throws IOException {
    assertThatThrownBy(
            () ->
                model(
                    TinyModel.red().number("num_tokens"), "{'size': 32}", "{'meaning': 'inverse'}"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("also takes num_tokens int64 []")
        .hasMessageContaining("input.constants");
  }

  @Test
  void aSizeThatTheNetworkDoesNotTakeIsRefused() {
    assertThatThrownBy(
            () -> model(TinyModel.red().size(64, 48), "{'size': 64}", "{'meaning': 'inverse'}"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("input.size is 64x64, but")
        .hasMessageContaining("64x48");
  }

  private DepthModel model(TinyModel network, String input, String output) throws IOException {
    Path file = Files.createTempFile(folder, "net", ".onnx");
    Files.write(file, network.bytes());
    String name = file.getFileName().toString().replace(".onnx", ".json");
    Files.writeString(
        folder.resolve(name),
        ("{'title': 'a test', 'input': " + input + ", 'output': " + output + "}")
            .replace('\'', '"'));
    return DepthModel.open(file, 1);
  }

  /** A number, or a quotient like {@code (100 / 255 - 0.2) / 0.5}. */
  private static double value(String text) {
    String[] words = text.replace("(", "").replace(")", "").split(" ", -1);
    double value = Double.parseDouble(words[0]);
    for (int i = 1; i < words.length; i += 2) {
      double next = Double.parseDouble(words[i + 1]);
      value = words[i].equals("/") ? value / next : value - next;
    }
    return value;
  }

  /** Red 100, green 60, blue 30. */
  private static Photo plain(int width, int height) {
    byte[] bgr = new byte[3 * width * height];
    for (int i = 0; i < bgr.length; i += 3) {
      bgr[i] = 30;
      bgr[i + 1] = 60;
      bgr[i + 2] = 100;
    }
    return new Photo("plain", width, height, bgr, OptionalDouble.empty());
  }
}
