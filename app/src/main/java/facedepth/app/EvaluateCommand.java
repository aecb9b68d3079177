package facedepth.app;

import facedepth.inference.DepthModel;
import facedepth.training.ModelEvaluation;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code facedepth evaluate}: how well a model does, in figures. */
@Command(
    name = "evaluate",
    description = {
      "Measure a model on faces whose depth is known.",
      "Prints the means of every metric beside those of two baselines, a flat face and the mean of"
          + " all faces. With --output also writes evaluation.json with the scores of every face,"
          + " evaluation.md, and evaluation.html with pictures."
    })
final class EvaluateCommand extends Subcommand {
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "A data set in crop widths, as 'facedepth synthesize' writes it.")
  private Path data;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "The folder for the report; made if it is not there.")
  private Path output;

  EvaluateCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    requireThreads(model.threads());
    if (output != null) {
      OutputFolder.prepare(output);
    }
    try (DepthModel opened = Models.find(model).open(model.threads())) {
      String name = model.model() == null ? "default" : model.model();
      ModelEvaluation done = ModelEvaluation.run(name, opened, data, () -> {});
      console().say(done.markdown());
      if (output != null) {
        done.write(output);
        console().say(output.resolve("evaluation.html").toString());
      }
    }
    return Main.DONE;
  }
}
