package facedepth.synthesis;

/**
 * Where the head stands before the camera of a sample: what turns crop widths into centimetres, and
 * the head's points into the camera's.
 *
 * @param headToCamera 3 rows of 4: rotation, and translation in centimetres, from the head's axes
 *     (x to the right of the picture, y up, z out of the face, origin between the ears) to the
 *     camera's (x right, y down, z forward)
 * @param faceDistance camera z of the median of the face in centimetres, NaN if no face is seen;
 *     one crop width is this over the focal length
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, handed on and never compared
public record HeadPlacement(double[] headToCamera, double faceDistance) {

  static HeadPlacement of(FaceRecipe recipe, Framing.Frame frame, double faceDistance) {
    float[] turn = recipe.pose().toCamera();
    float[] shift = {frame.shiftX(), frame.shiftY(), recipe.viewpoint().distance()};
    double[] matrix = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        matrix[4 * row + column] = turn[3 * row + column];
      }
      matrix[4 * row + 3] = shift[row];
    }
    return new HeadPlacement(matrix, faceDistance);
  }
}
