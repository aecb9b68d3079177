package facedepth.inference;

import facedepth.geometry.Mesh;
import java.util.Locale;

/**
 * How long a crop width is, and how that is known. A photo does not tell: a small face close by and
 * a large one far away look the same.
 *
 * @param millimetres that one crop width is
 * @param source where the number comes from
 */
public record LengthScale(double millimetres, Source source) {
  /**
   * Distance of the pupils' centres in crop widths in the crop that the mask of a whole,
   * unobstructed face gives: the median of 320 rendered faces, 160 of FaceKit's heads and 160 of
   * the built-in one's. Hair over the face, a hat or a turned head draw the crop in or out: nine in
   * ten of these lay between 0.15 and 0.37.
   */
  public static final double EYE_DISTANCE_CROP_WIDTHS = 0.268;

  /** The least and the most of nine in ten of these. */
  private static final double[] EYE_DISTANCES_CROP_WIDTHS = {0.15, 0.37};

  /** Mean of adults, all countries and both sexes; nine in ten lie between 57 and 69. */
  public static final double ADULT_EYE_DISTANCE = 63;

  private static final double SMALLEST_EYE_DISTANCE = 20;
  private static final double LARGEST_EYE_DISTANCE = 200;

  /** Where a scale comes from. */
  public enum Source {
    /** The crop framing of a mean adult face. */
    FACE_PRIOR,
    /** The caller's eye distance, and where eyes stand in the crop of a mean face. */
    EYE_DISTANCE;

    /** As {@code reconstruction.json} has it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Refuses scales that are not positive. */
  public LengthScale {
    if (!(millimetres > 0) || Double.isInfinite(millimetres)) {
      throw new IllegalArgumentException("a crop width of " + millimetres + " mm is not positive");
    }
  }

  /** The scale of a mean adult face. */
  public static LengthScale ofAdult() {
    return new LengthScale(ADULT_EYE_DISTANCE / EYE_DISTANCE_CROP_WIDTHS, Source.FACE_PRIOR);
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
    return new LengthScale(millimetres / EYE_DISTANCE_CROP_WIDTHS, Source.EYE_DISTANCE);
  }

  /** The distance of the pupils that this scale rests on, in millimetres. */
  public double eyeDistance() {
    return millimetres * EYE_DISTANCE_CROP_WIDTHS;
  }

  /** The shortest a crop width may well be: one in twenty is shorter. */
  public double shortest() {
    return eyeDistance() / EYE_DISTANCES_CROP_WIDTHS[1];
  }

  /** The longest a crop width may well be: one in twenty is longer. */
  public double longest() {
    return eyeDistance() / EYE_DISTANCES_CROP_WIDTHS[0];
  }

  /** Millimetres as crop widths. */
  public double cropWidths(double length) {
    return length / millimetres;
  }

  /**
   * A mesh in the unit that a file of a format counts: metres in .glb, as glTF wants, else
   * millimetres.
   *
   * @param mesh in crop widths
   * @param extension of the format, without a dot
   */
  public Mesh inFile(Mesh mesh, String extension) {
    return mesh.scaled(extension.equals("glb") ? millimetres / 1000 : millimetres);
  }
}
