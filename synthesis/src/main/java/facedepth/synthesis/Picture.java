package facedepth.synthesis;

import java.util.Arrays;

/**
 * A scene without its background, and what is true of its face; row-major, one value a pixel.
 *
 * @param resolution side in pixels
 * @param rgb linear light of what the scene covers, planar, zero where it covers nothing
 * @param cover share of the pixel that the scene covers, 0 to 1
 * @param faceZ camera z of the face at the pixel's centre in centimetres, NaN where no face is
 * @param normals unit normals of the face, planar, camera axes, NaN where no face is
 */
record Picture(int resolution, float[] rgb, float[] cover, float[] faceZ, float[] normals) {

  static Picture empty(int resolution) {
    int area = resolution * resolution;
    Picture picture =
        new Picture(
            resolution, new float[3 * area], new float[area], new float[area], new float[3 * area]);
    Arrays.fill(picture.faceZ, Float.NaN);
    Arrays.fill(picture.normals, Float.NaN);
    return picture;
  }

  /** The same labels, light of its own. */
  Picture withOwnLight() {
    return new Picture(resolution, rgb.clone(), cover, faceZ, normals);
  }

  void setFace(int pixel, float z, float[] normal) {
    int area = resolution * resolution;
    faceZ[pixel] = z;
    for (int c = 0; c < 3; c++) {
      normals[c * area + pixel] = normal[c];
    }
  }
}
