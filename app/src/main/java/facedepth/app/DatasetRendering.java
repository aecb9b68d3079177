package facedepth.app;

import facedepth.geometry.AtomicFile;
import facedepth.geometry.DepthFile;
import facedepth.geometry.DepthMap;
import facedepth.geometry.DepthRange;
import facedepth.geometry.MalformedFileException;
import facedepth.synthesis.ContactSheet;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.dataset.Dataset;
import facedepth.synthesis.dataset.DatasetFolder;
import facedepth.synthesis.dataset.DatasetRun;
import facedepth.synthesis.dataset.Manifest;
import facedepth.synthesis.dataset.Picture;
import facedepth.synthesis.dataset.Sample;
import facedepth.synthesis.dataset.SampleWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** What {@code synthesize} does: many faces into one folder. */
@SuppressWarnings("try") // the end does its work by being open
final class DatasetRendering {
  /** How long an interrupted program waits for the samples that are being written. */
  private static final int PATIENCE_SECONDS = 10;

  private static final int SHEET_COLUMNS = 8;
  private static final int SHEET_FACES = 64;
  private static final int SHEET_TILE = 128; // pixels

  private final Path folder;
  private final DatasetRun run;
  private final Console console;

  private DatasetRendering(Path folder, DatasetRun run, Console console) {
    this.folder = folder;
    this.run = run;
    this.console = console;
  }

  /**
   * Makes the folder ready.
   *
   * @param overwrite whether samples that are there are deleted first
   * @throws CommandException if the folder holds other samples than the wanted ones
   */
  static DatasetRendering of(
      Path folder,
      Manifest manifest,
      HeadModel head,
      long start,
      long count,
      boolean overwrite,
      Console console)
      throws IOException {
    FaceGenerator faces = new FaceGenerator(head, manifest.size(), manifest.seed());
    try {
      SampleWriter writer = DatasetFolder.prepare(folder, manifest, overwrite);
      DatasetRun run = new DatasetRun(faces, writer, manifest.size(), start, count);
      run.requireSame();
      return new DatasetRendering(folder, run, console);
    } catch (MalformedFileException e) {
      throw new CommandException(
          ErrorLine.of(e),
          "give another --output" + (overwrite ? "" : ", or --overwrite to start over"));
    }
  }

  /** Renders what is missing of {@code count} samples, and says how it went. */
  void render(long count, int threads) throws IOException, InterruptedException {
    long missing = run.missing();
    long began = System.nanoTime();
    String goOn = "the same command goes on with what is missing";
    try (OrderlyEnd end = new OrderlyEnd(run::stop, PATIENCE_SECONDS, console, goOn);
        Progress progress = Progress.withSpeed("synthesize", missing, console)) {
      run.run(
          threads,
          () -> {
            synchronized (progress) {
              progress.step();
            }
          });
    }
    console.say(summary(count, missing, (System.nanoTime() - began) / 1e9));
  }

  private String summary(long count, long rendered, double seconds) {
    String samples = folder + ": " + count + (count == 1 ? " sample, " : " samples, ");
    return rendered == 0
        ? samples + "all there already"
        : String.format(
            Locale.ROOT,
            "%s%d rendered in %.1f s, %.1f a second",
            samples,
            rendered,
            seconds,
            rendered / seconds);
  }

  /** Draws the first faces of the data set. */
  void drawSheet(Path file, boolean withDepth) throws IOException {
    Dataset dataset = Dataset.open(folder);
    List<ContactSheet.Tile> tiles = new ArrayList<>();
    for (String name : dataset.names()) {
      Sample sample = dataset.read(name);
      Picture picture = sample.picture().shrunk(Math.min(SHEET_TILE, sample.picture().size()));
      tiles.add(new ContactSheet.Tile(picture.size(), picture.rgb(), depth(sample)));
      if (tiles.size() == SHEET_FACES) {
        break;
      }
    }
    int columns = Math.min(SHEET_COLUMNS, tiles.size());
    AtomicFile.write(
        file, out -> ImageIO.write(ContactSheet.of(tiles, columns, withDepth), "png", out));
    console.say(file.toString());
  }

  /** Relative depth is of the whole scene: it is stretched over the sheet's greys. */
  private static DepthMap depth(Sample sample) {
    DepthMap depth = sample.depth();
    if (sample.depthKind() == DepthFile.Kind.CROP_WIDTHS) {
      return depth;
    }
    DepthRange range = DepthRange.of(depth);
    double scale = (ContactSheet.BLACK - ContactSheet.WHITE) / Math.max(1e-6, range.relief());
    float[] stretched = new float[depth.values().length];
    for (int i = 0; i < stretched.length; i++) {
      stretched[i] = (float) (ContactSheet.WHITE + (depth.values()[i] - range.nearest()) * scale);
    }
    return new DepthMap(depth.width(), depth.height(), stretched);
  }
}
