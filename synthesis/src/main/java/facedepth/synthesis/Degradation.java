package facedepth.synthesis;

/**
 * Does to a picture what cameras, film and programs do: the largest single reason why rendered
 * faces teach about real ones (Wood et al. 2021, table of ablations). Holds scratch memory: one a
 * thread.
 */
final class Degradation {
  private static final float MIDDLE_GREY = 0.2f; // linear
  private static final float SLOPE = 1.09f; // of the display's curve there
  private static final float HALO = 0.004f; // deviation of the unsharp mask, picture widths
  private static final float PORES = 0.01f; // what smoothing takes for texture, picture widths
  private static final float EDGE = 0.05f; // what it takes for an edge

  private final int size;
  private final int area;
  private final float[] scratch;
  private final float[] row;
  private final float[] shared;
  private final Blur blur = new Blur();
  private final ToneCurve curve = new ToneCurve();
  private final BlockCompression compression;

  Degradation(int size) {
    this.size = size;
    area = size * size;
    scratch = new float[area];
    row = new float[size];
    shared = new float[size];
    compression = new BlockCompression(size);
  }

  /**
   * Makes a picture of linear light one to look at, in place.
   *
   * @param linear planar linear RGB, already exposed so that 1 is white; becomes whole numbers 0 to
   *     255
   */
  void apply(float[] linear, CameraFaults faults) {
    float[][] planes = new float[3][area];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(linear, c * area, planes[c], 0, area);
      expose(planes[c], faults.sensor().balance()[c], faults.optics());
      focus(planes[c], c, faults.optics());
    }
    if (faults.sensor().noise() > 0) {
      addNoise(planes, faults.sensor());
    }
    Development development = faults.development();
    curve.prepare(development);
    for (int c = 0; c < 3; c++) {
      curve.apply(planes[c], area);
      if (development.smoothing() > 0) {
        smooth(planes[c], development.smoothing());
      }
      if (development.sharpening() > 0) {
        sharpen(planes[c], development.sharpening());
      }
    }
    if (development.saturation() != 1) {
      saturate(planes, development.saturation());
    }
    if (faults.print() != null) {
      PrintMaker.print(planes, size, faults.print());
    }
    store(planes, faults.storage());
    for (int c = 0; c < 3; c++) {
      float[] plane = planes[c];
      for (int i = 0; i < area; i++) {
        linear[c * area + i] = (int) (255 * Math.max(0, Math.min(1, plane[i])) + 0.5f);
      }
    }
  }

  private void expose(float[] plane, float balance, Optics optics) {
    if (optics.vignette() == 0) {
      for (int i = 0; i < area; i++) {
        plane[i] *= balance;
      }
      return;
    }
    for (int x = 0; x < size; x++) {
      float u = (x + 0.5f) / size - 0.5f;
      row[x] = u * u;
    }
    for (int y = 0; y < size; y++) {
      float v = row[y];
      for (int x = 0; x < size; x++) {
        plane[y * size + x] *= balance * (1 - 2 * optics.vignette() * (row[x] + v));
      }
    }
  }

  private void focus(float[] plane, int channel, Optics optics) {
    if (optics.aberration() != 0 && channel != 1) {
      float zoom = channel == 0 ? 1 + optics.aberration() : 1 - optics.aberration();
      Resampling.BILINEAR.resize(plane, size, scratch, 0, size, zoom);
      System.arraycopy(scratch, 0, plane, 0, area);
    }
    if (optics.disc()) {
      blur.disc(plane, size, 2 * optics.blur() * size);
    } else {
      blur.gaussian(plane, size, optics.blur() * size);
    }
    blur.motion(plane, size, optics.motion() * size, optics.motionAngle());
  }

  /** Shot noise grows with the root of the light, read noise does not. */
  private void addNoise(float[][] planes, Sensor sensor) {
    NoiseTile tile = sensor.coarse() ? NoiseTile.COARSE : NoiseTile.FINE;
    float deviation = sensor.noise() / SLOPE;
    float fixed = deviation * deviation * sensor.read();
    float growing = deviation * deviation * (1 - sensor.read()) / MIDDLE_GREY;
    float common = (float) Math.sqrt(sensor.shared());
    float own = (float) Math.sqrt(1 - sensor.shared());
    for (int y = 0; y < size; y++) {
      tile.row(sensor.grain(), y, shared, size);
      for (int c = 0; c < 3; c++) {
        tile.row(sensor.grain() >>> 16 * (c + 1), y, row, size);
        mix(shared, common, row, own, size);
        float[] plane = planes[c];
        int at = y * size;
        for (int x = 0; x < size; x++) {
          float light = plane[at + x];
          plane[at + x] = light + row[x] * (float) Math.sqrt(fixed + growing * Math.max(0, light));
        }
      }
    }
  }

  private static void mix(float[] from, float share, float[] to, float rest, int count) {
    for (int x = 0; x < count; x++) {
      to[x] = rest * to[x] + share * from[x];
    }
  }

  private void sharpen(float[] plane, float amount) {
    System.arraycopy(plane, 0, scratch, 0, area);
    blur.gaussian(scratch, size, HALO * size);
    for (int i = 0; i < area; i++) {
      plane[i] += amount * (plane[i] - scratch[i]);
    }
  }

  /** Towards the mean of the surroundings where they differ little: texture goes, edges stay. */
  private void smooth(float[] plane, float amount) {
    System.arraycopy(plane, 0, scratch, 0, area);
    blur.gaussian(scratch, size, PORES * size);
    for (int i = 0; i < area; i++) {
      float change = scratch[i] - plane[i];
      float ratio = change / EDGE;
      plane[i] += amount * change / (1 + ratio * ratio);
    }
  }

  static void saturate(float[][] planes, float saturation) {
    float[] red = planes[0];
    float[] green = planes[1];
    float[] blue = planes[2];
    for (int i = 0; i < red.length; i++) {
      float grey = (1 - saturation) * (0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i]);
      red[i] = grey + saturation * red[i];
      green[i] = grey + saturation * green[i];
      blue[i] = grey + saturation * blue[i];
    }
  }

  private void store(float[][] planes, Storage storage) {
    if (storage.kept() < 1) {
      int small = Math.max(12, Math.round(size * storage.kept()));
      for (float[] plane : planes) {
        storage.down().resize(plane, size, scratch, 0, small);
        storage.up().resize(scratch, small, plane, 0, size);
      }
    }
    if (storage.moire() > 0) {
      PrintMaker.moire(planes, size, storage.moire());
    }
    if (storage.firstQuality() > 0) {
      compression.apply(planes, storage.firstQuality());
    }
    if (storage.quality() > 0) {
      compression.apply(planes, storage.quality());
    }
  }
}
