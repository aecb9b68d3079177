package facedepth.networks.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.Dpt;
import facedepth.networks.DptConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.Network;
import facedepth.networks.SmallDpts;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.Checkpoint;
import facedepth.networks.checkpoint.Safetensors;
import facedepth.networks.checkpoint.TorchSave;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "3, 1, 4, 5, true, 1, 0, 0, 0, 0",
    "3, 2, 6, 3, true, 1, 0, 0, 0, 0",
    "1, 1, 3, 2, false, 1, 0, 0, 0, 0",
    "3, 2, 4, 3, true, 2, 0, 0, 0, 0",
    "3, 2, 4, 3, true, 2, 5, 0, 0, 1",
    "3, 2, 4, 3, true, 2, 5, 7, 4, 2"
  })
  void takesTheChoicesFromTheShapes(
      int inChannels,
      int outChannels,
      int startFilters,
      int blocks,
      boolean attention,
      int patch,
      int detail,
      int plane,
      int corners,
      int deep)
      throws Exception {
    AttentionUNetConfig config =
        new AttentionUNetConfig(
            inChannels,
            outChannels,
            startFilters,
            blocks,
            attention,
            patch,
            detail,
            plane,
            corners,
            deep,
            deep == 0 ? List.of() : List.of(0, 1));
    Path checkpoint = folder.resolve("weights.safetensors");
    new Safetensors(InitialWeights.of(new AttentionUNet(config), 1), Map.of()).write(checkpoint);
    Path output = folder.resolve("network.onnx");
    Network network = Conversion.convert(checkpoint, "attention-unet", output, OnnxOptions.DEFAULT);
    assertThat(((AttentionUNet) network).config()).isEqualTo(config);
    try (OnnxRunner runner = new OnnxRunner(output, 1)) {
      assertThat(runner.run(new float[inChannels * 32 * 32], 1, inChannels, 32, 32).get("depth"))
          .hasSize(32 * 32);
      assertThat(runner.metadata())
          .containsEntry("facedepth.converted_from", "weights.safetensors")
          .containsEntry("facedepth.resolution", "128")
          .containsEntry("facedepth.kind", outChannels == 1 ? "raw" : "face");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tiny.pt, 1, , 128, nearness",
    "tiny.pt, 1, true, 128, inverse",
    "tiny.pt, 2, , 128, face",
  })
  void convertsDpts(String name, int channels, Boolean nonNegative, String side, String depth)
      throws Exception {
    Dpt tiny = new Dpt(DptConfig.TINY.withOutChannels(channels));
    Path checkpoint = folder.resolve(name);
    TorchSave.write(InitialWeights.of(tiny, 1), checkpoint);
    Path output = folder.resolve("network.onnx");
    Network network =
        Conversion.convert(
            checkpoint,
            "dpt-tiny",
            Optional.ofNullable(nonNegative),
            output,
            OnnxOptions.HALF_WEIGHTS);
    assertThat(network.outChannels()).isEqualTo(channels);
    try (OnnxRunner runner = new OnnxRunner(output, 1)) {
      assertThat(runner.run(new float[3 * 32 * 32], 1, 3, 32, 32)).hasSize(channels);
      assertThat(runner.metadata())
          .containsEntry("facedepth.architecture", "dpt-tiny")
          .containsEntry("facedepth.resolution", side)
          .containsEntry(channels == 1 ? "facedepth.depth" : "facedepth.kind", depth);
    }
  }

  /** As when the weights are of a larger member of the family. */
  @Test
  void namesTheFirstKeyOfAnotherShape() throws Exception {
    Path checkpoint = folder.resolve("wider.safetensors");
    StateDict weights = InitialWeights.of(new Dpt(DptConfig.TINY), 1);
    Map<String, StateTensor> entries = new LinkedHashMap<>(weights.entries());
    entries.put("pretrained.model.cls_token", StateTensor.of(new float[384], 1, 1, 384));
    entries.remove("scratch.output_conv.4.bias");
    entries.put("extra", StateTensor.of(new float[1], 1));
    new Safetensors(new StateDict(entries), Map.of()).write(checkpoint);
    Path output = folder.resolve("network.onnx");
    assertThatThrownBy(
            () -> Conversion.convert(checkpoint, "dpt-tiny", output, OnnxOptions.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 missing, the first: scratch.output_conv.4.bias")
        .hasMessageContaining("1 unexpected, the first: extra")
        .hasMessageContaining("1 of another shape, the first: pretrained.model.cls_token is")
        .hasMessageContaining("[1, 1, 384], not [1, 1, 192]");
    assertThat(Files.exists(output)).isFalse();
  }

  /** No such file is read: a network's build tells the choice. */
  @ParameterizedTest
  @CsvSource({
    "dpt_large-midas-2f21e586.pt, , true",
    "dpt_large-midas-2f21e586.pt, false, false",
    "Midas_DPT_b1_e10_weights.pt, , false",
    "Midas_DPT_b1_e10_weights.pt, true, true",
  })
  void theOriginsFilesAreSignedUnlessToldOtherwise(
      String name, Boolean nonNegative, boolean expected) {
    DptConfig config =
        Conversion.choices(DptConfig.LARGE, Path.of(name), Optional.ofNullable(nonNegative));
    assertThat(config).isEqualTo(DptConfig.LARGE.withNonNegative(expected));
  }

  @Test
  void aCutOffCheckpointLeavesNothing() throws Exception {
    Path checkpoint = folder.resolve("cut.safetensors");
    new Safetensors(InitialWeights.of(new Dpt(DptConfig.TINY), 1), Map.of()).write(checkpoint);
    byte[] whole = Files.readAllBytes(checkpoint);
    Files.write(checkpoint, Arrays.copyOf(whole, whole.length - 7));
    Path output = folder.resolve("network.onnx");
    assertThatThrownBy(
            () -> Conversion.convert(checkpoint, "dpt-tiny", output, OnnxOptions.DEFAULT))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("cut.safetensors");
    assertThat(Files.exists(output)).isFalse();
  }

  /** A tensor that turns out to be unreadable only when it is its turn. */
  @Test
  void aFileThatShrinksMeanwhileLeavesNothing() throws Exception {
    Dpt small = new Dpt(SmallDpts.PLAIN);
    Path file = folder.resolve("weights.safetensors");
    new Safetensors(InitialWeights.of(small, 1), Map.of()).write(file);
    Path output = folder.resolve("network.onnx");
    try (Checkpoint checkpoint = Checkpoint.open(file)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
      assertThatThrownBy(
              () ->
                  OnnxExport.write(
                      small, checkpoint.tensors(), Map.of(), OnnxOptions.DEFAULT, output))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(MalformedFileException.class);
    }
    assertThat(Files.exists(output)).isFalse();
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
