package facedepth.networks;

/**
 * Where the face as a whole lies and how it is turned, read off the deepest features averaged over
 * the image: the answer at the four corners, between which it is bilinear. A convolutional decoder
 * has to build such a ramp out of many small steps. Starts by adding nothing, so that it can join a
 * network that is trained already.
 */
final class PlaneHead {
  private final Conv2d reduce;
  private final ConvTranspose2d corners;

  /**
   * @param inChannels of the deepest features
   * @param channels that are averaged
   * @param outChannels of the network's answer
   */
  PlaneHead(ParameterSpace space, int inChannels, int channels, int outChannels) {
    reduce = Conv2d.pointwise(space.child("reduce"), inChannels, channels);
    corners = ConvTranspose2d.silent(space.child("corners"), channels, outChannels, 2);
  }

  /** What to add to the answer {@code like}, as large as that. */
  <V> V apply(Ops<V> ops, V deepest, V like) {
    V whole = ops.average(ops.relu(ops.conv2d(reduce, deepest)));
    return ops.stretchTo(ops.convTranspose2d(corners, whole), like);
  }
}
