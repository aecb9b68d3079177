package facedepth.networks;

import java.util.List;

/**
 * The choices of the ResNet before a hybrid {@link Dpt}'s transformer: three stages at strides 4, 8
 * and 16, each of twice the channels of the one before.
 *
 * @param stem channels after the first convolution; the first stage's answer has four times as many
 * @param groups of each normalisation; divides {@code stem}
 * @param depths bottleneck blocks of the three stages
 */
public record ResNetConfig(int stem, int groups, List<Integer> depths) {
  /** The first three stages of ResNet-50, the third prolonged (Dosovitskiy et al. 2021, "R50"). */
  public static final ResNetConfig R50 = new ResNetConfig(64, 32, List.of(3, 4, 9));

  /** Checks every choice. */
  public ResNetConfig {
    depths = List.copyOf(depths);
    if (groups < 1 || stem < groups || stem % groups != 0) {
      throw new IllegalArgumentException("stem = " + stem + " with groups = " + groups);
    }
    if (depths.size() != 3 || depths.stream().anyMatch(depth -> depth < 1)) {
      throw new IllegalArgumentException("depths must be three, each at least 1: " + depths);
    }
  }

  /** Channels inside the bottlenecks of a stage. */
  int middleChannels(int stage) {
    return stem << stage;
  }

  /** Channels of a stage's answer. */
  int outChannels(int stage) {
    return 4 * middleChannels(stage);
  }
}
