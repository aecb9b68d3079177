package facedepth.networks.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.Network;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.Safetensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "3, 1, 4, 5, true, 1",
    "3, 2, 6, 3, true, 1",
    "1, 1, 3, 2, false, 1",
    "3, 2, 4, 3, true, 2"
  })
  void takesTheChoicesFromTheShapes(
      int inChannels, int outChannels, int startFilters, int blocks, boolean attention, int patch)
      throws Exception {
    AttentionUNetConfig config =
        new AttentionUNetConfig(inChannels, outChannels, startFilters, blocks, attention, patch);
    Path checkpoint = folder.resolve("weights.safetensors");
    new Safetensors(InitialWeights.of(new AttentionUNet(config), 1), Map.of()).write(checkpoint);
    Path output = folder.resolve("network.onnx");
    Network network = Conversion.convert(checkpoint, "attention-unet", output, OnnxOptions.DEFAULT);
    assertThat(((AttentionUNet) network).config()).isEqualTo(config);
    try (OnnxRunner runner = new OnnxRunner(output, 1)) {
      assertThat(runner.run(new float[inChannels * 32 * 32], 1, inChannels, 32, 32).get("depth"))
          .hasSize(32 * 32);
      assertThat(runner.metadata())
          .containsEntry("facedepth.converted_from", "weights.safetensors");
    }
  }

  @Test
  void namesTheArchitecturesItKnows() {
    Path output = folder.resolve("network.onnx");
    assertThatThrownBy(
            () ->
                Conversion.convert(
                    folder.resolve("absent"), "dpt-huge", output, OnnxOptions.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dpt-huge")
        .hasMessageContaining("attention-unet");
  }

  @Test
  void namesTheFirstKeysOfAnotherArchitecture() throws Exception {
    Path checkpoint = folder.resolve("other.safetensors");
    StateTensor tensor = StateTensor.of(new float[2], 2);
    new Safetensors(new StateDict(Map.of("pretrained.model.cls_token", tensor)), Map.of())
        .write(checkpoint);
    Path output = folder.resolve("network.onnx");
    assertThatThrownBy(
            () -> Conversion.convert(checkpoint, "attention-unet", output, OnnxOptions.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("204 missing, the first: down_convs.0.conv1.weight")
        .hasMessageContaining("1 unexpected, the first: pretrained.model.cls_token");
    assertThat(Files.exists(output)).isFalse();
  }
}
