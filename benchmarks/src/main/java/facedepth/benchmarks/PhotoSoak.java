package facedepth.benchmarks;

import facedepth.geometry.MalformedFileException;
import facedepth.inference.FaceReconstruction;
import facedepth.inference.FaceReconstructor;
import facedepth.inference.ModelCatalog;
import facedepth.inference.Photo;
import facedepth.inference.PhotoLimits;
import facedepth.inference.ReconstructionOptions;
import facedepth.inference.ReconstructionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Very many photos through one process, every tenth of them cut short, and what memory that takes:
 * a leak shows as figures that grow.
 */
public final class PhotoSoak {
  private PhotoSoak() {}

  /**
   * Runs.
   *
   * @param arguments a photo with a face, an output folder that may be overwritten, number of
   *     photos, after how many a line is printed
   */
  public static void main(String[] arguments) throws IOException {
    byte[] photo = Files.readAllBytes(Path.of(arguments[0]));
    byte[] broken = Arrays.copyOf(photo, photo.length / 2);
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
        byte[] bytes = i % 10 == 0 ? broken : photo;
        try {
          Photo decoded = Photo.decode("photo", bytes, PhotoLimits.DEFAULT);
          List<FaceReconstruction> faces =
              reconstructor.reconstruct(decoded, ReconstructionOptions.DEFAULT);
          ReconstructionWriter.DEFAULT.write(faces.get(0), folder, true);
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
