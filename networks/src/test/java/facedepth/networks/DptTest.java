package facedepth.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DptTest {
  @ParameterizedTest
  @CsvSource({
    "dpt-base, 224, 111647081",
    "dpt-large, 368, 344055465",
    "dpt-hybrid, 368, 123146985"
  })
  void theThreePublishedOnesHaveTheirEntries(String architecture, int entries, long values) {
    List<Parameter> parameters = new Dpt(DptConfig.named(architecture).orElseThrow()).parameters();
    assertThat(parameters).hasSize(entries);
    assertThat(parameters.stream().mapToLong(Parameter::count).sum()).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({"dpt-large, 384, 384", "dpt-hybrid, 96, 160", "dpt-tiny, 128, 128"})
  void keepsTheSize(String architecture, int height, int width) {
    Dpt network = new Dpt(DptConfig.named(architecture).orElseThrow());
    assertThat(ShapeOps.of(network, new ImageShape(2, 3, height, width)))
        .isEqualTo(new ImageShape(2, 1, height, width));
  }

  @Test
  void theSmallOneIsSmallAndReadsEveryEntry() {
    Dpt tiny = new Dpt(DptConfig.TINY.withOutChannels(2));
    assertThat(tiny.parameters().stream().mapToLong(Parameter::count).sum()).isEqualTo(7_167_650);
    assertThat(tiny.parameters()).allMatch(parameter -> parameter.role() == Parameter.Role.TRAINED);
    assertThat(ShapeOps.of(tiny, new ImageShape(1, 3, 128, 96)).channels()).isEqualTo(2);
  }

  @Test
  void namesTheSizeThatDoesNotFit() {
    Dpt network = new Dpt(SmallDpts.PLAIN);
    assertThatThrownBy(() -> ShapeOps.of(network, new ImageShape(1, 3, 100, 128)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("multiples of 16")
        .hasMessageContaining("[1, 3, 100, 128]");
    assertThatThrownBy(() -> ShapeOps.of(network, new ImageShape(1, 4, 32, 32)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pretrained.model.patch_embed.proj takes 3 channels: got [1, 4, 32, 32]");
  }

  @ParameterizedTest
  @CsvSource({
    "25, 3, 0 2 3 4, 8, 1, false", // heads do not divide the width
    "24, 3, 0 2 3 3, 8, 1, false", // twice the same block
    "24, 3, 0 2 3, 8, 1, false", // too few
    "24, 3, 0 1 2 3, 8, 1, false", // the last block for nothing
    "24, 3, 0 2 3 4, 7, 1, false", // odd features
    "24, 3, 0 2 3 4, 8, 2, true", // a mask's logit cannot be non-negative
    "24, 3, 0 2 3 4, 8, 0, false",
  })
  void refusesOtherChoices(
      int width, int heads, String hooks, int features, int outChannels, boolean nonNegative) {
    List<Integer> blocks = List.of(hooks.split(" ", -1)).stream().map(Integer::valueOf).toList();
    assertThatThrownBy(
            () ->
                new DptConfig(
                    "odd",
                    width,
                    heads,
                    5,
                    blocks,
                    List.of(4, 6, 8, 10),
                    features,
                    3,
                    Optional.empty(),
                    outChannels,
                    nonNegative,
                    true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWidthsThatTheResNetDoesNotGive() {
    assertThatThrownBy(
            () ->
                new DptConfig(
                    "odd",
                    24,
                    3,
                    2,
                    List.of(0, 1),
                    List.of(16, 64, 8, 8),
                    8,
                    3,
                    Optional.of(new ResNetConfig(8, 4, List.of(1, 1, 1))),
                    1,
                    false,
                    true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ResNet");
    assertThatThrownBy(() -> new ResNetConfig(8, 3, List.of(1, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ResNetConfig(8, 4, List.of(1, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void weightsMayLackOrAddWhatIsNotRead() {
    Dpt network = new Dpt(SmallDpts.PLAIN);
    Map<String, StateTensor> entries = new LinkedHashMap<>(InitialWeights.of(network, 1).entries());
    entries.remove("pretrained.model.norm.weight");
    entries.put("pretrained.model.head.weight", StateTensor.of(new float[6], 2, 3));
    entries.put("pretrained.model.fc_norm.weight", StateTensor.of(new float[1], 1));
    StateDict fitting = new StateDict(entries).fitting(network);
    fitting.requireFits(network);
    assertThat(fitting.names())
        .contains("pretrained.model.norm.bias", "scratch.refinenet4.resConfUnit1.conv1.bias")
        .doesNotContain(
            "pretrained.model.norm.weight",
            "pretrained.model.head.weight",
            "pretrained.model.fc_norm.weight");
  }

  @Test
  void weightsOfAnotherAreNamed() {
    Dpt network = new Dpt(SmallDpts.PLAIN);
    StateDict others = InitialWeights.of(new Dpt(SmallDpts.HYBRID), 1);
    assertThatThrownBy(() -> others.fitting(network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the weights of this small-plain")
        .hasMessageContaining("missing, the first: pretrained.model.blocks.3.norm1.weight[24]")
        .hasMessageContaining(
            "unexpected, the first: pretrained.model.patch_embed.backbone.stem.conv.weight")
        .hasMessageContaining(
            "the first: pretrained.model.patch_embed.proj.weight is [24, 128, 1, 1],"
                + " not [24, 3, 16, 16]");
  }
}
