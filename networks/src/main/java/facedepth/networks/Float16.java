package facedepth.networks;

/** The 16-bit floating-point formats, as bits in a {@code short}. */
public final class Float16 {
  private Float16() {}

  /** The value of an IEEE 754 binary16. */
  public static float halfToFloat(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int exponent32 = exponent == 0x1f ? 0xff : exponent + 112;
    return Float.intBitsToFloat(sign | exponent32 << 23 | fraction << 13);
  }

  /** The nearest IEEE 754 binary16, ties to even; too large a value becomes infinite. */
  public static short floatToHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      return (short) (sign | 0x7e00);
    }
    if (magnitude >= 0x477ff000) { // rounds to 65536 or more
      return (short) (sign | 0x7c00);
    }
    if (magnitude < 0x38800000) { // below the smallest normal: a multiple of 2^-24
      return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24));
    }
    // Rebias the exponent and round at bit 13; a carry runs into the exponent as it should.
    int rounded = magnitude - (112 << 23) + 0xfff + (magnitude >> 13 & 1);
    return (short) (sign | rounded >> 13);
  }

  /** The value of a bfloat16. */
  public static float bfloat16ToFloat(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }
}
