package facedepth.synthesis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;

/**
 * One training sample: a picture and all that is true of it.
 *
 * @param resolution side of picture, depth and normals in pixels
 * @param rgb the picture, planar (red, green, blue), row-major, whole numbers 0 to 255 (sRGB)
 * @param depth of the surface at each pixel's centre, crop widths relative to the median of the
 *     face, NaN outside the face mask
 * @param normals of that surface, planar (x, y, z), row-major: unit vectors in camera axes (x
 *     right, y down, z forward, so negative z faces the viewer), smooth across triangles, without
 *     painted relief; NaN outside the face mask
 * @param landmarks the 68 Multi-PIE points, three floats each: column and row in pixels (pixel
 *     centres at integers) and depth in crop widths (NaN if no face is seen); told also where
 *     hidden or outside the picture
 * @param landmarkSeen for each landmark whether it lies on the face mask and nothing before it
 * @param camera the pinhole that the crop was rendered with
 * @param pose how the head is turned
 * @param placement where the head stands before the camera
 * @param recipe everything that was drawn by chance, see {@link #parametersJson}
 */
public record SyntheticFace(
    int resolution,
    float[] rgb,
    DepthMap depth,
    float[] normals,
    float[] landmarks,
    boolean[] landmarkSeen,
    CropCamera camera,
    HeadPose pose,
    HeadPlacement placement,
    FaceRecipe recipe) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Every parameter that the sample was made by as one JSON object: seed and index, identity,
   * expression, appearance, pose, camera, light, faults of the picture.
   */
  public String parametersJson() {
    try {
      return JSON.writeValueAsString(recipe);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a recipe is made of numbers and names only", e);
    }
  }
}
