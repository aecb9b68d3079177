package facedepth.inference;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The few EXIF facts that matter here. Absent and nonsensical data are the same: not known.
 *
 * @param orientation how the stored picture is turned
 * @param equivalent35mm FocalLengthIn35mmFilm in millimetres, NaN if absent
 * @param focalLength FocalLength in millimetres, NaN if absent
 * @param pixelsPerMillimetre FocalPlaneXResolution, NaN if absent
 * @param recordedWidth the width the camera recorded, 0 if absent
 * @param recordedHeight the height the camera recorded
 */
record ExifData(
    Orientation orientation,
    double equivalent35mm,
    double focalLength,
    double pixelsPerMillimetre,
    int recordedWidth,
    int recordedHeight) {

  static final ExifData NONE =
      new ExifData(Orientation.UPRIGHT, Double.NaN, Double.NaN, Double.NaN, 0, 0);

  /** Diagonal of the 35 mm frame in millimetres; CIPA DCG-001 defines the equivalent by it. */
  static final double DIAGONAL_35MM = Math.hypot(36, 24);

  // Beyond these no lens takes portraits, and the data are wrong rather than unusual.
  private static final double SHORTEST_EQUIVALENT = 8;
  private static final double LONGEST_EQUIVALENT = 1200;

  static ExifData of(PhotoFormat format, byte[] bytes) {
    try {
      Metadata metadata =
          switch (format) {
            // Only the EXIF segment: the others cost start-up time and tell nothing needed here.
            case JPEG ->
                JpegMetadataReader.readMetadata(
                    new ByteArrayInputStream(bytes), List.of(new ExifReader()));
            case PNG, WEBP, TIFF ->
                ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
            case BMP, GIF -> new Metadata();
          };
      return of(metadata);
    } catch (ImageProcessingException
        | IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      return NONE; // a photo is worth having without them
    }
  }

  private static ExifData of(Metadata metadata) {
    Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Directory camera = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    int code = (int) number(main, ExifIFD0Directory.TAG_ORIENTATION, 1);
    double width = number(main, ExifIFD0Directory.TAG_IMAGE_WIDTH, 0);
    double height = number(main, ExifIFD0Directory.TAG_IMAGE_HEIGHT, 0);
    if (width < 1 || height < 1) {
      width = number(camera, ExifSubIFDDirectory.TAG_EXIF_IMAGE_WIDTH, 0);
      height = number(camera, ExifSubIFDDirectory.TAG_EXIF_IMAGE_HEIGHT, 0);
    }
    double resolution = number(camera, ExifSubIFDDirectory.TAG_FOCAL_PLANE_X_RESOLUTION, 0);
    double millimetres =
        switch ((int) number(camera, ExifSubIFDDirectory.TAG_FOCAL_PLANE_RESOLUTION_UNIT, 2)) {
          case 3 -> 10;
          case 4 -> 1;
          case 5 -> 0.001;
          default -> 25.4;
        };
    return new ExifData(
        code >= 1 && code <= 8 ? new Orientation(code) : Orientation.UPRIGHT,
        positive(number(camera, ExifSubIFDDirectory.TAG_35MM_FILM_EQUIV_FOCAL_LENGTH, 0)),
        positive(number(camera, ExifSubIFDDirectory.TAG_FOCAL_LENGTH, 0)),
        positive(resolution / millimetres),
        (int) width,
        (int) height);
  }

  /**
   * Focal length in pixels of a picture of this size. With the 35 mm equivalent {@code mm35} it is
   * {@code mm35 / 43.27 * diagonal}, which supposes that the photo was not cropped. Else {@code
   * focal length * focal plane resolution}, brought from the recorded size to this one where both
   * have the same shape.
   */
  OptionalDouble focalLengthPixels(int width, int height) {
    double diagonal = Math.hypot(width, height);
    double pixels = equivalent35mm / DIAGONAL_35MM * diagonal;
    if (!isPlausible(pixels, diagonal)) {
      double scale = 1;
      if (recordedWidth > 0 && recordedHeight > 0) {
        double byWidth = width / (double) recordedWidth;
        double byHeight = height / (double) recordedHeight;
        scale = Math.abs(byWidth / byHeight - 1) < 0.01 ? byWidth : Double.NaN;
      }
      pixels = focalLength * pixelsPerMillimetre * scale;
    }
    return isPlausible(pixels, diagonal) ? OptionalDouble.of(pixels) : OptionalDouble.empty();
  }

  private static boolean isPlausible(double pixels, double diagonal) {
    double equivalent = pixels / diagonal * DIAGONAL_35MM;
    return equivalent >= SHORTEST_EQUIVALENT && equivalent <= LONGEST_EQUIVALENT;
  }

  private static double positive(double value) {
    return value > 0 && Double.isFinite(value) ? value : Double.NaN;
  }

  private static double number(Directory directory, int tag, double otherwise) {
    Double value = directory == null ? null : directory.getDoubleObject(tag);
    return value == null ? otherwise : value;
  }
}
