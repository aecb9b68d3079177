package facedepth.networks;

import java.util.Optional;

/** A convolution with a square kernel; leaf of a network. */
public final class Conv2d {
  /** Added to the variance by which a standardised kernel is divided. */
  public static final double STANDARDISING_EPSILON = 1e-8;

  private final String name;
  private final int inChannels;
  private final int outChannels;
  private final int kernel;
  private final int stride;
  private final int paddingBefore;
  private final int paddingAfter;
  private final boolean standardised;
  private final Parameter weight;
  private final Optional<Parameter> bias;

  private Conv2d(
      ParameterSpace space,
      int inChannels,
      int outChannels,
      int kernel,
      int stride,
      int paddingBefore,
      int paddingAfter,
      boolean standardised,
      boolean withBias,
      double loudness) {
    this.name = space.moduleName();
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernel = kernel;
    this.stride = stride;
    this.paddingBefore = paddingBefore;
    this.paddingAfter = paddingAfter;
    this.standardised = standardised;
    long taps = (long) kernel * kernel;
    this.weight =
        space.declare(
            "weight",
            Parameter.Role.TRAINED,
            Initial.xavierNormal(inChannels * taps, outChannels * taps).times(loudness),
            outChannels,
            inChannels,
            kernel,
            kernel);
    this.bias =
        withBias
            ? Optional.of(space.declare("bias", Parameter.Role.TRAINED, Initial.ZEROS, outChannels))
            : Optional.empty();
  }

  private static Conv2d plain(
      ParameterSpace space, int in, int out, int kernel, int stride, int padding, boolean bias) {
    return new Conv2d(space, in, out, kernel, stride, padding, padding, false, bias, 1);
  }

  /** 3x3, padded so that the size stays, with bias. */
  static Conv2d same3x3(ParameterSpace space, int inChannels, int outChannels) {
    return plain(space, inChannels, outChannels, 3, 1, 1, true);
  }

  /** As {@link #same3x3}, of weights that are 0 at first. */
  static Conv2d silent3x3(ParameterSpace space, int inChannels, int outChannels) {
    return new Conv2d(space, inChannels, outChannels, 3, 1, 1, 1, false, true, 0);
  }

  /** 3x3, padded so that the size stays, without bias. */
  static Conv2d same3x3Unbiased(ParameterSpace space, int inChannels, int outChannels) {
    return plain(space, inChannels, outChannels, 3, 1, 1, false);
  }

  /** 3x3 that halves height and width, rounded up, with bias. */
  static Conv2d halving3x3(ParameterSpace space, int inChannels, int outChannels) {
    return plain(space, inChannels, outChannels, 3, 2, 1, true);
  }

  /** 1x1 with bias. */
  static Conv2d pointwise(ParameterSpace space, int inChannels, int outChannels) {
    return plain(space, inChannels, outChannels, 1, 1, 0, true);
  }

  /**
   * 1x1 with bias, of weights a tenth as large as usual at first: what an untrained network answers
   * is almost flat, and yet every weight has a gradient.
   */
  static Conv2d quietPointwise(ParameterSpace space, int inChannels, int outChannels) {
    return new Conv2d(space, inChannels, outChannels, 1, 1, 0, 0, false, true, 0.1);
  }

  /**
   * {@code kernel} x {@code kernel} blocks side by side, an incomplete last one dropped; no bias.
   */
  static Conv2d patches(ParameterSpace space, int inChannels, int outChannels, int kernel) {
    return plain(space, inChannels, outChannels, kernel, kernel, 0, false);
  }

  /** As {@link #patches}, with bias. */
  static Conv2d biasedPatches(ParameterSpace space, int inChannels, int outChannels, int kernel) {
    return plain(space, inChannels, outChannels, kernel, kernel, 0, true);
  }

  /**
   * A convolution whose kernel is standardised (Qiao et al. 2019), without bias, that divides
   * height and width, multiples of {@code stride}, by it. An odd number of zeros has the odd one at
   * the bottom and the right, as TensorFlow's {@code SAME} does.
   */
  static Conv2d standardised(
      ParameterSpace space, int inChannels, int outChannels, int kernel, int stride) {
    int zeros = Math.max(0, kernel - stride);
    return new Conv2d(
        space,
        inChannels,
        outChannels,
        kernel,
        stride,
        zeros / 2,
        zeros - zeros / 2,
        true,
        false,
        1);
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

  /** Zeros above and to the left. */
  public int paddingBefore() {
    return paddingBefore;
  }

  /** Zeros below and to the right. */
  public int paddingAfter() {
    return paddingAfter;
  }

  /**
   * Whether each output channel's kernel is used less its mean and divided by its deviation: {@code
   * (w - mean) / sqrt(biased variance + }{@link #STANDARDISING_EPSILON}{@code )}.
   */
  public boolean isStandardised() {
    return standardised;
  }

  /** [outChannels, inChannels, kernel, kernel], as it is learnt: not standardised. */
  public Parameter weight() {
    return weight;
  }

  /** [outChannels]. */
  public Optional<Parameter> bias() {
    return bias;
  }
}
