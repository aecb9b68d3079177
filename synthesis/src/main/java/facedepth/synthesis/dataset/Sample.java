package facedepth.synthesis.dataset;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.synthesis.HeadPose;
import java.util.Optional;

/**
 * One sample as read from a data set.
 *
 * @param name unique within the data set
 * @param picture the face
 * @param depth its depth, square, possibly of another size than the picture; NaN outside the face
 *     mask, if the data set knows one
 * @param depthKind whether depth is in true crop widths, or only relative
 * @param masked whether the data set knows the face mask; if not, depth is everywhere
 * @param view how it was taken; empty if the data set does not tell
 */
public record Sample(
    String name,
    Picture picture,
    DepthMap depth,
    DepthFile.Kind depthKind,
    boolean masked,
    Optional<View> view) {

  /**
   * How a face was taken.
   *
   * @param camera the pinhole
   * @param pose how the head is turned towards it; empty if the data set does not tell
   */
  public record View(CropCamera camera, Optional<HeadPose> pose) {}
}
