package facedepth.synthesis;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import java.util.Arrays;

/**
 * Makes the picture and its labels of shaded subsamples: background behind, exposure, and what
 * cameras and people do to pictures.
 */
final class Compositor {
  /** Subsamples along each side of a pixel. */
  static final int SUPERSAMPLING = 2;

  private static final int SMALLEST_FACE_SHARE = 40; // of the picture, one part in this many

  private final int resolution;
  private final Degradation degradation;

  Compositor(int resolution) {
    this.resolution = resolution;
    degradation = new Degradation(resolution);
  }

  int resolution() {
    return resolution;
  }

  /** The sample; null if a face is wanted and too little of it is left. */
  SyntheticFace compose(
      FaceRecipe recipe,
      Framing.Frame frame,
      float[] landmarks,
      float[] fineDepth,
      float[] fineNormal,
      byte[] kind,
      float[] colour) {
    BackdropPainter backdrop = new BackdropPainter(recipe.backdrop());
    boolean wantsFace = recipe.viewpoint().subject() == Viewpoint.Subject.FACE;
    int area = resolution * resolution;
    float[] rgb = new float[3 * area];
    float[] cameraZ = new float[area];
    float[] normals = new float[3 * area];
    Arrays.fill(normals, Float.NaN);
    float[] background = new float[3];
    double faceLight = 0;
    int facePixels = 0;
    int fineSize = resolution * SUPERSAMPLING;
    for (int pixel = 0; pixel < area; pixel++) {
      int column = pixel % resolution;
      int row = pixel / resolution;
      float u = (column + 0.5f) / resolution - 0.5f;
      float v = (row + 0.5f) / resolution - 0.5f;
      float red = 0;
      float green = 0;
      float blue = 0;
      float z = 0;
      int face = 0;
      int empty = 0;
      for (int s = 0; s < SUPERSAMPLING * SUPERSAMPLING; s++) {
        int at =
            (SUPERSAMPLING * row + s / SUPERSAMPLING) * fineSize
                + SUPERSAMPLING * column
                + s % SUPERSAMPLING;
        if (kind[at] == PhotoShader.BACKGROUND) {
          empty++;
          continue;
        }
        red += colour[3 * at];
        green += colour[3 * at + 1];
        blue += colour[3 * at + 2];
        if (kind[at] == PhotoShader.FACE) {
          face++;
          z += fineDepth[at];
        }
      }
      if (empty > 0) {
        backdrop.colour(u, v, background);
        red += empty * background[0];
        green += empty * background[1];
        blue += empty * background[2];
      }
      float share = 1f / (SUPERSAMPLING * SUPERSAMPLING);
      rgb[pixel] = red * share;
      rgb[area + pixel] = green * share;
      rgb[2 * area + pixel] = blue * share;
      cameraZ[pixel] = Float.NaN;
      if (face * 2 >= SUPERSAMPLING * SUPERSAMPLING) {
        cameraZ[pixel] = z / face;
        int at = 3 * (SUPERSAMPLING * row * fineSize + SUPERSAMPLING * column);
        for (int c = 0; c < 3; c++) {
          normals[c * area + pixel] = fineNormal[at + c];
        }
        faceLight += rgb[pixel] * 0.3 + rgb[area + pixel] * 0.6 + rgb[2 * area + pixel] * 0.1;
        facePixels++;
      }
    }
    if (!wantsFace) {
      faceLight = 0;
      facePixels = area;
      for (int i = 0; i < area; i++) {
        faceLight += rgb[area + i];
      }
    } else if (facePixels < area / SMALLEST_FACE_SHARE) {
      return null;
    }
    expose(rgb, (float) (faceLight / facePixels), recipe);
    if (recipe.faults() == null) {
      Degradation.develop(rgb);
    } else {
      degradation.apply(rgb, recipe.faults());
    }
    float focal = frame.focalLength();
    boolean[] seen = Landmarks.seen(landmarks, cameraZ, resolution);
    DepthMap z = new DepthMap(resolution, resolution, cameraZ);
    float median = z.median();
    for (int i = 2; i < landmarks.length; i += 3) {
      landmarks[i] = (landmarks[i] - median) * focal / median;
    }
    return new SyntheticFace(
        resolution,
        rgb,
        inCropWidths(cameraZ, median, focal),
        normals,
        landmarks,
        seen,
        new CropCamera(focal),
        recipe.pose(),
        recipe);
  }

  /** Dark skin stays darker than light skin, but the camera meters the face. */
  private static void expose(float[] rgb, float faceLight, FaceRecipe recipe) {
    float[] skin = recipe.appearance().skin();
    float tone = 0.3f * skin[0] + 0.6f * skin[1] + 0.1f * skin[2];
    float target = 0.34f * (float) Math.sqrt(tone / 0.4) * recipe.exposure();
    float gain = target / Math.max(1e-4f, faceLight);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] *= gain;
    }
  }

  /** Depth by design: {@code d = (z - z0) / w} with {@code w = z0 / phi}. */
  private DepthMap inCropWidths(float[] cameraZ, float median, float focal) {
    float perCropWidth = focal / median;
    float[] d = new float[cameraZ.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = (cameraZ[i] - median) * perCropWidth;
    }
    return new DepthMap(resolution, resolution, d);
  }
}
