package facedepth.app;

import facedepth.training.Trainer;
import facedepth.training.TrainingConfig;
import facedepth.training.TrainingLog;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code facedepth train}: a network learns from rendered faces. */
@Command(
    name = "train",
    description = {
      "Train a network on faces that are rendered meanwhile, or on data sets in folders.",
      "The configuration names the head model and the output folder, which gets the checkpoint and"
          + " model.onnx; configs/default.yaml made the default weights.",
      "The output folder also gets report.html, with curves and pictures from the first minutes on,"
          + " history.jsonl with all figures, and event files for TensorBoard."
    })
@SuppressWarnings("try") // the end does its work by being open
final class TrainCommand extends Subcommand {
  /** How long an interrupted program waits for its step, checkpoint and model. */
  private static final int PATIENCE_SECONDS = 60;

  @Parameters(paramLabel = "CONFIG.yaml", description = "Everything that decides the run.")
  private Path config;

  @Option(
      names = "--resume",
      description = "Go on from the checkpoint in the output folder, if there is one.")
  private boolean resume;

  TrainCommand(FacedepthCommand root) {
    super(root);
  }

  @Override
  public Integer call() throws Exception {
    requireNoFolder(config);
    TrainingConfig read = TrainingConfig.read(config);
    OutputFolder.prepare(read.output());
    console().say("report: " + read.output().resolve("report.html"));
    boolean finished;
    if (console().terminal()) {
      try (TrainingBar bar = new TrainingBar(console())) {
        finished = train(new Trainer(read, bar));
      }
    } else {
      finished = train(new Trainer(read, new TrainingLog(console()::say)));
    }
    if (finished) {
      console().say(read.output().resolve("model.onnx").toString());
    }
    return Main.DONE;
  }

  private boolean train(Trainer trainer) throws IOException {
    String goOn = "the same command with --resume goes on from the step it had reached";
    try (OrderlyEnd end = new OrderlyEnd(trainer::stop, PATIENCE_SECONDS, console(), goOn)) {
      return trainer.run(resume);
    }
  }
}
