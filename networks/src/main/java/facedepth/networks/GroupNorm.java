package facedepth.networks;

/**
 * Normalisation of an image, group of channels by group of channels, by the group's own mean and
 * biased variance (Wu and He 2018); leaf of a network.
 */
public final class GroupNorm {
  /** Added to the variance. */
  public static final double EPSILON = 1e-5;

  private final String name;
  private final int groups;
  private final int channels;
  private final Parameter weight;
  private final Parameter bias;

  /**
   * Declares its weights.
   *
   * @throws IllegalArgumentException if {@code groups} does not divide {@code channels}
   */
  GroupNorm(ParameterSpace space, int groups, int channels) {
    if (groups < 1 || channels % groups != 0) {
      throw new IllegalArgumentException(
          space.moduleName() + ": " + channels + " channels in " + groups + " groups");
    }
    this.name = space.moduleName();
    this.groups = groups;
    this.channels = channels;
    this.weight = space.declare("weight", Parameter.Role.TRAINED, Initial.ONES, channels);
    this.bias = space.declare("bias", Parameter.Role.TRAINED, Initial.ZEROS, channels);
  }

  /** The module's name, such as {@code pretrained.model.patch_embed.backbone.stem.norm}. */
  public String name() {
    return name;
  }

  public int groups() {
    return groups;
  }

  public int channels() {
    return channels;
  }

  /** [channels]. */
  public Parameter weight() {
    return weight;
  }

  /** [channels]. */
  public Parameter bias() {
    return bias;
  }
}
