package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.Safetensors;
import facedepth.networks.torch.TorchNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingWeightsTest {
  private static final AttentionUNet PLAIN = network(0);
  private static final String KERNEL = "down_convs.1.conv2.weight";

  @TempDir private Path folder;

  private final List<String> noted = new ArrayList<>();

  private static AttentionUNet network(int detail) {
    return new AttentionUNet(new AttentionUNetConfig(3, 2, 4, 3, true, 2, detail, 0, 0, 0, List.of()));
  }

  @Test
  void whatTheFileLacksBeginsAtRandom() throws Exception {
    StateDict saved = InitialWeights.of(PLAIN, 1);
    try (TorchNetwork network = TorchNetwork.create(network(4), 2)) {
      StateDict own = network.stateDict();
      StateDict start = StartingWeights.read(file(saved.entries()), network, noted::add);
      assertThat(start.get(KERNEL).values()).isEqualTo(saved.get(KERNEL).values());
      String added = "detail.conv1.weight";
      assertThat(start.get(added).values()).isEqualTo(own.get(added).values());
      network.loadStateDict(start);
    }
    assertThat(noted)
        .singleElement()
        .asString()
        .contains("detail.reduce.weight and others begin at random");
  }

  @Test
  void ofATrainingCheckpointTheAverageIsTaken() throws Exception {
    Map<String, StateTensor> saved = new LinkedHashMap<>();
    InitialWeights.of(PLAIN, 1).entries().forEach((k, v) -> saved.put("weights/" + k, v));
    StateDict average = InitialWeights.of(PLAIN, 3);
    average.entries().forEach((k, v) -> saved.put("average/" + k, v));
    try (TorchNetwork network = TorchNetwork.create(PLAIN, 2)) {
      StateDict start = StartingWeights.read(file(saved), network, noted::add);
      assertThat(start.get(KERNEL).values()).isEqualTo(average.get(KERNEL).values());
    }
    assertThat(noted).isEmpty();
  }

  @Test
  void aFileOfOtherWeightsIsRefused() throws Exception {
    Path file = file(Map.of("encoder.weight", StateTensor.of(new float[4], 2, 2)));
    try (TorchNetwork network = TorchNetwork.create(PLAIN, 2)) {
      assertThatThrownBy(() -> StartingWeights.read(file, network, noted::add))
          .isInstanceOf(MalformedFileException.class)
          .hasMessageContaining("stem.weight is missing");
    }
  }

  private Path file(Map<String, StateTensor> entries) throws Exception {
    Path file = folder.resolve("start.safetensors");
    new Safetensors(new StateDict(entries), Map.of()).write(file);
    return file;
  }
}
