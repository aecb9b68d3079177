package facedepth.synthesis;

import facedepth.geometry.CropRule;

/**
 * Lays the crop round a face as photos are cropped later: a coarse picture of the scene shows where
 * the face is, {@link CropRule} says how much room it gets, and the viewpoint's errors are added.
 */
final class Framing {
  private static final int COARSE = 64;
  private static final float WINDOW = 46; // centimetres at the head's centre
  private static final int TYPICAL_FACE = 420; // coarse pixels
  private static final int SMALLEST_FACE = 90; // coarse pixels; below, the face is not to be seen

  private final FaceAtlas atlas;
  private final Fragments coarse = new Fragments(COARSE, COARSE);

  Framing(FaceAtlas atlas) {
    this.atlas = atlas;
  }

  /**
   * A camera and where it is relative to the scene.
   *
   * @param focalLength in crop widths
   * @param shiftX added to x of the scene so that the crop's middle lies on the camera's axis,
   *     centimetres
   * @param shiftY likewise y
   * @param distance likewise z: from the camera to the head's origin
   */
  record Frame(float focalLength, float shiftX, float shiftY, float distance) {}

  /** The crop; null if a face is wanted and hardly any is to be seen. */
  Frame frame(Viewpoint viewpoint, SceneMesh scene, HairPattern hair) {
    float distance = viewpoint.distance();
    float coarseFocal = distance / WINDOW;
    coarse.draw(scene, new Frame(coarseFocal, 0, 0, distance), true);
    Sight sight = new Sight(coarse, scene, hair, atlas);
    double area = 0;
    double sumX = 0;
    double sumY = 0;
    for (int row = 0; row < COARSE; row++) {
      for (int column = 0; column < COARSE; column++) {
        if (sight.seesFace(column, row)) {
          area++;
          sumX += column;
          sumY += row;
        }
      }
    }
    if (area < SMALLEST_FACE) {
      if (viewpoint.subject() != Viewpoint.Subject.BACK_OF_THE_HEAD) {
        return null;
      }
      // As large as a face would be, about the middle of the head.
      area = TYPICAL_FACE;
      sumX = area * (COARSE - 1) / 2;
      sumY = sumX;
    }
    // The crop's side and centre as tangents of angles from the camera's axis.
    double pixel = 1.0 / (coarseFocal * COARSE);
    double side = CropRule.SIDE_PER_ROOT_AREA * Math.sqrt(area) * pixel * viewpoint.loosen();
    double centreX = (sumX / area - (COARSE - 1) / 2.0) * pixel + viewpoint.wander()[0] * side;
    double centreY = (sumY / area - (COARSE - 1) / 2.0) * pixel + viewpoint.wander()[1] * side;
    return new Frame(
        (float) (1 / side), (float) (-centreX * distance), (float) (-centreY * distance), distance);
  }
}
