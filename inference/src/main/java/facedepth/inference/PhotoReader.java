package facedepth.inference;

import facedepth.geometry.MalformedFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Turns a file into a {@link Photo}, or into one line that says why that cannot be. */
final class PhotoReader {
  // A scan of a progressive JPEG costs its size in pixels again, however few bytes it has; cameras
  // and programs write about ten. This many take some seconds.
  private static final long MOST_SCANNED_PIXELS = 2_500_000_000L;

  private PhotoReader() {}

  static Photo read(Path file, PhotoLimits limits) throws IOException {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new IOException(name + ": is a folder; name the photo inside it");
    }
    long length;
    try {
      length = Files.size(file);
    } catch (NoSuchFileException e) {
      throw new IOException(name + ": there is no such file", e);
    }
    if (length > limits.fileBytes()) {
      throw new MalformedFileException(
          name,
          "the file has "
              + (length >> 20)
              + " MiB, more than the "
              + (limits.fileBytes() >> 20)
              + " MiB that are taken; save the photo smaller");
    }
    return decode(name, Files.readAllBytes(file), limits);
  }

  static Photo decode(String name, byte[] bytes, PhotoLimits limits) throws IOException {
    try {
      return decodeInMemory(name, bytes, limits);
    } catch (OutOfMemoryError e) {
      throw new IOException(
          name + ": too little memory for this photo; raise Java's -Xmx or save it smaller", e);
    }
  }

  private static Photo decodeInMemory(String name, byte[] file, PhotoLimits limits)
      throws IOException {
    byte[] bytes = file;
    if (bytes.length == 0) {
      throw new MalformedFileException(name, "the file is empty; copy the photo again");
    }
    if (PhotoFormat.isHeif(bytes)) {
      throw new MalformedFileException(
          name, "HEIC and AVIF pictures are not read; save the photo as JPEG or PNG");
    }
    PhotoFormat format =
        PhotoFormat.of(bytes)
            .orElseThrow(
                () ->
                    new MalformedFileException(
                        name, "not a picture; give a JPEG, PNG, WebP, TIFF, BMP or GIF file"));
    if (format == PhotoFormat.PNG) {
      bytes = PngChunks.withoutTexts(bytes);
    }
    ExifData exif = ExifData.of(format, bytes);
    BufferedImage image = null;
    MalformedFileException reason = null;
    for (ImageReader reader : readers(format, bytes)) {
      try {
        image = decode(name, format, bytes, limits, reader);
        break;
      } catch (MalformedFileException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        // Decoders answer damaged files with whatever exception the damage happens to cause.
        reason =
            new MalformedFileException(
                name, "the " + format + " data are damaged; save or copy the photo again", e);
      } finally {
        reader.dispose();
      }
    }
    if (image == null) {
      throw reason != null ? reason : new IOException("no decoder for " + format + " is installed");
    }
    int storedWidth = image.getWidth();
    int storedHeight = image.getHeight();
    Photo stored =
        new Photo(name, storedWidth, storedHeight, BgrPixels.of(image), OptionalDouble.empty());
    return exif.orientation().apply(stored, exif.focalLengthPixels(storedWidth, storedHeight));
  }

  private static BufferedImage decode(
      String name, PhotoFormat format, byte[] bytes, PhotoLimits limits, ImageReader reader)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(String.valueOf(warning)));
    try (ImageInputStream in = new PhotoBytes(bytes)) {
      reader.setInput(in, false, format != PhotoFormat.TIFF && format != PhotoFormat.PNG);
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > limits.pixels()) {
        throw new MalformedFileException(
            name,
            String.format(
                Locale.ROOT,
                "%dx%d pixels are more than the %d million that are taken; save the photo smaller",
                width,
                height,
                limits.pixels() / 1_000_000));
      }
      if (format.isCutShort(bytes)) {
        throw cutShort(name);
      }
      if (format == PhotoFormat.JPEG
          && JpegStructure.scans(bytes) * width * height > MOST_SCANNED_PIXELS) {
        throw new MalformedFileException(
            name, "the JPEG has so many scans that it would take minutes; save it again");
      }
      BufferedImage image = reader.read(0);
      for (String warning : warnings) {
        if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
          throw cutShort(name);
        }
      }
      return image;
    }
  }

  private static MalformedFileException cutShort(String name) {
    return new MalformedFileException(name, "the file is cut short; copy the photo again");
  }

  /**
   * Readers for a format, in the order in which they are tried: TwelveMonkeys, which reads more,
   * before the JDK's own; but plain JPEGs the other way round, because the JDK's is faster.
   */
  private static List<ImageReader> readers(PhotoFormat format, byte[] bytes) {
    boolean plain = format == PhotoFormat.JPEG && !JpegStructure.hasAdobeSegment(bytes);
    Iterator<ImageReader> found =
        ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
    List<ImageReader> readers = new ArrayList<>();
    found.forEachRemaining(
        reader -> {
          if (reader.getClass().getName().startsWith("com.twelvemonkeys") != plain) {
            readers.add(0, reader);
          } else {
            readers.add(reader);
          }
        });
    return readers;
  }
}
