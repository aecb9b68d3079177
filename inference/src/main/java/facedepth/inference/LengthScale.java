package facedepth.inference;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.FaceCrop;
import facedepth.geometry.Mesh;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a crop width is, and how that is known. A photo does not tell: a small face close by and
 * a large one far away look the same. What it may show is how many crop widths lie between the
 * pupils, and of their distance much is known.
 *
 * @param eyeDistance from pupil to pupil in millimetres
 * @param eyeDistanceCropWidths the same in crop widths
 * @param source where the millimetres come from
 * @param eyes where the crop widths come from: the eyes in the photo, or empty for those of a mean
 *     face
 */
public record LengthScale(
    double eyeDistance, double eyeDistanceCropWidths, Source source, Optional<EyePair> eyes) {
  /**
   * Distance of the pupils' centres in crop widths in the crop that the mask of a whole,
   * unobstructed face gives: the median of 320 rendered faces, 160 of FaceKit's heads and 160 of
   * the built-in one's. Hair over the face, a hat or a turned head draw the crop in or out: nine in
   * ten of these lay between 0.15 and 0.37.
   */
  public static final double EYE_DISTANCE_CROP_WIDTHS = 0.268;

  /** The least and the most of nine in ten of these, in parts of the median. */
  private static final double[] OF_MEAN_FACE = {
    0.15 / EYE_DISTANCE_CROP_WIDTHS, 0.37 / EYE_DISTANCE_CROP_WIDTHS
  };

  /**
   * The same in parts of what is found, where eyes are found: on the same 320 faces, on 135 of
   * which they were.
   */
  private static final double[] OF_FOUND_EYES = {0.89, 1.17};

  /** Mean of adults, all countries and both sexes; nine in ten lie between 57 and 69. */
  public static final double ADULT_EYE_DISTANCE = 63;

  private static final double LARGEST_PICTURE = 1024; // pixels a side, in which eyes are looked for
  private static final double SMALLEST_EYE_DISTANCE = 20;
  private static final double LARGEST_EYE_DISTANCE = 200;

  /** Where the millimetres come from. */
  public enum Source {
    /** A mean adult. */
    FACE_PRIOR,
    /** The caller. */
    EYE_DISTANCE;

    /** As {@code reconstruction.json} has it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Refuses scales that are not positive. */
  public LengthScale {
    double millimetres = eyeDistance / eyeDistanceCropWidths;
    if (!(millimetres > 0) || Double.isInfinite(millimetres)) {
      throw new IllegalArgumentException("a crop width of " + millimetres + " mm is not positive");
    }
  }

  /** The scale of a mean adult face. */
  public static LengthScale ofAdult() {
    return new LengthScale(
        ADULT_EYE_DISTANCE, EYE_DISTANCE_CROP_WIDTHS, Source.FACE_PRIOR, Optional.empty());
  }

  /**
   * The scale of a face whose pupils are so many millimetres apart.
   *
   * @throws IllegalArgumentException if nobody's are
   */
  public static LengthScale ofEyeDistance(double millimetres) {
    if (!(millimetres >= SMALLEST_EYE_DISTANCE && millimetres <= LARGEST_EYE_DISTANCE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an eye distance of %s mm is not from %.0f to %.0f",
              millimetres,
              SMALLEST_EYE_DISTANCE,
              LARGEST_EYE_DISTANCE));
    }
    return new LengthScale(
        millimetres, EYE_DISTANCE_CROP_WIDTHS, Source.EYE_DISTANCE, Optional.empty());
  }

  /**
   * The scale of one face, by its own eyes if the photo shows them.
   *
   * @param picture of the crop, of any resolution
   * @param depth of the crop
   * @param camera the crop's
   */
  public LengthScale of(Photo picture, DepthMap depth, CropCamera camera) {
    return EyeFinder.find(picture, depth, camera)
        .map(
            found ->
                new LengthScale(
                    eyeDistance, found.distance(depth, camera), source, Optional.of(found)))
        .orElse(this);
  }

  /**
   * As {@link #of(Photo, DepthMap, CropCamera)}, of a crop that is still to be drawn out of its
   * photo.
   */
  public LengthScale of(Photo photo, FaceCrop crop, DepthMap depth, CropCamera camera) {
    int side = (int) Math.min(LARGEST_PICTURE, Math.max(1, Math.ceil(crop.size())));
    return of(new CropSampler(photo, crop, side).picture(photo.name()), depth, camera);
  }

  /** Length of a crop width. */
  public double millimetres() {
    return eyeDistance / eyeDistanceCropWidths;
  }

  /** The shortest a crop width may well be: one in twenty is shorter. */
  public double shortest() {
    return millimetres() / (eyes.isPresent() ? OF_FOUND_EYES : OF_MEAN_FACE)[1];
  }

  /** The longest a crop width may well be: one in twenty is longer. */
  public double longest() {
    return millimetres() / (eyes.isPresent() ? OF_FOUND_EYES : OF_MEAN_FACE)[0];
  }

  /** Millimetres as crop widths. */
  public double cropWidths(double length) {
    return length / millimetres();
  }

  /**
   * A mesh in the unit that a file of a format counts: metres in .glb, as glTF wants, else
   * millimetres.
   *
   * @param mesh in crop widths
   * @param extension of the format, without a dot
   */
  public Mesh inFile(Mesh mesh, String extension) {
    return mesh.scaled(extension.equals("glb") ? millimetres() / 1000 : millimetres());
  }
}
