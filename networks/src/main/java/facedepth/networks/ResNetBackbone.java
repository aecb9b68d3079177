package facedepth.networks;

import java.util.ArrayList;
import java.util.List;

/** The ResNet of a hybrid {@link Dpt}: a stem at stride 4, then stages at strides 4, 8 and 16. */
final class ResNetBackbone {
  private static final int STEM_KERNEL = 7;

  private final Conv2d stem;
  private final GroupNorm stemNorm;
  private final List<List<Bottleneck>> stages = new ArrayList<>();

  ResNetBackbone(ParameterSpace space, ResNetConfig config, int inChannels) {
    stem = Conv2d.standardised(space.child("stem.conv"), inChannels, config.stem(), STEM_KERNEL, 2);
    stemNorm = new GroupNorm(space.child("stem.norm"), config.groups(), config.stem());
    int in = config.stem();
    for (int s = 0; s < config.depths().size(); s++) {
      List<Bottleneck> stage = new ArrayList<>();
      for (int b = 0; b < config.depths().get(s); b++) {
        boolean first = b == 0;
        stage.add(
            new Bottleneck(
                space.child("stages." + s + ".blocks." + b),
                config.groups(),
                in,
                config.middleChannels(s),
                config.outChannels(s),
                first && s > 0 ? 2 : 1,
                first));
        in = config.outChannels(s);
      }
      stages.add(stage);
    }
  }

  /** What each stage answers, finest first. */
  <V> List<V> apply(Ops<V> ops, V image) {
    V x = ops.maxPool3x3(ops.reluOverwriting(ops.groupNorm(stemNorm, ops.conv2d(stem, image))));
    List<V> answers = new ArrayList<>();
    for (List<Bottleneck> stage : stages) {
      for (Bottleneck block : stage) {
        x = block.apply(ops, x);
      }
      answers.add(x);
    }
    return answers;
  }
}
