package facedepth.networks;

/**
 * A transposed convolution that makes a square of pixels of each pixel, side by side without
 * overlap; leaf of a network.
 */
public final class ConvTranspose2d {
  private final String name;
  private final int inChannels;
  private final int outChannels;
  private final int factor;
  private final Parameter weight;
  private final Parameter bias;

  ConvTranspose2d(ParameterSpace space, int inChannels, int outChannels, int factor) {
    // Every answer reads one pixel of each channel, whatever the factor.
    this(space, inChannels, outChannels, factor, Initial.xavierNormal(inChannels, outChannels));
  }

  private ConvTranspose2d(
      ParameterSpace space, int inChannels, int outChannels, int factor, Initial initial) {
    this.name = space.moduleName();
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.factor = factor;
    this.weight =
        space.declare(
            "weight", Parameter.Role.TRAINED, initial, inChannels, outChannels, factor, factor);
    this.bias = space.declare("bias", Parameter.Role.TRAINED, Initial.ZEROS, outChannels);
  }

  /** Of weights that are 0 at first. */
  static ConvTranspose2d silent(ParameterSpace space, int inChannels, int outChannels, int factor) {
    return new ConvTranspose2d(space, inChannels, outChannels, factor, Initial.ZEROS);
  }

  /** The module's name, such as {@code pretrained.act_postprocess1.4}. */
  public String name() {
    return name;
  }

  public int inChannels() {
    return inChannels;
  }

  public int outChannels() {
    return outChannels;
  }

  /** By how much height and width grow: kernel and stride. */
  public int factor() {
    return factor;
  }

  /** [inChannels, outChannels, factor, factor]. */
  public Parameter weight() {
    return weight;
  }

  /** [outChannels]. */
  public Parameter bias() {
    return bias;
  }
}
