package facedepth.networks;

/**
 * What a network on patches is too coarse for: its last features, enlarged, beside the image itself
 * in two convolutions at full resolution. Starts by adding nothing, so that it can join a network
 * that is trained already. The thought is DAViD's (Saleh et al. 2025, section 4), whose transformer
 * leaves the fine detail to a light convolutional branch.
 */
final class FineDetail {
  private final int patch;
  private final Conv2d reduce;
  private final Conv2d conv1;
  private final BatchNorm2d norm1;
  private final Conv2d conv2;

  FineDetail(ParameterSpace space, AttentionUNetConfig config) {
    patch = config.patch();
    int channels = config.detail();
    reduce = Conv2d.pointwise(space.child("reduce"), config.startFilters(), channels);
    conv1 = Conv2d.same3x3(space.child("conv1"), channels + config.inChannels(), 2 * channels);
    norm1 = new BatchNorm2d(space.child("norm1"), 2 * channels);
    conv2 = Conv2d.silent3x3(space.child("conv2"), 2 * channels, config.outChannels());
  }

  /** What to add to the answer of the patches, as large as that. */
  <V> V apply(Ops<V> ops, V features, V image) {
    V x = ops.conv2d(reduce, features);
    for (int size = patch; size > 1; size /= 2) {
      x = ops.upsample2x(x);
    }
    x = ops.concat(x, ops.cropTo(image, x));
    x = ops.reluOverwriting(ops.batchNorm2d(norm1, ops.conv2d(conv1, x)));
    return ops.conv2d(conv2, x);
  }
}
