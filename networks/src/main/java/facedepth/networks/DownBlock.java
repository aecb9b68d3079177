package facedepth.networks;

/** Two convolutions, each normalised and rectified, at one resolution of the encoder. */
final class DownBlock {
  private final Conv2d conv1;
  private final Conv2d conv2;
  private final BatchNorm2d norm0;
  private final BatchNorm2d norm1;

  DownBlock(ParameterSpace space, int inChannels, int outChannels) {
    conv1 = Conv2d.same3x3(space.child("conv1"), inChannels, outChannels);
    conv2 = Conv2d.same3x3(space.child("conv2"), outChannels, outChannels);
    norm0 = new BatchNorm2d(space.child("norm0"), outChannels);
    norm1 = new BatchNorm2d(space.child("norm1"), outChannels);
  }

  /** What comes out before pooling, which is also the skip connection. */
  <V> V apply(Ops<V> ops, V x) {
    x = ops.reluOverwriting(ops.batchNorm2d(norm0, ops.conv2d(conv1, x)));
    return ops.reluOverwriting(ops.batchNorm2d(norm1, ops.conv2d(conv2, x)));
  }
}
