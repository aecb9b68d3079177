package facedepth.inference;

import facedepth.geometry.AffineMap;
import facedepth.geometry.FaceCrop;
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
    float[] bgr = new float[3];
    for (int y = 0, i = 0; y < resolution; y++) {
      for (int x = 0; x < resolution; x++, i++) {
        sample(x, y, bgr);
        planes[i] = bgr[2];
        planes[area + i] = bgr[1];
        planes[2 * area + i] = bgr[0];
      }
    }
    return planes;
  }

  /** The crop as a picture of its own. */
  Photo picture(String name) {
    byte[] out = new byte[3 * resolution * resolution];
    float[] bgr = new float[3];
    for (int y = 0, i = 0; y < resolution; y++) {
      for (int x = 0; x < resolution; x++) {
        sample(x, y, bgr);
        out[i++] = (byte) Math.round(bgr[0]);
        out[i++] = (byte) Math.round(bgr[1]);
        out[i++] = (byte) Math.round(bgr[2]);
      }
    }
    return new Photo(name, resolution, resolution, out, OptionalDouble.empty());
  }

  private void sample(int x, int y, float[] bgr) {
    float b = 0;
    float g = 0;
    float r = 0;
    for (int sy = 0; sy < samples; sy++) {
      double v = y + (sy + 0.5) / samples - 0.5;
      for (int sx = 0; sx < samples; sx++) {
        double u = x + (sx + 0.5) / samples - 0.5;
        double px = Math.min(photo.width() - 1, Math.max(0, toPhoto.applyX(u, v)));
        double py = Math.min(photo.height() - 1, Math.max(0, toPhoto.applyY(u, v)));
        int x0 = (int) px;
        int y0 = (int) py;
        int right = x0 + 1 < photo.width() ? 3 : 0;
        int down = y0 + 1 < photo.height() ? 3 * photo.width() : 0;
        float fx = (float) (px - x0);
        float fy = (float) (py - y0);
        byte[] p = photo.bgr();
        int i = 3 * (y0 * photo.width() + x0);
        b += mix(p, i, right, down, fx, fy);
        g += mix(p, i + 1, right, down, fx, fy);
        r += mix(p, i + 2, right, down, fx, fy);
      }
    }
    float norm = 1f / (samples * samples);
    bgr[0] = b * norm;
    bgr[1] = g * norm;
    bgr[2] = r * norm;
  }

  private static float mix(byte[] p, int i, int right, int down, float fx, float fy) {
    float top = (p[i] & 0xff) + fx * ((p[i + right] & 0xff) - (p[i] & 0xff));
    float low = (p[i + down] & 0xff) + fx * ((p[i + down + right] & 0xff) - (p[i + down] & 0xff));
    return top + fy * (low - top);
  }
}
