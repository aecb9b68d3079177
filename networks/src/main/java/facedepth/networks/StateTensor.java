package facedepth.networks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * One tensor of a state dict, in row-major order.
 *
 * <p>A state dict of a large network is over a gigabyte. So arrays are handed over, not copied; and
 * a tensor may be one that is read only when it is asked for, from a file that stays open for it.
 */
public final class StateTensor {
  /** Where values come from that are not held. */
  @FunctionalInterface
  public interface Source {
    /** Gets all of them, in row-major order. */
    float[] read() throws IOException;
  }

  private final long[] shape;
  private final Source source;
  private final boolean integer;

  private StateTensor(Source source, boolean integer, long[] shape) {
    this.shape = shape.clone();
    this.source = source;
    this.integer = integer;
  }

  /** A tensor of floats. */
  public static StateTensor of(float[] values, long... shape) {
    return held(values, false, shape);
  }

  /**
   * A tensor that is int64 in PyTorch's files. Kept as floats, which is exact up to 2^24; what
   * state dicts hold of this kind are counts of batches.
   */
  public static StateTensor ofIntegers(float[] values, long... shape) {
    return held(values, true, shape);
  }

  private static StateTensor held(float[] values, boolean integer, long[] shape) {
    requireCount(values, shape);
    return new StateTensor(() -> values, integer, shape);
  }

  /** A tensor whose values are read anew whenever they are asked for. */
  public static StateTensor reading(Source source, boolean integer, long... shape) {
    count(shape);
    return new StateTensor(source, integer, shape);
  }

  /**
   * A tensor that is worked out of this one's values whenever it is asked for.
   *
   * @param work gets values that it must not change, see {@link #values}
   */
  public StateTensor derived(UnaryOperator<float[]> work, long... newShape) {
    return reading(() -> work.apply(source.read()), integer, newShape);
  }

  /**
   * The same with its values in memory.
   *
   * @throws IOException if they are read from a file and cannot be
   */
  public StateTensor held() throws IOException {
    return held(source.read(), integer, shape);
  }

  /** Sizes of the dimensions; empty for a scalar. */
  public long[] shape() {
    return shape.clone();
  }

  /** The number of values. */
  public long count() {
    return count(shape);
  }

  /**
   * The values: of a tensor that is held, the array itself, not a copy.
   *
   * @throws UncheckedIOException if they are read from a file and cannot be; its cause says why
   */
  public float[] values() {
    try {
      float[] values = source.read();
      requireCount(values, shape);
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether PyTorch keeps it as int64. */
  public boolean isInteger() {
    return integer;
  }

  private static void requireCount(float[] values, long[] shape) {
    if (count(shape) != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for the shape " + Arrays.toString(shape));
    }
  }

  private static long count(long[] shape) {
    long count = 1;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size: " + Arrays.toString(shape));
      }
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  @Override
  public String toString() {
    return (integer ? "int64" : "float32") + Arrays.toString(shape);
  }
}
