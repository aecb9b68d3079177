package facedepth.networks;

import java.util.Optional;

/** A convolution with a square kernel; leaf of a network. */
public final class Conv2d {
  private final String name;
  private final int inChannels;
  private final int outChannels;
  private final int kernel;
  private final int stride;
  private final int padding;
  private final Parameter weight;
  private final Optional<Parameter> bias;

  private Conv2d(
      ParameterSpace space,
      int inChannels,
      int outChannels,
      int kernel,
      int stride,
      int padding,
      boolean withBias) {
    this.name = space.moduleName();
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    long taps = (long) kernel * kernel;
    this.weight =
        space.declare(
            "weight",
            Parameter.Role.TRAINED,
            Initial.xavierNormal(inChannels * taps, outChannels * taps),
            outChannels,
            inChannels,
            kernel,
            kernel);
    this.bias =
        withBias
            ? Optional.of(space.declare("bias", Parameter.Role.TRAINED, Initial.ZEROS, outChannels))
            : Optional.empty();
  }

  /** 3x3, padded so that the size stays, with bias. */
  static Conv2d same3x3(ParameterSpace space, int inChannels, int outChannels) {
    return new Conv2d(space, inChannels, outChannels, 3, 1, 1, true);
  }

  /** 1x1 with bias. */
  static Conv2d pointwise(ParameterSpace space, int inChannels, int outChannels) {
    return new Conv2d(space, inChannels, outChannels, 1, 1, 0, true);
  }

  /**
   * {@code kernel} x {@code kernel} blocks side by side, an incomplete last one dropped; no bias.
   */
  static Conv2d patches(ParameterSpace space, int inChannels, int outChannels, int kernel) {
    return new Conv2d(space, inChannels, outChannels, kernel, kernel, 0, false);
  }

  /** The module's name, such as {@code down_convs.0.conv1}. */
  public String name() {
    return name;
  }

  public int inChannels() {
    return inChannels;
  }

  public int outChannels() {
    return outChannels;
  }

  /** Height and width of the kernel. */
  public int kernel() {
    return kernel;
  }

  public int stride() {
    return stride;
  }

  /** Zeros on each side. */
  public int padding() {
    return padding;
  }

  /** [outChannels, inChannels, kernel, kernel]. */
  public Parameter weight() {
    return weight;
  }

  /** [outChannels]. */
  public Optional<Parameter> bias() {
    return bias;
  }
}
