package facedepth.synthesis;

/** Where the landmarks of a head are in the picture. */
final class Landmarks {
  private static final float THICKNESS = 0.4f; // cm that a point may lie under what hides it

  private Landmarks() {}

  /**
   * Column, row and camera z in centimetres of each landmark.
   *
   * @param scene in camera axes; begins with the head's vertices
   * @param resolution of the picture in pixels
   */
  static float[] project(HeadModel head, SceneMesh scene, Framing.Frame frame, int resolution) {
    int[] vertices = head.landmarks();
    float[] landmarks = new float[3 * vertices.length];
    float focal = frame.focalLength() * resolution;
    float centre = (resolution - 1) / 2f;
    for (int i = 0; i < vertices.length; i++) {
      int at = 3 * vertices[i];
      float z = scene.position[at + 2] + frame.distance();
      landmarks[3 * i] = (scene.position[at] + frame.shiftX()) * focal / z + centre;
      landmarks[3 * i + 1] = (scene.position[at + 1] + frame.shiftY()) * focal / z + centre;
      landmarks[3 * i + 2] = z;
    }
    return landmarks;
  }

  /**
   * Which landmarks are seen.
   *
   * @param landmarks column, row, camera z
   * @param faceZ camera z of the face at each pixel, NaN where there is none
   */
  static boolean[] seen(float[] landmarks, float[] faceZ, int resolution) {
    boolean[] seen = new boolean[landmarks.length / 3];
    for (int i = 0; i < seen.length; i++) {
      int column = Math.round(landmarks[3 * i]);
      int row = Math.round(landmarks[3 * i + 1]);
      float z = landmarks[3 * i + 2];
      // A pixel's surface may slope: the nearest of the pixels round the point decides.
      for (int k = 0; k < 9; k++) {
        int x = column + k % 3 - 1;
        int y = row + k / 3 - 1;
        if (x >= 0 && y >= 0 && x < resolution && y < resolution) {
          seen[i] |= Math.abs(faceZ[y * resolution + x] - z) < THICKNESS;
        }
      }
    }
    return seen;
  }
}
