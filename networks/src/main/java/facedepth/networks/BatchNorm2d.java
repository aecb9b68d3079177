package facedepth.networks;

import facedepth.networks.Parameter.Role;

/**
 * Batch normalisation; leaf of a network. In training it normalises by the batch's own mean and
 * biased variance and lets the running mean and unbiased variance follow by {@link #MOMENTUM};
 * otherwise it normalises by the running ones.
 */
public final class BatchNorm2d {
  /** Added to the variance. */
  public static final double EPSILON = 1e-5;

  /** The share of a new batch in the running statistics. */
  public static final double MOMENTUM = 0.1;

  private final String name;
  private final int channels;
  private final Parameter weight;
  private final Parameter bias;
  private final Parameter runningMean;
  private final Parameter runningVariance;
  private final Parameter batchesTracked;

  BatchNorm2d(ParameterSpace space, int channels) {
    this(space, channels, Initial.ONES);
  }

  BatchNorm2d(ParameterSpace space, int channels, Initial initialWeight) {
    this.name = space.moduleName();
    this.channels = channels;
    this.weight = space.declare("weight", Role.TRAINED, initialWeight, channels);
    this.bias = space.declare("bias", Role.TRAINED, Initial.ZEROS, channels);
    this.runningMean = space.declare("running_mean", Role.STATISTIC, Initial.ZEROS, channels);
    this.runningVariance = space.declare("running_var", Role.STATISTIC, Initial.ONES, channels);
    this.batchesTracked = space.declare("num_batches_tracked", Role.COUNTER, Initial.ZEROS);
  }

  /** The module's name, such as {@code down_convs.0.norm0}. */
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

  public Parameter runningMean() {
    return runningMean;
  }

  public Parameter runningVariance() {
    return runningVariance;
  }

  /** How many training batches the running statistics have seen. */
  public Parameter batchesTracked() {
    return batchesTracked;
  }
}
