package facedepth.geometry;

/** Element types of .npy files that are read and written. */
public enum NpyType {
  /** One byte, 0 or 1. */
  BOOL("b1", 1),
  /** Signed byte. */
  INT8("i1", 1),
  /** Unsigned byte. */
  UINT8("u1", 1),
  /** Signed 16 bits. */
  INT16("i2", 2),
  /** Unsigned 16 bits. */
  UINT16("u2", 2),
  /** Signed 32 bits. */
  INT32("i4", 4),
  /** Signed 64 bits. */
  INT64("i8", 8),
  /** IEEE single precision. */
  FLOAT32("f4", 4),
  /** IEEE double precision. */
  FLOAT64("f8", 8);

  private final String code;
  private final int bytes;

  NpyType(String code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** Whether elements are floating-point numbers. */
  public boolean isFloatingPoint() {
    return this == FLOAT32 || this == FLOAT64;
  }

  /** NumPy's name of the little-endian type, as {@code <f4}; single bytes have no order. */
  String descriptor() {
    return (bytes == 1 ? "|" : "<") + code;
  }

  /** The type of a descriptor without its order character, or null when there is none. */
  static NpyType ofCode(String code) {
    for (NpyType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    return null;
  }
}
