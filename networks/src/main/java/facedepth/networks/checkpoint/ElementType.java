package facedepth.networks.checkpoint;

import facedepth.networks.Float16;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The types of numbers in files of weights; all are read as float32. */
enum ElementType {
  FLOAT32(4, "FloatStorage", "F32", false),
  FLOAT64(8, "DoubleStorage", "F64", false),
  FLOAT16(2, "HalfStorage", "F16", false),
  BFLOAT16(2, "BFloat16Storage", "BF16", false),
  INT64(8, "LongStorage", "I64", true),
  INT32(4, "IntStorage", "I32", true),
  INT16(2, "ShortStorage", "I16", true),
  INT8(1, "CharStorage", "I8", true),
  UINT8(1, "ByteStorage", "U8", true),
  BOOL(1, "BoolStorage", "BOOL", true);

  private final int bytes;
  private final String torchStorage;
  private final String safetensorsName;
  private final boolean integer;

  ElementType(int bytes, String torchStorage, String safetensorsName, boolean integer) {
    this.bytes = bytes;
    this.torchStorage = torchStorage;
    this.safetensorsName = safetensorsName;
    this.integer = integer;
  }

  static Optional<ElementType> ofTorchStorage(String name) {
    return Arrays.stream(values()).filter(type -> type.torchStorage.equals(name)).findFirst();
  }

  static Optional<ElementType> ofSafetensors(String name) {
    return Arrays.stream(values()).filter(type -> type.safetensorsName.equals(name)).findFirst();
  }

  /** The size of one element. */
  int bytes() {
    return bytes;
  }

  boolean isInteger() {
    return integer;
  }

  String safetensorsName() {
    return safetensorsName;
  }

  /** Converts {@code count} elements of a little-endian buffer. */
  void get(ByteBuffer from, float[] to, int at, int count) {
    switch (this) {
      case FLOAT32 -> {
        from.asFloatBuffer().get(to, at, count);
        from.position(from.position() + 4 * count);
      }
      default -> {
        for (int i = at; i < at + count; i++) {
          to[i] = next(from);
        }
      }
    }
  }

  private float next(ByteBuffer from) {
    return switch (this) {
      case FLOAT32 -> from.getFloat();
      case FLOAT64 -> (float) from.getDouble();
      case FLOAT16 -> Float16.halfToFloat(from.getShort());
      case BFLOAT16 -> Float16.bfloat16ToFloat(from.getShort());
      case INT64 -> from.getLong();
      case INT32 -> from.getInt();
      case INT16 -> from.getShort();
      case INT8 -> from.get();
      case UINT8 -> from.get() & 0xff;
      case BOOL -> from.get() == 0 ? 0 : 1;
    };
  }
}
