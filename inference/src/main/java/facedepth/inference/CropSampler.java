package facedepth.inference;

import facedepth.geometry.AffineMap;
import facedepth.geometry.FaceCrop;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Draws the square of a crop out of a photo, at any resolution.
 *
 * <p>Bilinear; where the crop is shrunk, each pixel is the mean of a grid of samples spread over
 * the area it covers, so that fine patterns do not alias. Outside the photo its edge is repeated.
 */
final class CropSampler {
  private static final int MOST_SAMPLES = 8; // a side; spaced wider beyond a shrinking of 8

  private final Photo photo;
  private final AffineMap toPhoto;
  private final int resolution;
  private final int samples;

  CropSampler(Photo photo, FaceCrop crop, int resolution) {
    this.photo = photo;
    this.resolution = resolution;
    toPhoto = crop.toPhoto(resolution);
    samples = Math.min(MOST_SAMPLES, Math.max(1, (int) Math.ceil(crop.size() / resolution - 0.01)));
  }

  /** Red, green and blue plane, each {@code resolution * resolution} floats from 0 to 255. */
  float[] planes() {
    int area = resolution * resolution;
    float[] planes = new float[3 * area];
    float[] row = new float[3 * resolution];
    for (int y = 0, i = 0; y < resolution; y++) {
      sampleRow(y, row);
      for (int x = 0; x < row.length; x += 3, i++) {
        planes[i] = row[x + 2];
        planes[area + i] = row[x + 1];
        planes[2 * area + i] = row[x];
      }
    }
    return planes;
  }

  /** The crop as a picture of its own. */
  Photo picture(String name) {
    byte[] out = new byte[3 * resolution * resolution];
    float[] row = new float[3 * resolution];
    for (int y = 0, i = 0; y < resolution; y++) {
      sampleRow(y, row);
      for (float value : row) {
        out[i++] = (byte) (int) (value + 0.5f);
      }
    }
    return new Photo(name, resolution, resolution, out, OptionalDouble.empty());
  }

  /** Blue, green and red of a row's pixels. */
  private void sampleRow(int y, float[] row) {
    Arrays.fill(row, 0);
    byte[] p = photo.bgr();
    int stride = 3 * photo.width();
    float lastX = photo.width() - 1;
    float lastY = photo.height() - 1;
    float norm = 1f / (samples * samples);
    for (int sy = 0; sy < samples; sy++) {
      double v = y + (sy + 0.5) / samples - 0.5;
      for (int sx = 0; sx < samples; sx++) {
        double u = (sx + 0.5) / samples - 0.5;
        double startX = toPhoto.applyX(u, v);
        double startY = toPhoto.applyY(u, v);
        for (int x = 0, i = 0; x < resolution; x++) {
          float px = Math.min(lastX, Math.max(0, (float) (startX + x * toPhoto.a())));
          float py = Math.min(lastY, Math.max(0, (float) (startY + x * toPhoto.d())));
          int x0 = (int) px;
          int y0 = (int) py;
          float fx = px - x0;
          float fy = py - y0;
          int at = y0 * stride + 3 * x0;
          int right = x0 < lastX ? 3 : 0;
          int down = y0 < lastY ? stride : 0;
          float w11 = fx * fy;
          float w10 = fy - w11;
          float w01 = fx - w11;
          float w00 = 1 - fx - w10;
          for (int end = at + 3; at < end; at++) {
            row[i++] +=
                norm
                    * (w00 * (p[at] & 0xff)
                        + w01 * (p[at + right] & 0xff)
                        + w10 * (p[at + down] & 0xff)
                        + w11 * (p[at + down + right] & 0xff));
          }
        }
      }
    }
  }
}
