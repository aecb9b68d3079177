package facedepth.geometry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** An array as it stands in a .npy file: a type, a shape, and the elements in row-major order. */
public final class NpyArray {
  private final NpyType type;
  private final int[] shape;
  private final ByteBuffer data;

  /** Wraps {@code data}, whose order is that of the elements and whose remaining bytes are they. */
  NpyArray(NpyType type, int[] shape, ByteBuffer data) {
    this.type = type;
    this.shape = shape.clone();
    this.data = data;
    if (data.remaining() != (long) elementCount(shape) * type.bytes()) {
      throw new IllegalArgumentException(
          "shape "
              + Arrays.toString(shape)
              + " of "
              + type
              + " does not fit "
              + data.remaining()
              + " bytes");
    }
  }

  /** An array of float32. */
  public static NpyArray of(float[] values, int... shape) {
    ByteBuffer data = allocate(values.length, NpyType.FLOAT32);
    data.asFloatBuffer().put(values);
    return new NpyArray(NpyType.FLOAT32, shape, data);
  }

  /** An array of float64. */
  public static NpyArray of(double[] values, int... shape) {
    ByteBuffer data = allocate(values.length, NpyType.FLOAT64);
    data.asDoubleBuffer().put(values);
    return new NpyArray(NpyType.FLOAT64, shape, data);
  }

  /** An array of int32. */
  public static NpyArray of(int[] values, int... shape) {
    ByteBuffer data = allocate(values.length, NpyType.INT32);
    data.asIntBuffer().put(values);
    return new NpyArray(NpyType.INT32, shape, data);
  }

  /** An array of int64. */
  public static NpyArray of(long[] values, int... shape) {
    ByteBuffer data = allocate(values.length, NpyType.INT64);
    data.asLongBuffer().put(values);
    return new NpyArray(NpyType.INT64, shape, data);
  }

  /** An array of int16. */
  public static NpyArray of(short[] values, int... shape) {
    ByteBuffer data = allocate(values.length, NpyType.INT16);
    data.asShortBuffer().put(values);
    return new NpyArray(NpyType.INT16, shape, data);
  }

  /** An array of uint16. */
  public static NpyArray of(char[] values, int... shape) {
    ByteBuffer data = allocate(values.length, NpyType.UINT16);
    data.asCharBuffer().put(values);
    return new NpyArray(NpyType.UINT16, shape, data);
  }

  /** An array of uint8. */
  public static NpyArray of(byte[] values, int... shape) {
    return new NpyArray(NpyType.UINT8, shape, ByteBuffer.wrap(values.clone()));
  }

  /** The element type. */
  public NpyType type() {
    return type;
  }

  /** The dimensions, outermost first; empty for a single number. A new array. */
  public int[] shape() {
    return shape.clone();
  }

  /** How many elements. */
  public int elementCount() {
    return data.remaining() / type.bytes();
  }

  /** The elements as floats, rounded where the type holds more; a new array. */
  public float[] floats() {
    float[] values = new float[elementCount()];
    if (type == NpyType.FLOAT32) {
      bytes().asFloatBuffer().get(values);
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = type == NpyType.INT64 ? (float) longAt(i) : (float) doubleAt(i);
    }
    return values;
  }

  /** The elements as doubles, rounded where the type holds more; a new array. */
  public double[] doubles() {
    double[] values = new double[elementCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = doubleAt(i);
    }
    return values;
  }

  /**
   * The elements as 64-bit integers; a new array.
   *
   * @throws IllegalStateException if the elements are floating-point numbers
   */
  public long[] longs() {
    if (type.isFloatingPoint()) {
      throw new IllegalStateException("an array of " + type + " does not hold integers");
    }
    long[] values = new long[elementCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = longAt(i);
    }
    return values;
  }

  /** The raw elements in the order that {@link ByteBuffer#order()} tells. */
  ByteBuffer bytes() {
    return data.duplicate().order(data.order());
  }

  private double doubleAt(int i) {
    int at = data.position() + i * type.bytes();
    return switch (type) {
      case FLOAT32 -> data.getFloat(at);
      case FLOAT64 -> data.getDouble(at);
      default -> longAt(i);
    };
  }

  private long longAt(int i) {
    int at = data.position() + i * type.bytes();
    return switch (type) {
      case BOOL, UINT8 -> data.get(at) & 0xFF;
      case INT8 -> data.get(at);
      case INT16 -> data.getShort(at);
      case UINT16 -> data.getChar(at);
      case INT32 -> data.getInt(at);
      case INT64 -> data.getLong(at);
      case FLOAT32, FLOAT64 -> throw new IllegalStateException(type + " is no integer type");
    };
  }

  private static ByteBuffer allocate(int elements, NpyType type) {
    return ByteBuffer.allocate(Math.multiplyExact(elements, type.bytes()))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int elementCount(int[] shape) {
    int count = 1;
    for (int side : shape) {
      if (side < 0) {
        throw new IllegalArgumentException("negative side in shape " + Arrays.toString(shape));
      }
      count = Math.multiplyExact(count, side);
    }
    return count;
  }
}
