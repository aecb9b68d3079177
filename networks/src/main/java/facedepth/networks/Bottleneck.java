package facedepth.networks;

import java.util.Optional;

/**
 * A residual block of three convolutions (He et al. 2015), kernels standardised, answers normalised
 * in groups (Kolesnikov et al. 2019); the stride is in the middle one.
 */
final class Bottleneck {
  private final Optional<Conv2d> shortcut;
  private final Optional<GroupNorm> shortcutNorm;
  private final Conv2d conv1;
  private final GroupNorm norm1;
  private final Conv2d conv2;
  private final GroupNorm norm2;
  private final Conv2d conv3;
  private final GroupNorm norm3;

  /**
   * Declares its weights.
   *
   * @param first whether it is the first of its stage, whose shortcut changes size and channels
   */
  Bottleneck(
      ParameterSpace space, int groups, int in, int middle, int out, int stride, boolean first) {
    ParameterSpace down = space.child("downsample");
    shortcut =
        first
            ? Optional.of(Conv2d.standardised(down.child("conv"), in, out, 1, stride))
            : Optional.empty();
    shortcutNorm =
        first ? Optional.of(new GroupNorm(down.child("norm"), groups, out)) : Optional.empty();
    conv1 = Conv2d.standardised(space.child("conv1"), in, middle, 1, 1);
    norm1 = new GroupNorm(space.child("norm1"), groups, middle);
    conv2 = Conv2d.standardised(space.child("conv2"), middle, middle, 3, stride);
    norm2 = new GroupNorm(space.child("norm2"), groups, middle);
    conv3 = Conv2d.standardised(space.child("conv3"), middle, out, 1, 1);
    norm3 = new GroupNorm(space.child("norm3"), groups, out);
  }

  <V> V apply(Ops<V> ops, V x) {
    V past =
        shortcut.isPresent()
            ? ops.groupNorm(shortcutNorm.orElseThrow(), ops.conv2d(shortcut.get(), x))
            : x;
    V y = ops.reluOverwriting(ops.groupNorm(norm1, ops.conv2d(conv1, x)));
    y = ops.reluOverwriting(ops.groupNorm(norm2, ops.conv2d(conv2, y)));
    y = ops.groupNorm(norm3, ops.conv2d(conv3, y));
    return ops.reluOverwriting(ops.add(y, past));
  }
}
