package facedepth.training;

import facedepth.networks.Network;
import facedepth.networks.onnx.OnnxExport;
import facedepth.networks.onnx.OnnxOptions;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.HeadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Trains a network that sees depth, and the face mask unless told otherwise, on faces that are
 * rendered meanwhile or read from folders, and exports it as it goes.
 *
 * <p>A run owns its output folder: {@code checkpoint.safetensors} to go on from, {@code model.onnx}
 * with the averaged weights, and what {@link TrainingRecord} says. Killed at any moment it loses at
 * most one checkpoint interval.
 */
@SuppressWarnings("try") // scopes do their work by being open
public final class Trainer {
  private static final int AVERAGE_EVERY = 4;

  private final TrainingConfig config;
  private final Path checkpointFile;
  private final TrainingListener listener;
  private volatile boolean stopping;

  /** Prepares a run that somebody listens to. */
  public Trainer(TrainingConfig config, TrainingListener listener) {
    this.config = config;
    this.listener = listener;
    checkpointFile = config.output().resolve("checkpoint.safetensors");
  }

  /**
   * Trains to the last step.
   *
   * @param resume go on from the checkpoint in the output folder; otherwise there must be none
   * @throws DivergedException if the loss stops being a number; the last checkpoint is kept
   */
  public void run(boolean resume) throws IOException, InterruptedException {
    Files.createDirectories(config.output());
    if (!resume && Files.exists(checkpointFile)) {
      throw new IOException(
          checkpointFile + " exists: add --resume to go on, or choose another output folder");
    }
    TrainingCheckpoint checkpoint =
        Files.exists(checkpointFile) ? TrainingCheckpoint.read(checkpointFile) : null;
    long done = checkpoint == null ? 0 : checkpoint.step();
    TorchRuntime.setThreads(config.threads());
    LossWeights losses = config.losses();
    Network definition = config.network().definition(losses.wantsMask());
    FaceSupply supply = supply();
    Validation validation = new Validation(supply.heldOut(config.resolution()), losses);
    LearningRate rate =
        new LearningRate(config.optimiser().learningRate(), config.schedule(), config.totalSteps());
    try (TorchNetwork network = TorchNetwork.create(definition, config.seed());
        TorchNetwork averaged = TorchNetwork.create(definition, config.seed());
        Adam optimiser = new Adam(network.parameters(), config.optimiser());
        TrainingRecord record = TrainingRecord.open(config, done, listener)) {
      WeightAverage average = new WeightAverage(config.optimiser().averaging());
      if (checkpoint == null && config.start() != null) {
        network.loadStateDict(StartingWeights.read(config.start(), network, listener::noted));
      }
      if (checkpoint != null) {
        network.loadStateDict(checkpoint.weights());
        average.load(checkpoint.average(), checkpoint.averageUpdates());
        optimiser.loadFrom(checkpoint.optimiser());
        rate.restore(checkpoint.notes());
      }
      boolean going = true;
      long stageStart = 0;
      long samples = 0;
      for (TrainingConfig.Stage stage : config.stages()) {
        long stageEnd = stageStart + stage.steps();
        if (going && done < stageEnd) {
          long from = Math.max(done, stageStart);
          long first = samples + (from - stageStart) * stage.batch();
          try (BatchStream stream = supply.open(stage.resolution(), stage.batch(), first)) {
            going =
                train(
                    stream,
                    from,
                    stageEnd,
                    network,
                    optimiser,
                    rate,
                    average,
                    averaged,
                    validation,
                    record);
          }
        }
        samples += (long) stage.steps() * stage.batch();
        stageStart = stageEnd;
      }
      if (going) {
        record.finished();
      }
    }
  }

  /**
   * Asks the run to end after the step it is at, by any thread. It writes checkpoint and model
   * first, can be resumed, and {@link #run} returns as ever.
   */
  public void stop() {
    stopping = true;
  }

  private FaceSupply supply() throws IOException {
    DataSettings data = config.data();
    LossWeights losses = config.losses();
    if (!data.folders().isEmpty()) {
      return new FolderFaces(data, config.seed(), losses, listener::noted);
    }
    HeadModel head = HeadSource.open(data.headModel(), config.output());
    return new RenderedFaces(head, config.seed(), config.resolution(), data, losses.isOrigins());
  }

  /** Whether the last step was reached: not if somebody has asked for the end. */
  private boolean train(
      BatchStream stream,
      long from,
      long to,
      TorchNetwork network,
      Adam optimiser,
      LearningRate schedule,
      WeightAverage average,
      TorchNetwork averaged,
      Validation validation,
      TrainingRecord record)
      throws IOException, InterruptedException {
    DepthLoss loss = new DepthLoss(config.losses());
    StepClock clock = new StepClock(config, from);
    for (long step = from; step < to; step++) {
      clock.begin();
      Batch batch = stream.next();
      clock.received();
      double rate = schedule.at(step);
      int n = batch.size();
      int r = batch.resolution();
      double norm;
      Map<String, Double> losses;
      try (PointerScope scope = new PointerScope()) {
        Tensor output = network.forward(Tensors.of(batch.images(), n, 3, r, r));
        DepthLoss.Parts parts =
            loss.of(
                output,
                Tensors.of(batch.depth(), n, 1, r, r),
                Tensors.of(batch.mask(), n, 1, r, r));
        optimiser.zeroGradients();
        parts.total().backward();
        norm = optimiser.step(rate);
        losses = parts.values();
      }
      if (!Double.isFinite(losses.get(TrainingStep.LOSS)) || !Double.isFinite(norm)) {
        throw new DivergedException(step, checkpointFile);
      }
      schedule.observe(losses.get(TrainingStep.LOSS));
      if (average.isAverage() && step % AVERAGE_EVERY == 0) {
        average.update(network.stateDict());
      }
      record.stepped(
          new TrainingStep(
              step + 1, config.totalSteps(), r, rate, losses, norm, clock.end(step + 1, n)));
      boolean ending = stopping;
      if ((step + 1) % config.checkpointEvery() == 0 || step + 1 == to || ending) {
        average.update(network.stateDict());
        save(step + 1, network, optimiser, schedule, average, averaged, validation, record);
      }
      if (ending && step + 1 < to) {
        return false;
      }
    }
    return true;
  }

  private void save(
      long step,
      TorchNetwork network,
      Adam optimiser,
      LearningRate schedule,
      WeightAverage average,
      TorchNetwork averaged,
      Validation validation,
      TrainingRecord record)
      throws IOException {
    TrainingCheckpoint.write(
        checkpointFile, step, network.stateDict(), average, optimiser, schedule);
    averaged.loadStateDict(average.value());
    ValidationResult result = validation.score(step, averaged);
    record.validated(result);
    OnnxExport.write(
        averaged.network(),
        average.value(),
        notes(step, result),
        OnnxOptions.HALF_WEIGHTS,
        config.output().resolve("model.onnx"));
  }

  /** What the exported model says of itself; kind "face" is depth in crop widths with a mask. */
  private Map<String, String> notes(long step, ValidationResult result) {
    LossWeights losses = config.losses();
    boolean face = losses.wantsCropWidths() && losses.wantsMask();
    return Map.of(
        "facedepth.kind", face ? "face" : "raw",
        "facedepth.depth", face ? "crop-widths" : losses.isOrigins() ? "nearness" : "relative",
        "facedepth.resolution", Integer.toString(config.resolution()),
        "facedepth.steps", Long.toString(step),
        "facedepth.seed", Long.toString(config.seed()),
        "facedepth.validation", result.summary());
  }
}
