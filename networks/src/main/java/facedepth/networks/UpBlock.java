package facedepth.networks;

import java.util.Optional;

/** One resolution of the decoder: upsample, join the skip connection, two convolutions. */
final class UpBlock {
  private final Conv2d upconv;
  private final Conv2d conv1;
  private final Conv2d conv2;
  private final BatchNorm2d norm0;
  private final BatchNorm2d norm1;
  private final BatchNorm2d norm2;
  private final Optional<GridAttention> attention;

  UpBlock(ParameterSpace space, int inChannels, int outChannels, boolean withAttention) {
    upconv = Conv2d.same3x3(space.child("upconv.conv"), inChannels, outChannels);
    conv1 = Conv2d.same3x3(space.child("conv1"), 2 * outChannels, outChannels);
    conv2 = Conv2d.same3x3(space.child("conv2"), outChannels, outChannels);
    norm0 = new BatchNorm2d(space.child("norm0"), outChannels);
    norm1 = new BatchNorm2d(space.child("norm1"), outChannels);
    norm2 = new BatchNorm2d(space.child("norm2"), outChannels);
    attention =
        withAttention
            ? Optional.of(new GridAttention(space.child("attention"), outChannels, inChannels))
            : Optional.empty();
  }

  <V> V apply(Ops<V> ops, V encoder, V decoder) {
    V up = ops.cropTo(ops.conv2d(upconv, ops.upsample2x(decoder)), encoder);
    V skip = attention.isPresent() ? attention.get().apply(ops, encoder, decoder) : encoder;
    up = ops.reluOverwriting(ops.batchNorm2d(norm0, up));
    V x = ops.concat(up, skip);
    x = ops.reluOverwriting(ops.batchNorm2d(norm1, ops.conv2d(conv1, x)));
    return ops.reluOverwriting(ops.batchNorm2d(norm2, ops.conv2d(conv2, x)));
  }
}
