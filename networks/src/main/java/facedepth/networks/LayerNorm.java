package facedepth.networks;

/** Normalisation of each token by its own mean and biased variance; leaf of a network. */
public final class LayerNorm {
  /** Added to the variance. Vision transformers use this, not PyTorch's 1e-5. */
  public static final double EPSILON = 1e-6;

  private final String name;
  private final int channels;
  private final Parameter weight;
  private final Parameter bias;

  LayerNorm(ParameterSpace space, int channels) {
    this.name = space.moduleName();
    this.channels = channels;
    this.weight = space.declare("weight", Parameter.Role.TRAINED, Initial.ONES, channels);
    this.bias = space.declare("bias", Parameter.Role.TRAINED, Initial.ZEROS, channels);
  }

  /** The module's name, such as {@code pretrained.model.blocks.0.norm1}. */
  public String name() {
    return name;
  }

  public int channels() {
    return channels;
  }

  public Parameter weight() {
    return weight;
  }

  public Parameter bias() {
    return bias;
  }
}
