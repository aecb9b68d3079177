package facedepth.geometry;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Depth as the product's origin stores it: a grey PNG stretched per image from the smallest to the
 * largest value, larger = brighter. Distances are lost, and there is no mask.
 *
 * <p>Source of the formula: {@code write_depth} of MiDaS v3. All in float32, left to right, and
 * truncated, so that the largest value can come out one step below white.
 */
public final class MinMaxPng {
  private MinMaxPng() {}

  /** Writes values as 8-bit grey: {@code (255 * (v - min)) / (max - min)}. */
  public static void write8(Path file, int width, int height, float[] values) throws IOException {
    float[] scaled = scaled(values, 255);
    byte[] pixels = new byte[scaled.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (int) scaled[i];
    }
    GreyPng.write(file, width, height, pixels);
  }

  /** Writes values as 16-bit grey: {@code (65535 * (v - min)) / (max - min)}. */
  public static void write16(Path file, int width, int height, float[] values) throws IOException {
    float[] scaled = scaled(values, 65535);
    char[] pixels = new char[scaled.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (char) (int) scaled[i];
    }
    GreyPng.write(file, width, height, pixels);
  }

  /** Zeros where all values are the same; MiDaS v3 fails there, v3.1 does this. */
  private static float[] scaled(float[] values, float white) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("depth " + value + " has no grey; the map is not dense");
      }
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    float range = greatest - least;
    float[] scaled = new float[values.length];
    if (range > Math.ulp(1.0)) { // numpy's finfo("float").eps
      for (int i = 0; i < values.length; i++) {
        scaled[i] = white * (values[i] - least) / range;
      }
    }
    return scaled;
  }
}
