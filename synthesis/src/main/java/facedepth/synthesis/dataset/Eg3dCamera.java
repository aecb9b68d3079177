package facedepth.synthesis.dataset;

import facedepth.geometry.CropCamera;
import facedepth.synthesis.HeadPose;

/**
 * A camera as EG3D describes it: 25 floats, of which 16 are the camera-to-world matrix row by row
 * and 9 the intrinsics row by row, in units of the picture's width.
 *
 * <p>Camera axes are OpenCV's (x right, y down, z forward). World axes are the head's: x to the
 * right of a picture taken from the front, y up, z out of the face; the origin lies inside the
 * head. {@link #CENTIMETRES} of ours are one unit of the world: EG3D scales heads (in decimetres)
 * by 0.27, so that a camera one metre away stands at its radius of 2.7.
 *
 * @param camera the pinhole, its principal point in the middle
 * @param headToCamera as in {@link facedepth.synthesis.HeadPlacement}
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, handed on and never compared
record Eg3dCamera(CropCamera camera, double[] headToCamera) {
  /** Centimetres in one unit of the world. */
  static final double CENTIMETRES = 10 / 0.27;

  static final int LABEL_LENGTH = 25;

  /** The 25 floats. */
  float[] label() {
    double[] m = headToCamera;
    float[] label = new float[LABEL_LENGTH];
    for (int row = 0; row < 3; row++) {
      double position = 0;
      for (int column = 0; column < 3; column++) {
        // The inverse of a rotation is its transpose.
        label[4 * row + column] = positive((float) m[4 * column + row]);
        position -= m[4 * column + row] * m[4 * column + 3];
      }
      label[4 * row + 3] = positive((float) (position / CENTIMETRES));
    }
    label[15] = 1;
    label[16] = (float) camera.focalLength();
    label[18] = 0.5f;
    label[20] = label[16];
    label[21] = 0.5f;
    label[24] = 1;
    return label;
  }

  /** The camera that 25 floats describe; the principal point is taken to be the middle. */
  static Eg3dCamera of(float[] label) {
    double[] m = new double[12];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        m[4 * row + column] = label[4 * column + row];
        m[4 * row + 3] -= (double) label[4 * column + row] * label[4 * column + 3] * CENTIMETRES;
      }
    }
    return new Eg3dCamera(new CropCamera(label[16]), m);
  }

  /** How the head is turned towards the camera. */
  HeadPose pose() {
    double[] m = headToCamera;
    return new HeadPose(
        Math.toDegrees(Math.atan2(m[8], -m[10])),
        Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, -m[9])))),
        Math.toDegrees(Math.atan2(m[1], -m[5])));
  }

  /** No negative zero: it makes files differ that mean the same. */
  private static float positive(float value) {
    return value == 0 ? 0 : value;
  }
}
