package facedepth.app;

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
      "Writes the network's raw output as STEM.npy, float32 [height, width]."
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
      names = "--resize",
      description = "Bring the output to the image's size instead of leaving it at the network's.")
  private boolean resize;

  @Option(names = "--overwrite", description = "Replace files that are there already.")
  private boolean overwrite;

  DepthCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    requireThreads(model.threads());
    try (WholeImageDepth work = WholeImageDepth.open(model, output, resize, overwrite, console())) {
      Batch batch = new Batch(console(), verbose());
      List<Path> inputs = batch.resolve(images);
      OutputFolder.prepare(output);
      return batch.run("depth", inputs, new OutputNames(), work);
    }
  }
}
