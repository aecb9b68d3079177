package facedepth.networks;

/** A matrix and an addend that every token passes through; leaf of a network. */
public final class Linear {
  /** The deviation that vision transformers start with (Dosovitskiy et al. 2021). */
  private static final Initial INITIAL = new Initial(0, 0.02);

  private final String name;
  private final int inChannels;
  private final int outChannels;
  private final Parameter weight;
  private final Parameter bias;

  Linear(ParameterSpace space, int inChannels, int outChannels) {
    this.name = space.moduleName();
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.weight = space.declare("weight", Parameter.Role.TRAINED, INITIAL, outChannels, inChannels);
    this.bias = space.declare("bias", Parameter.Role.TRAINED, Initial.ZEROS, outChannels);
  }

  /** The module's name, such as {@code pretrained.model.blocks.0.attn.qkv}. */
  public String name() {
    return name;
  }

  public int inChannels() {
    return inChannels;
  }

  public int outChannels() {
    return outChannels;
  }

  /** [outChannels, inChannels]. */
  public Parameter weight() {
    return weight;
  }

  /** [outChannels]. */
  public Parameter bias() {
    return bias;
  }
}
