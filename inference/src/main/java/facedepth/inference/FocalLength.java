package facedepth.inference;

import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthRange;
import facedepth.geometry.FaceCrop;
import java.util.OptionalDouble;

/**
 * The focal length of a face's crop.
 *
 * @param cropWidths in crop widths, see {@link facedepth.geometry.CropCamera}
 * @param source where it comes from
 */
record FocalLength(double cropWidths, FocalLengthSource source) {
  // The camera stays at least this far in front of the nearest point, in crop widths: half a
  // crop width is a lens almost touching the nose.
  private static final double LEAST_DISTANCE = 0.5;

  /**
   * The caller's, else the photo's, else the default. A photo's that would put the camera inside
   * the face is as good as none.
   *
   * @throws IllegalArgumentException if the caller's would put the camera inside the face
   */
  static FocalLength of(Photo photo, FaceCrop crop, DepthMap depth, ReconstructionOptions options) {
    double least = LEAST_DISTANCE - DepthRange.of(depth).nearest();
    if (options.focalLength35mm().isPresent()) {
      double millimetres = options.focalLength35mm().getAsDouble();
      double diagonal = Math.hypot(photo.width(), photo.height());
      double cropWidths = millimetres / ExifData.DIAGONAL_35MM * diagonal / crop.size();
      if (cropWidths < least) {
        throw new IllegalArgumentException(
            photo.name()
                + ": a focal length of "
                + millimetres
                + " mm would put the camera inside the face; give a longer one");
      }
      return new FocalLength(cropWidths, FocalLengthSource.OPTION);
    }
    OptionalDouble pixels = photo.focalLengthPixels();
    if (pixels.isPresent() && pixels.getAsDouble() / crop.size() >= least) {
      return new FocalLength(pixels.getAsDouble() / crop.size(), FocalLengthSource.EXIF);
    }
    return new FocalLength(ReconstructionOptions.DEFAULT_FOCAL_LENGTH, FocalLengthSource.DEFAULT);
  }
}
