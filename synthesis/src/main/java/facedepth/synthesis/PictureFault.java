package facedepth.synthesis;

/**
 * Single faults of growing strength, to measure how a network bears them. Each comes with the unit
 * of its strength; 0 leaves a picture as it is.
 */
public enum PictureFault {
  /** Deviation of the defocus in picture widths, 0 to 0.1. */
  BLUR(0.1f),
  /** Length of motion blur in picture widths, 0 to 0.2. */
  MOTION(0.2f),
  /** Deviation of noise at middle grey in grey levels of 255, 0 to 100. */
  NOISE(100),
  /** What is missing to JPEG quality 100, 0 (no compression) to 99. */
  JPEG(99),
  /** Stops of light that are missing, 0 to 8. */
  DARKNESS(8),
  /** Share of the resolution that is lost, 0 to 0.95. */
  LOW_RESOLUTION(0.95f);

  private static final float STOP = (float) Math.log(2);

  private final float most;

  PictureFault(float most) {
    this.most = most;
  }

  /** The greatest strength. */
  public float most() {
    return most;
  }

  /**
   * A copy of a picture with the fault.
   *
   * @param rgb planar displayed values, 0 to 255, row-major, {@code 3 * size * size} of them
   * @param size side in pixels, even
   * @param strength 0 to {@link #most}, in the fault's unit
   * @return whole numbers 0 to 255
   */
  public float[] apply(float[] rgb, int size, float strength) {
    if (size < 2 || size % 2 != 0 || rgb.length != 3 * size * size) {
      throw new IllegalArgumentException(
          "a picture of " + rgb.length + " values is not one of even side " + size);
    }
    if (!(strength >= 0 && strength <= most)) {
      throw new IllegalArgumentException("strength " + strength + " is not from 0 to " + most);
    }
    float[] linear = new float[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      linear[i] = (float) Math.pow(rgb[i] / 255, 2.2);
    }
    new Degradation(size).apply(linear, faults(strength));
    return linear;
  }

  private CameraFaults faults(float strength) {
    CameraFaults none = CameraFaults.none();
    if (strength == 0) {
      return none;
    }
    return switch (this) {
      case BLUR -> none.with(new Optics(0, strength, false, 0, 0, 0));
      case MOTION -> none.with(new Optics(0, 0, false, strength, 0.6f, 0));
      case NOISE -> none.with(new Sensor(white(1), strength / 255, 0.5f, 0.5f, false, 12_345));
      case JPEG ->
          none.with(
              new Storage(
                  1, Resampling.BOX, Resampling.BILINEAR, 0, Math.round(100 - strength), 0));
      case DARKNESS ->
          none.with(new Sensor(white((float) Math.exp(-STOP * strength)), 0, 0, 0, false, 0));
      case LOW_RESOLUTION ->
          none.with(new Storage(1 - strength, Resampling.BOX, Resampling.BILINEAR, 0, 0, 0));
    };
  }

  private static float[] white(float level) {
    return new float[] {level, level, level};
  }
}
