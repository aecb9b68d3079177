package facedepth.networks;

/**
 * Where the face as a whole lies, how it is turned and how it is vaulted, read off the deepest
 * features averaged over the image: the answer at the points of a coarse grid from corner to
 * corner, between which it is bilinear. A convolutional decoder has to build such a ramp out of
 * many small steps. Starts by adding nothing, so that it can join a network that is trained
 * already.
 */
final class PlaneHead {
  private final Conv2d reduce;
  private final ConvTranspose2d corners;

  /**
   * @param inChannels of the deepest features
   * @param channels that are averaged
   * @param corners of the grid along each side
   * @param outChannels of the network's answer
   */
  PlaneHead(ParameterSpace space, int inChannels, int channels, int corners, int outChannels) {
    reduce = Conv2d.pointwise(space.child("reduce"), inChannels, channels);
    this.corners = ConvTranspose2d.silent(space.child("corners"), channels, outChannels, corners);
  }

  /** What to add to the answer {@code like}, as large as that. */
  <V> V apply(Ops<V> ops, V deepest, V like) {
    V whole = ops.average(ops.relu(ops.conv2d(reduce, deepest)));
    return ops.stretchTo(ops.convTranspose2d(corners, whole), like);
  }
}
