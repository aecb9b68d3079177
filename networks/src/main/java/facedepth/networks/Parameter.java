package facedepth.networks;

import java.util.Arrays;

/**
 * The declaration of one entry of a state dict: what it is called, its shape, and how a network
 * that is trained from nothing fills it. Holds no values.
 */
public final class Parameter {
  /** What training does with the entry. */
  public enum Role {
    /** Moved by the optimiser. */
    TRAINED,
    /** A running statistic, moved by the forward pass in training mode. */
    STATISTIC,
    /** A count of batches; int64 in PyTorch's files. */
    COUNTER,
    /** In PyTorch's files, but read by nothing; files without it are as good. */
    UNUSED
  }

  private final String name;
  private final long[] shape;
  private final Role role;
  private final Initial initial;

  Parameter(String name, Role role, Initial initial, long... shape) {
    this.name = name;
    this.role = role;
    this.initial = initial;
    this.shape = shape.clone();
  }

  /** PyTorch's full name, such as {@code down_convs.0.conv1.weight}. */
  public String name() {
    return name;
  }

  /** Sizes of the dimensions, outermost first; empty for a scalar. */
  public long[] shape() {
    return shape.clone();
  }

  public Role role() {
    return role;
  }

  /** How it starts. */
  public Initial initial() {
    return initial;
  }

  /** The number of values. */
  public long count() {
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    return count;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(shape);
  }
}
