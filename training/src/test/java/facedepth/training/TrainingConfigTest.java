package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.Dpt;
import facedepth.networks.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingConfigTest {
  private static final String LEAST =
      "output: run\nstages:\n  - {resolution: 64, batch: 4, steps: 10}\n";

  @TempDir private Path folder;

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    TrainingConfig config = read(LEAST);
    assertThat(config.data().headModel()).isEqualTo("builtin");
    assertThat(config.data().folders()).isEmpty();
    assertThat(config.network().startFilters()).isEqualTo(24);
    assertThat(config.optimiser().kind()).isEqualTo(OptimiserSettings.Kind.MUON);
    assertThat(config.schedule().kind()).isEqualTo(ScheduleSettings.Kind.COSINE);
    assertThat(config.losses()).isEqualTo(LossWeights.DEFAULT);
    assertThat(config.totalSteps()).isEqualTo(10);
  }

  @Test
  void anUnknownKeyIsNamed() {
    assertThatThrownBy(() -> read(LEAST + "learningrate: 1\n"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("no key 'learningrate'")
        .hasMessageContaining("did you mean 'optimiser.learningRate'?");
  }

  @Test
  void anUnknownKeyInAGroupIsNamedWithItsGroup() {
    assertThatThrownBy(() -> read(LEAST + "optimiser: {clipnorm: 1}\n"))
        .hasMessageContaining("no key 'clipnorm' in optimiser")
        .hasMessageContaining("did you mean 'clipNorm'?");
    assertThatThrownBy(() -> read(LEAST.replace("steps", "stebs")))
        .hasMessageContaining("no key 'stebs' in stages")
        .hasMessageContaining("did you mean 'steps'?");
    assertThatThrownBy(() -> read(LEAST + "headModel: builtin\n"))
        .hasMessageContaining("did you mean 'data.headModel'?");
  }

  @Test
  void aListOfFoldersIsAllOfTheData() throws IOException {
    DataSettings data = read(LEAST + "data: [a, b]\n").data();
    assertThat(data).isEqualTo(DataSettings.of(List.of(Path.of("a"), Path.of("b"))));
  }

  @Test
  void whatTheLossesDoNotNameCountsNothing() throws IOException {
    LossWeights losses = read(LEAST + "losses: {minMax: 1}\n").losses();
    assertThat(losses).isEqualTo(LossWeights.ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "losses: {minMax: 1, depth: 1}",
        "losses: {mask: 1}",
        "losses: {depth: -1}",
        "optimiser: {kind: adamm}",
        "optimiser: {learningRate: 0}",
        "optimiser: {averaging: 1}",
        "schedule: {factor: 1.5}",
        "schedule: {kind: linear}",
        "data: {takes: 0}",
        "network: {blocks: 1}",
        "threads: 0"
      })
  void aValueThatMakesNoSenseIsNamed(String line) {
    String key = line.substring(line.indexOf('{') + 1).replaceAll("[:}].*", "");
    assertThatThrownBy(() -> read(LEAST + line + "\n"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(line.contains("mask: 1") ? "no depth" : key)
        .message()
        .doesNotContain("\n", "java.");
  }

  @Test
  void aValueOutOfRangeIsNamed() {
    assertThatThrownBy(() -> read(LEAST.replace("64", "65")))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("65");
  }

  @Test
  void whatIsNoYamlIsRefused() {
    assertThatThrownBy(() -> read("")).isInstanceOf(MalformedFileException.class);
    assertThatThrownBy(() -> read("stages: [")).isInstanceOf(MalformedFileException.class);
    assertThatThrownBy(() -> TrainingConfig.read(folder.resolve("none.yaml")))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("none.yaml");
  }

  @Test
  void theShippedConfigurationsSayWhatTheyShould() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    TrainingConfig shipped = TrainingConfig.read(root.resolve("configs/default.yaml"));
    assertThat(shipped.network()).isEqualTo(NetworkSettings.DEFAULT);
    assertThat(shipped.optimiser()).isEqualTo(OptimiserSettings.DEFAULT);
    assertThat(shipped.schedule()).isEqualTo(ScheduleSettings.DEFAULT);
    assertThat(shipped.losses()).isEqualTo(LossWeights.DEFAULT);
    TrainingConfig origin = TrainingConfig.read(root.resolve("configs/origin-attention-unet.yaml"));
    Network network = origin.network().definition(origin.losses().wantsMask());
    assertThat(((AttentionUNet) network).config()).isEqualTo(AttentionUNetConfig.ORIGIN);
    assertThat(origin.losses()).isEqualTo(LossWeights.ORIGIN);
  }

  @Test
  void theSmallDptIsChosenByItsName() throws IOException {
    TrainingConfig config = read(LEAST + "network: {architecture: dpt-tiny}\n");
    Network network = config.network().definition(true);
    assertThat(network).isInstanceOf(Dpt.class);
    assertThat(network.architecture()).isEqualTo("dpt-tiny");
    assertThat(network.outChannels()).isEqualTo(2);
    assertThat(config.network().definition(false).outChannels()).isEqualTo(1);
  }

  @Test
  void anArchitectureThatIsNoneIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> read(LEAST + "network: {architecture: dpt-huge}\n"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("'dpt-huge'")
        .hasMessageContaining("attention-unet, dpt-large, dpt-base, dpt-hybrid, dpt-tiny");
  }

  @Test
  void choicesOfTheOtherArchitectureAreRefused() {
    assertThatThrownBy(() -> read(LEAST + "network: {architecture: dpt-tiny, startFilters: 24}\n"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("network.startFilters")
        .hasMessageContaining("dpt-tiny has none");
  }

  private TrainingConfig read(String yaml) throws IOException {
    Path file = folder.resolve("run.yaml");
    Files.writeString(file, yaml);
    return TrainingConfig.read(file);
  }
}
