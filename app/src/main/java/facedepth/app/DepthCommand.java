package facedepth.app;

import facedepth.inference.ResizeRule;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code facedepth depth}: the network alone. */
@Command(
    name = "depth",
    description = {
      "Run the network alone on whole images: no face is looked for, nothing is cropped.",
      "Writes the network's raw output as STEM.npy, float32 [height, width].",
      "An image whose sides are multiples of 32 is fed as it is to a network that takes any size;"
          + " others are resized as the model's card says, else by MiDaS's rule 'minimal' to the"
          + " model's own size."
    })
final class DepthCommand extends Subcommand {
  @Parameters(
      paramLabel = "IMAGE",
      arity = "1..*",
      description = "Images, or folders, which stand for the images directly in them.")
  private List<Path> images;

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write into; made if it is not there.")
  private Path output;

  @Option(
      names = "--input-size",
      paramLabel = "N",
      description =
          "Always resize images, to this side, before a network that takes any size sees them.")
  private Integer inputSize;

  @Option(
      names = "--input-rule",
      paramLabel = "RULE",
      description = {
        "Always resize images, and by this rule. MiDaS's, which keep the aspect: minimal (of the two"
            + " factors the one closer to 1), lower-bound (no side shorter than the wanted one),"
            + " upper-bound (none longer). Also stretch, and pad (to a square first)."
      })
  private String inputRule;

  @Option(
      names = "--resize",
      description = "Bring the output to the image's size instead of leaving it at the network's.")
  private boolean resize;

  @Option(names = "--overwrite", description = "Replace files that are there already.")
  private boolean overwrite;

  private static final int LARGEST_INPUT = 4096;

  DepthCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    requireThreads(model.threads());
    if (inputSize != null && (inputSize < 1 || inputSize > LARGEST_INPUT)) {
      throw wrongUsage("--input-size " + inputSize + " is not from 1 to " + LARGEST_INPUT);
    }
    WholeImageDepth.Input input = new WholeImageDepth.Input(rule(), inputSize);
    try (WholeImageDepth work =
        WholeImageDepth.open(model, input, output, resize, overwrite, console())) {
      Batch batch = new Batch(console(), verbose());
      List<Path> inputs = batch.resolve(images);
      OutputFolder.prepare(output);
      return batch.run("depth", inputs, new OutputNames(), work);
    }
  }

  /** Null where none is given. */
  private ResizeRule rule() {
    if (inputRule == null) {
      return null;
    }
    return ResizeRule.of(inputRule)
        .orElseThrow(
            () ->
                wrongUsage("--input-rule '" + inputRule + "' is none of " + ResizeRule.choices()));
  }
}
