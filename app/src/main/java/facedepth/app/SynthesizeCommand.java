package facedepth.app;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code facedepth synthesize}: faces with exact depth. */
@Command(
    name = "synthesize",
    description = {
      "Render faces with exact depth.",
      "Face i of a seed is the same on every machine. It becomes 00000i.png, the picture;"
          + " 00000i.npy, its depth in crop widths, NaN outside the face; and 00000i.json, camera and"
          + " pose."
    })
final class SynthesizeCommand extends Subcommand {
  private static final int LEAST_SIZE = 16;
  private static final int GREATEST_SIZE = 1024;

  @Option(names = "--count", paramLabel = "N", required = true, description = "How many faces.")
  private int count;

  @Option(
      names = "--size",
      paramLabel = "S",
      description =
          "Side of the pictures in pixels, even, " + LEAST_SIZE + " to " + GREATEST_SIZE + ".")
  private int size = 256;

  @Option(names = "--seed", paramLabel = "K", description = "Which supply of faces.")
  private long seed = 1;

  @Option(
      names = "--face-model",
      paramLabel = "DIR",
      required = true,
      description = "A folder in the layout of USC ICT's FaceKit, or a cache file made from one.")
  private Path faceModel;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into; made if it is not there.")
  private Path output;

  @Option(names = "--threads", paramLabel = "N", description = "How many processor cores to use.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--overwrite", description = "Replace faces that are there already.")
  private boolean overwrite;

  SynthesizeCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    if (count < 1) {
      throw wrongUsage("--count " + count + " is not positive");
    }
    if (size < LEAST_SIZE || size > GREATEST_SIZE || size % 2 != 0) {
      throw wrongUsage(
          "--size " + size + " is not even and from " + LEAST_SIZE + " to " + GREATEST_SIZE);
    }
    requireThreads(threads);
    OutputFolder.prepare(output);
    FaceRendering.of(faceModel, size, seed, output, overwrite).render(count, threads, console());
    console().say(output.toString());
    return Main.DONE;
  }
}
