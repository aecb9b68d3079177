package facedepth.networks.checkpoint;

import facedepth.networks.StateTensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A tensor as PyTorch's pickles describe it: a strided view of a storage.
 *
 * @param storage where its numbers are
 * @param offset of its first number in the storage
 * @param sizes of its dimensions, outermost first
 * @param strides in the storage, for each dimension
 */
record TensorReference(
    StorageReference storage, long offset, List<Long> sizes, List<Long> strides) {
  private static final long LARGEST = Integer.MAX_VALUE - 8;

  /**
   * Checks the view against its storage.
   *
   * @throws IllegalArgumentException if it reaches outside, or shows more numbers than there are
   */
  TensorReference {
    sizes = List.copyOf(sizes);
    strides = List.copyOf(strides);
    if (sizes.size() != strides.size()) {
      throw new IllegalArgumentException("sizes " + sizes + " but strides " + strides);
    }
    long count = 1;
    for (int i = 0; i < sizes.size(); i++) {
      if (sizes.get(i) < 0 || strides.get(i) < 0) {
        throw new IllegalArgumentException("sizes " + sizes + ", strides " + strides);
      }
      count = saturatingMultiply(count, sizes.get(i));
    }
    // A view that repeats numbers could claim far more than its file holds.
    if (count > storage.count()) {
      throw new IllegalArgumentException(
          "sizes " + sizes + " in a storage of " + storage.count() + " numbers");
    }
    long last = 0;
    for (int i = 0; i < sizes.size() && count > 0; i++) {
      last = saturatingAdd(last, saturatingMultiply(sizes.get(i) - 1, strides.get(i)));
    }
    if (offset < 0 || (count > 0 && saturatingAdd(offset, last) >= storage.count())) {
      throw new IllegalArgumentException(
          "offset "
              + offset
              + ", sizes "
              + sizes
              + ", strides "
              + strides
              + " in a storage of "
              + storage.count()
              + " numbers");
    }
    if (last > LARGEST) {
      throw new IllegalArgumentException("sizes " + sizes + " are more than fit in an array");
    }
  }

  private int count() {
    return (int) sizes.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
  }

  /** The tensor, its values read by {@code source} whenever they are asked for. */
  StateTensor reading(StateTensor.Source source) {
    long[] shape = sizes.stream().mapToLong(Long::longValue).toArray();
    return StateTensor.reading(source, storage.type().isInteger(), shape);
  }

  /** Reads its values from the bytes of its storage. */
  float[] read(InputStream storageBytes) throws IOException {
    int count = count();
    long span = count == 0 ? 0 : 1;
    for (int i = 0; i < sizes.size() && count > 0; i++) {
      span += (sizes.get(i) - 1) * strides.get(i);
    }
    float[] stored =
        ElementReader.read(storageBytes, storage.type(), offset, Math.toIntExact(span));
    return isRowMajor() ? stored : gathered(stored, count);
  }

  private boolean isRowMajor() {
    long expected = 1;
    for (int i = sizes.size() - 1; i >= 0; i--) {
      if (sizes.get(i) != 1 && strides.get(i) != expected) {
        return false;
      }
      expected *= sizes.get(i);
    }
    return true;
  }

  private float[] gathered(float[] stored, int count) {
    float[] values = new float[count];
    long[] index = new long[sizes.size()];
    int from = 0;
    for (int i = 0; i < count; i++) {
      values[i] = stored[from];
      for (int d = index.length - 1; d >= 0; d--) { // to the next index, last dimension fastest
        from += strides.get(d);
        if (++index[d] < sizes.get(d)) {
          break;
        }
        from -= index[d] * strides.get(d);
        index[d] = 0;
      }
    }
    return values;
  }

  private static long saturatingMultiply(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
  }

  private static long saturatingAdd(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
