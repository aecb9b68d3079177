package facedepth.networks;

/**
 * Two more convolutions, half as wide between them, added to what they read (He et al. 2016,
 * section 3.1). Costs the same at every resolution of a network whose width doubles as its
 * resolution halves. Starts by adding nothing, so that it can join a network that is trained
 * already.
 */
final class ResidualBlock {
  private final Conv2d conv1;
  private final BatchNorm2d norm;
  private final Conv2d conv2;

  ResidualBlock(ParameterSpace space, int channels) {
    int inner = channels / 2;
    conv1 = Conv2d.same3x3(space.child("conv1"), channels, inner);
    norm = new BatchNorm2d(space.child("norm"), inner);
    conv2 = Conv2d.silent3x3(space.child("conv2"), inner, channels);
  }

  <V> V apply(Ops<V> ops, V x) {
    V inner = ops.reluOverwriting(ops.batchNorm2d(norm, ops.conv2d(conv1, x)));
    return ops.add(x, ops.conv2d(conv2, inner));
  }
}
