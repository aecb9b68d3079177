package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.checkpoint.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
  @TempDir Path folder;

  @Test
  void anUnknownArchitectureIsWrongUsageThatListsTheKnownOnes() {
    CommandRun run = convert(folder.resolve("a.pt"), "resnet", folder.resolve("a.onnx"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines()).singleElement().asString().contains("resnet", "attention-unet");
  }

  @Test
  void anOutputThatIsNoOnnxFileIsWrongUsage() {
    CommandRun run = convert(folder.resolve("a.pt"), "attention-unet", folder.resolve("a.pb"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines()).singleElement().asString().contains("a.pb", ".onnx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.pt", "text.pt", "folder.pt", "empty.pt", "notReally.zip"})
  void aBadCheckpointIsOneLineThatNamesIt(String name) throws IOException {
    Path file = folder.resolve(name);
    switch (name) {
      case "text.pt" -> Pictures.text(file);
      case "folder.pt" -> Files.createDirectory(file);
      case "empty.pt" -> Files.createFile(file);
      case "notReally.zip" -> Files.writeString(file, "PK\3\4 and nothing more");
      default -> assertThat(file).doesNotExist();
    }
    Path output = folder.resolve("model.onnx");
    CommandRun run = convert(file, "attention-unet", output);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains(file.toString())
        .doesNotContain("unexpected");
    assertThat(output).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dpt-large", "dpt-base", "dpt-hybrid", "dpt-tiny"})
  void weightsOfAnotherArchitectureAreNamed(String architecture) throws IOException {
    Path weights = folder.resolve("unet.safetensors");
    AttentionUNet unet = new AttentionUNet(new AttentionUNetConfig(3, 1, 2, 2, false));
    new Safetensors(InitialWeights.of(unet, 1), Map.of()).write(weights);
    Path output = folder.resolve("model.onnx");
    CommandRun run = convert(weights, architecture, output);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains(weights.toString(), architecture)
        .contains("missing, the first: pretrained.model.cls_token")
        .contains("unexpected, the first: down_convs.0.conv1.weight");
    assertThat(output).doesNotExist();
  }

  private static CommandRun convert(Path checkpoint, String architecture, Path output) {
    return CommandRun.of("convert", checkpoint, "--architecture", architecture, "--output", output);
  }
}
