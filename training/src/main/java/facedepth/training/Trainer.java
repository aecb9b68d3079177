package facedepth.training;

import facedepth.networks.StateDict;
import facedepth.networks.onnx.OnnxExport;
import facedepth.networks.onnx.OnnxOptions;
import facedepth.networks.torch.TorchDevice;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.HeadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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
  private static final int READ_EVERY = 20; // steps on a GPU

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
   * @return whether the last step was reached: not if {@link #stop} was called before
   * @throws DivergedException if the loss stops being a number; the last checkpoint is kept
   * @throws IllegalArgumentException if the device is not there
   */
  public boolean run(boolean resume) throws IOException {
    TorchRuntime.checkLibraries();
    Files.createDirectories(config.output());
    if (!resume && Files.exists(checkpointFile)) {
      throw new IOException(
          checkpointFile + " exists: add --resume to go on, or choose another output folder");
    }
    TrainingCheckpoint checkpoint =
        Files.exists(checkpointFile) ? TrainingCheckpoint.read(checkpointFile) : null;
    long done = checkpoint == null ? 0 : checkpoint.step();
    FaceSupply supply = supply();
    Validation validation = new Validation(supply.heldOut(config.resolution()), config.losses());
    TorchDevice device = config.device().find();
    config.precision().allow();
    listener.noted("training on " + device + ", " + config.precision().on(device));
    try (Learner learner = new Learner(config, device);
        TrainingRecord record = TrainingRecord.open(config, done, listener, this::stop)) {
      if (checkpoint != null) {
        learner.restore(checkpoint);
      } else if (config.start() != null) {
        learner.start(config.start(), validation::faces, listener::noted);
      }
      boolean going = true;
      long stageStart = 0;
      long samples = 0;
      for (TrainingConfig.Stage stage : config.stages()) {
        long stageEnd = stageStart + stage.steps();
        if (going && done < stageEnd) {
          long from = Math.max(done, stageStart);
          long first = samples + (from - stageStart) * stage.batch();
          int replicas = Replicas.count(device, config.threads(), stage.batch());
          TorchRuntime.setThreads(config.threads() / replicas);
          try (BatchStream stream = supply.open(stage.resolution(), stage.batch(), first);
              ThreadTeam team = new ThreadTeam(replicas)) {
            going = train(stream, from, stageEnd, learner, team, validation, record);
          }
        }
        samples += (long) stage.steps() * stage.batch();
        stageStart = stageEnd;
      }
      if (going) {
        record.finished();
      }
      return going;
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
      Learner learner,
      ThreadTeam team,
      Validation validation,
      TrainingRecord record)
      throws IOException {
    StepClock clock = new StepClock(config, from, stream::busySeconds);
    int readEvery = learner.device() == TorchDevice.CPU ? 1 : READ_EVERY;
    try (Replicas replicas = learner.replicas(team);
        StepSums sums = new StepSums()) {
      for (long step = from; step < to; step++) {
        clock.begin();
        Batch batch = stream.next();
        clock.received(batch.size());
        double rate = learner.learn(batch, step, replicas, sums);
        long done = step + 1;
        boolean ending = stopping;
        boolean saves = done % config.checkpointEvery() == 0 || done == to || ending;
        if (saves || done % readEvery == 0) {
          TrainingStep taken = read(sums, done, batch.resolution(), rate, clock, learner);
          record.stepped(taken);
        }
        if (saves) {
          save(done, learner, validation, record);
        }
        if (ending && done < to) {
          return false;
        }
      }
    }
    return true;
  }

  /** What the steps since the last reading came to. */
  private TrainingStep read(
      StepSums sums, long done, int resolution, double rate, StepClock clock, Learner learner)
      throws DivergedException {
    int steps = sums.steps();
    Map<String, Double> losses = sums.means();
    double norm = losses.remove(Learner.NORM);
    if (!Double.isFinite(losses.get(TrainingStep.LOSS)) || !Double.isFinite(norm)) {
      throw new DivergedException(done, checkpointFile);
    }
    learner.observe(losses.get(TrainingStep.LOSS), steps);
    return new TrainingStep(
        done, config.totalSteps(), resolution, rate, losses, norm, clock.end(done));
  }

  private void save(long step, Learner learner, Validation validation, TrainingRecord record)
      throws IOException {
    TorchNetwork averaged = learner.updateAverage();
    StateDict mean = averaged.stateDict();
    learner.checkpoint(step, mean).write(checkpointFile);
    ValidationResult result = validation.score(step, averaged);
    record.validated(result);
    OnnxExport.write(
        averaged.network(),
        mean,
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
