package facedepth.geometry;

import java.util.Arrays;
import java.util.Locale;

/**
 * A dense map of depth, row-major, one float a pixel.
 *
 * <p>Unless a method says otherwise the values are crop widths relative to the median of the face:
 * {@code d = (z - z0) / w}, growing away from the camera, 0 at the median, NaN outside the face
 * mask. The array is shared with the caller, not copied: maps are large and pass through many
 * hands; whoever changes the values says so.
 */
public final class DepthMap {
  private final int width;
  private final int height;
  private final float[] values;

  /**
   * Wraps {@code values}.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param values {@code width * height} floats, row-major
   * @throws IllegalArgumentException if the size does not fit the array
   */
  public DepthMap(int width, int height, float[] values) {
    if (width < 1 || height < 1 || (long) width * height != values.length) {
      throw new IllegalArgumentException(
          "a depth map of " + width + "x" + height + " cannot hold " + values.length + " values");
    }
    this.width = width;
    this.height = height;
    this.values = values;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The values themselves, row-major. */
  public float[] values() {
    return values;
  }

  /** Depth at column {@code x}, row {@code y}. */
  public float at(int x, int y) {
    return values[y * width + x];
  }

  /** Whether the pixel belongs to the face: its depth is a finite number. */
  public boolean isFace(int x, int y) {
    return Float.isFinite(values[y * width + x]);
  }

  /**
   * Depth between pixel centres.
   *
   * @param x column, from 0 to {@code width() - 1}
   * @param y row, from 0 to {@code height() - 1}
   * @return NaN where one of the pixels around has no depth
   */
  public float bilinear(float x, float y) {
    int left = Math.min((int) x, Math.max(0, width - 2));
    int top = Math.min((int) y, Math.max(0, height - 2));
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    float s = x - left;
    float t = y - top;
    return (1 - t) * ((1 - s) * at(left, top) + s * at(right, top))
        + t * ((1 - s) * at(left, bottom) + s * at(right, bottom));
  }

  /** How many pixels belong to the face. */
  public int faceArea() {
    int area = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        area++;
      }
    }
    return area;
  }

  /**
   * Refuses a map without a face.
   *
   * @return {@link #faceArea}
   * @throws IllegalArgumentException if no pixel is finite
   */
  int requireFace() {
    int area = faceArea();
    if (area == 0) {
      throw new IllegalArgumentException(
          "the depth map of " + width + "x" + height + " pixels holds no face: no value is finite");
    }
    return area;
  }

  /**
   * The median over the face (the lower one of an even count).
   *
   * @return NaN if no pixel is finite
   */
  public float median() {
    float[] finite = finiteValues();
    if (finite.length == 0) {
      return Float.NaN;
    }
    return select(finite, (finite.length - 1) / 2);
  }

  /**
   * The value that would stand at {@code rank} if the array were sorted (Hoare 1961, "Find"); mixes
   * the array up. Sorting all of a face for its median takes ten times as long.
   */
  private static float select(float[] values, int rank) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      float pivot = values[(low + high) >>> 1];
      int left = low;
      int right = high;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          float swap = values[left];
          values[left++] = values[right];
          values[right--] = swap;
        }
      }
      if (rank <= right) {
        high = right;
      } else if (rank >= left) {
        low = left;
      } else {
        return values[rank];
      }
    }
    return values[rank];
  }

  /** A new map with the median subtracted, so that 0 is the median of the face. */
  public DepthMap centred() {
    float median = median();
    float[] centred = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = Float.isFinite(values[i]) ? values[i] - median : Float.NaN;
    }
    return new DepthMap(width, height, centred);
  }

  /**
   * A new map of what lies within another's face.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public DepthMap within(DepthMap face) {
    if (face.width != width || face.height != height) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a map of %dx%d within a face of %dx%d",
              width,
              height,
              face.width,
              face.height));
    }
    float[] cut = new float[values.length];
    for (int i = 0; i < cut.length; i++) {
      cut[i] = Float.isFinite(face.values[i]) ? values[i] : Float.NaN;
    }
    return new DepthMap(width, height, cut);
  }

  /** The finite values in row-major order, a new array. */
  public float[] finiteValues() {
    float[] finite = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    return Arrays.copyOf(finite, count);
  }
}
