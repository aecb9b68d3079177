package facedepth.training;

import java.util.List;

/**
 * Faces stacked for one step, as plain arrays: they are made on other threads than the one that
 * owns native memory.
 *
 * @param size how many faces
 * @param resolution side in pixels
 * @param images [size, 3, resolution, resolution], values in [-1, 1]
 * @param depth [size, 1, resolution, resolution], crop widths, 0 outside the face
 * @param mask [size, 1, resolution, resolution], 1 inside the face, else 0
 */
record Batch(int size, int resolution, float[] images, float[] depth, float[] mask) {

  static Batch of(List<TrainingFace> faces) {
    int resolution = faces.get(0).resolution();
    int area = resolution * resolution;
    float[] images = new float[faces.size() * 3 * area];
    float[] depth = new float[faces.size() * area];
    float[] mask = new float[faces.size() * area];
    for (int n = 0; n < faces.size(); n++) {
      byte[] rgb = faces.get(n).rgb();
      for (int i = 0; i < rgb.length; i++) {
        images[n * 3 * area + i] = (rgb[i] & 0xff) / 127.5f - 1;
      }
      float[] d = faces.get(n).depth();
      for (int i = 0; i < area; i++) {
        if (Float.isFinite(d[i])) {
          depth[n * area + i] = d[i];
          mask[n * area + i] = 1;
        }
      }
    }
    return new Batch(faces.size(), resolution, images, depth, mask);
  }
}
