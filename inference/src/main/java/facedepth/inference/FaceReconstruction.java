package facedepth.inference;

import facedepth.geometry.AffineMap;
import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.FaceCrop;
import facedepth.geometry.Mesh;
import java.util.Optional;

/**
 * One face of a photo in three dimensions.
 *
 * @param photo what messages call the photo
 * @param photoWidth columns of the upright photo
 * @param photoHeight rows of the upright photo
 * @param model what messages call the model
 * @param face 1 for the photo's largest face, 2 for the next
 * @param facesFound how many faces the photo has
 * @param crop the square of the photo that the depth map covers
 * @param depth crop widths, 0 at the median, NaN outside the face's mask
 * @param camera the crop's camera
 * @param focalLengthSource where the camera's focal length comes from
 * @param relief how the depth was settled, where the model leaves that open; empty for face models
 * @param scale by which files count millimetres; empty where they count crop widths
 * @param mesh in crop widths, textured by {@code texture}
 * @param texture the crop as a picture, upright
 * @param timings how long it took
 */
public record FaceReconstruction(
    String photo,
    int photoWidth,
    int photoHeight,
    String model,
    int face,
    int facesFound,
    FaceCrop crop,
    DepthMap depth,
    CropCamera camera,
    FocalLengthSource focalLengthSource,
    Optional<Relief> relief,
    Optional<LengthScale> scale,
    Mesh mesh,
    Photo texture,
    ReconstructionTimings timings) {

  /** From pixels of the depth map to pixels of the upright photo, pixel centres at integers. */
  public AffineMap depthToImage() {
    return crop.toPhoto(depth.width());
  }

  /** The same, its model called otherwise. */
  public FaceReconstruction withModel(String name) {
    return new FaceReconstruction(
        photo,
        photoWidth,
        photoHeight,
        name,
        face,
        facesFound,
        crop,
        depth,
        camera,
        focalLengthSource,
        relief,
        scale,
        mesh,
        texture,
        timings);
  }
}
