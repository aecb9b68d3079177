package facedepth.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import facedepth.geometry.AtomicFile;
import facedepth.geometry.NpyFile;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadCache;
import facedepth.synthesis.SyntheticFace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;

/** What {@code synthesize} does: many faces into one folder, several threads at once. */
final class FaceRendering {
  private final FaceGenerator faces;
  private final int size;
  private final Path output;
  private final boolean overwrite;
  private final AtomicLong next = new AtomicLong();

  private FaceRendering(FaceGenerator faces, int size, Path output, boolean overwrite) {
    this.faces = faces;
    this.size = size;
    this.output = output;
    this.overwrite = overwrite;
  }

  static FaceRendering of(Path faceModel, int size, long seed, Path output, boolean overwrite)
      throws IOException {
    FaceGenerator faces = new FaceGenerator(HeadCache.open(faceModel, output), size, seed);
    return new FaceRendering(faces, size, output, overwrite);
  }

  void render(int count, int threads, Console console) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (Progress progress = Progress.of("synthesize", count, console)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            pool.submit(
                () -> {
                  renderUpTo(count, progress);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      next.set(count); // the others stop at their next face
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      pool.shutdown();
    }
  }

  private void renderUpTo(int count, Progress progress) throws IOException {
    FaceGenerator own = faces.forAnotherThread(size);
    for (long index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
      write(own.face(index), index);
      synchronized (progress) {
        progress.step();
      }
    }
  }

  private void write(SyntheticFace face, long index) throws IOException {
    String name = String.format(Locale.ROOT, "%06d", index);
    Path depth = output.resolve(name + ".npy");
    if (!overwrite && Files.exists(depth)) {
      throw new CommandException(depth + ": exists already", "give --overwrite to replace it");
    }
    BufferedImage picture = picture(face);
    AtomicFile.write(
        output.resolve(name + ".png"),
        out -> {
          if (!ImageIO.write(picture, "png", out)) {
            throw new IOException("this Java writes no PNG");
          }
        });
    AtomicFile.write(
        output.resolve(name + ".json"),
        out -> {
          try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("focal_length_crop_widths", face.camera().focalLength());
            json.writeNumberField("yaw_degrees", face.pose().yaw());
            json.writeNumberField("pitch_degrees", face.pose().pitch());
            json.writeNumberField("roll_degrees", face.pose().roll());
            json.writeEndObject();
          }
        });
    NpyFile.write(depth, face.depth());
  }

  private static BufferedImage picture(SyntheticFace face) {
    int side = face.resolution();
    int area = side * side;
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < area; i++) {
      int red = (int) face.rgb()[i];
      int green = (int) face.rgb()[area + i];
      int blue = (int) face.rgb()[2 * area + i];
      picture.setRGB(i % side, i / side, red << 16 | green << 8 | blue);
    }
    return picture;
  }
}
