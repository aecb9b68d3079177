package facedepth.benchmarks;

import facedepth.geometry.MalformedFileException;
import facedepth.inference.FaceReconstruction;
import facedepth.inference.FaceReconstructor;
import facedepth.inference.ModelCatalog;
import facedepth.inference.Photo;
import facedepth.inference.PhotoLimits;
import facedepth.inference.ReconstructionOptions;
import facedepth.inference.ReconstructionWriter;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Very many photos through one process, PNG and JPEG of {@linkplain #SIDES several sizes}, every
 * tenth cut short, and what memory that takes: a leak shows as figures that grow. All of the output
 * is written but the preview, which is half of the work and is painted for every tenth.
 */
public final class PhotoSoak {
  private static final int[] SIDES = {160, 200, 256, 320, 400};

  private PhotoSoak() {}

  /**
   * Runs.
   *
   * @param arguments a photo with a face, an output folder that may be overwritten, number of
   *     photos, after how many a line is printed
   */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> photos = photos(Path.of(arguments[0]));
    Path folder = Path.of(arguments[1]);
    long count = Long.parseLong(arguments[2]);
    long every = Long.parseLong(arguments[3]);
    long done = 0;
    long refused = 0;
    long began = System.nanoTime();
    System.out.println("photos\trefused\tseconds\theap in use MB\tresident MB");
    try (FaceReconstructor reconstructor =
        FaceReconstructor.open(ModelCatalog.installed().findDefault(), 1)) {
      for (long i = 1; i <= count; i++) {
        byte[] photo = photos.get((int) (i % photos.size()));
        byte[] bytes = i % 10 == 0 ? Arrays.copyOf(photo, photo.length / 2) : photo;
        try {
          Photo decoded = Photo.decode("photo", bytes, PhotoLimits.DEFAULT);
          List<FaceReconstruction> faces =
              reconstructor.reconstruct(decoded, ReconstructionOptions.DEFAULT);
          ReconstructionWriter.DEFAULT.withPreview(i % 10 == 1).write(faces.get(0), folder, true);
          done++;
        } catch (MalformedFileException e) {
          refused++;
        }
        if (i % every == 0) {
          report(i, refused, (System.nanoTime() - began) / 1e9);
        }
      }
    }
    if (refused != count / 10 || done + refused != count) {
      throw new IllegalStateException(done + " done and " + refused + " refused of " + count);
    }
  }

  /**
   * The photo at all sizes, at each once as PNG and once as JPEG: eleven, so that none meets only
   * one remainder of ten.
   */
  private static List<byte[]> photos(Path file) throws IOException {
    BufferedImage whole = ImageIO.read(file.toFile());
    List<byte[]> photos = new ArrayList<>();
    photos.add(Files.readAllBytes(file));
    for (int side : SIDES) {
      BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = small.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(whole, 0, 0, side, side, null);
      graphics.dispose();
      for (String format : List.of("png", "jpg")) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, format, bytes);
        photos.add(bytes.toByteArray());
      }
    }
    return photos;
  }

  private static void report(long photos, long refused, double seconds) throws IOException {
    System.gc(); // what is left is what is held
    Runtime memory = Runtime.getRuntime();
    long used = (memory.totalMemory() - memory.freeMemory()) >> 20;
    System.out.println(
        String.format(
            Locale.ROOT, "%d\t%d\t%.0f\t%d\t%d", photos, refused, seconds, used, resident()));
  }

  /** Megabytes; Linux only, 0 elsewhere. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }
}
