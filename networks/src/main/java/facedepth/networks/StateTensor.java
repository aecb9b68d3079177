package facedepth.networks;

import java.util.Arrays;

/**
 * One tensor of a state dict, in row-major order.
 *
 * <p>Arrays are handed over, not copied: a state dict of a large network is over a gigabyte.
 */
public final class StateTensor {
  private final long[] shape;
  private final float[] values;
  private final boolean integer;

  private StateTensor(float[] values, boolean integer, long[] shape) {
    long count = 1;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size: " + Arrays.toString(shape));
      }
      count = Math.multiplyExact(count, size);
    }
    if (count != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for the shape " + Arrays.toString(shape));
    }
    this.shape = shape.clone();
    this.values = values;
    this.integer = integer;
  }

  /** A tensor of floats. */
  public static StateTensor of(float[] values, long... shape) {
    return new StateTensor(values, false, shape);
  }

  /**
   * A tensor that is int64 in PyTorch's files. Kept as floats, which is exact up to 2^24; what
   * state dicts hold of this kind are counts of batches.
   */
  public static StateTensor ofIntegers(float[] values, long... shape) {
    return new StateTensor(values, true, shape);
  }

  /** Sizes of the dimensions; empty for a scalar. */
  public long[] shape() {
    return shape.clone();
  }

  /** The values themselves, not a copy. */
  public float[] values() {
    return values;
  }

  /** Whether PyTorch keeps it as int64. */
  public boolean isInteger() {
    return integer;
  }

  @Override
  public String toString() {
    return (integer ? "int64" : "float32") + Arrays.toString(shape);
  }
}
