package facedepth.synthesis;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;

/**
 * Finishes the picture of a scene and its labels: background behind, exposure, and what cameras and
 * people do to pictures.
 */
final class Compositor {
  private static final int SMALLEST_FACE_SHARE = 40; // of the picture, one part in this many

  private final int resolution;
  private final Degradation degradation;
  private final BackdropPainter backdrop;
  private final float[] behind;

  Compositor(int resolution) {
    this.resolution = resolution;
    degradation = new Degradation(resolution);
    backdrop = new BackdropPainter(resolution);
    behind = new float[3 * resolution * resolution];
  }

  int resolution() {
    return resolution;
  }

  /**
   * The sample, in place of the picture's light; null if a face is wanted and too little of it is
   * left.
   *
   * @param places of the landmarks, see {@link Landmarks#project}
   * @param bystander who stands behind, null for nobody
   */
  SyntheticFace compose(
      FaceRecipe recipe, Framing.Frame frame, float[] places, Picture picture, Picture bystander) {
    boolean wantsFace = recipe.viewpoint().subject() == Viewpoint.Subject.FACE;
    int area = resolution * resolution;
    float[] rgb = picture.rgb();
    float[] faceZ = picture.faceZ();
    backdrop.paint(recipe.backdrop(), behind);
    if (bystander != null) {
      BystanderPainter.paint(recipe.bystander(), bystander, behind, resolution);
    }
    double faceLight = 0;
    int facePixels = 0;
    for (int pixel = 0; pixel < area; pixel++) {
      float open = 1 - picture.cover()[pixel];
      if (open > 0) {
        for (int c = 0; c < 3; c++) {
          rgb[c * area + pixel] += open * behind[c * area + pixel];
        }
      }
      if (faceZ[pixel] > 0) {
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
    LightMeter.expose(rgb, (float) (faceLight / facePixels), recipe);
    CameraFaults faults = recipe.faults();
    degradation.apply(rgb, faults == null ? CameraFaults.goodCamera() : faults);
    float focal = frame.focalLength();
    float[] landmarks = places.clone();
    boolean[] seen = Landmarks.seen(landmarks, faceZ, resolution);
    DepthMap z = new DepthMap(resolution, resolution, faceZ);
    float median = z.median();
    for (int i = 2; i < landmarks.length; i += 3) {
      landmarks[i] = (landmarks[i] - median) * focal / median;
    }
    return new SyntheticFace(
        resolution,
        rgb,
        inCropWidths(faceZ, median, focal),
        picture.normals(),
        landmarks,
        seen,
        new CropCamera(focal),
        recipe.pose(),
        HeadPlacement.of(recipe, frame, median),
        recipe);
  }

  /** Depth by design: {@code d = (z - z0) / w} with {@code w = z0 / phi}. */
  private DepthMap inCropWidths(float[] faceZ, float median, float focal) {
    float perCropWidth = focal / median;
    float[] d = new float[faceZ.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = (faceZ[i] - median) * perCropWidth;
    }
    return new DepthMap(resolution, resolution, d);
  }
}
