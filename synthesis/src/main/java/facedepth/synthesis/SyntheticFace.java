package facedepth.synthesis;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;

/**
 * One training sample.
 *
 * @param resolution side of picture and depth in pixels
 * @param rgb the picture, planar (red, green, blue), row-major, whole numbers 0 to 255 (sRGB)
 * @param depth crop widths relative to the median of the face, NaN outside the face mask
 * @param camera the pinhole that the crop was rendered with
 * @param pose how the head is turned
 */
public record SyntheticFace(
    int resolution, float[] rgb, DepthMap depth, CropCamera camera, HeadPose pose) {}
