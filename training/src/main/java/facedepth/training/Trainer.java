package facedepth.training;

import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.onnx.OnnxExport;
import facedepth.networks.onnx.OnnxOptions;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import facedepth.synthesis.FaceGenerator;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.HeadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Trains a network that sees depth and face mask on rendered faces, and exports it as it goes.
 *
 * <p>A run owns its output folder: {@code checkpoint.safetensors} to go on from, {@code model.onnx}
 * with the averaged weights. Killed at any moment it loses at most one checkpoint interval.
 */
@SuppressWarnings("try") // scopes do their work by being open
public final class Trainer {
  private static final int VALIDATION_FACES = 96;
  private static final int AVERAGE_EVERY = 4;
  private static final int REPORT_EVERY = 20;

  private final TrainingConfig config;
  private final Path checkpointFile;
  private final Consumer<String> log;

  /**
   * Prepares a run.
   *
   * @param log receives one line now and then
   */
  public Trainer(TrainingConfig config, Consumer<String> log) {
    this.config = config;
    this.log = log;
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
    TorchRuntime.setThreads(config.threads());
    HeadModel head = HeadSource.open(config.headModel(), config.output());
    AttentionUNet definition =
        new AttentionUNet(
            new AttentionUNetConfig(
                3, 2, config.startFilters(), config.blocks(), config.attention(), config.patch()));
    int last = config.stages().get(config.stages().size() - 1).resolution();
    FaceGenerator faces = new FaceGenerator(head, last, config.seed());
    Validation validation = new Validation(faces.withSeed(~config.seed()), VALIDATION_FACES);
    try (TorchNetwork network = TorchNetwork.create(definition, config.seed());
        TorchNetwork averaged = TorchNetwork.create(definition, config.seed());
        AdamW optimiser =
            new AdamW(network.parameters(), config.weightDecay(), config.clipNorm())) {
      WeightAverage average = new WeightAverage(config.averaging());
      long done = 0;
      if (resume && Files.exists(checkpointFile)) {
        TrainingCheckpoint checkpoint = TrainingCheckpoint.read(checkpointFile);
        network.loadStateDict(checkpoint.weights());
        average.load(checkpoint.average(), checkpoint.averageUpdates());
        optimiser.loadFrom(checkpoint.optimiser());
        done = checkpoint.step();
        log.accept("resuming at step " + done);
      }
      long stageStart = 0;
      long samples = 0;
      for (TrainingConfig.Stage stage : config.stages()) {
        long stageEnd = stageStart + stage.steps();
        if (done < stageEnd) {
          long from = Math.max(done, stageStart);
          long first = samples + (from - stageStart) * stage.batch();
          try (FaceStream stream =
              new FaceStream(
                  faces,
                  stage.resolution(),
                  stage.batch(),
                  config.takes(),
                  first,
                  config.rendererThreads())) {
            train(stream, stage, from, stageEnd, network, optimiser, average, averaged, validation);
          }
        }
        samples += (long) stage.steps() * stage.batch();
        stageStart = stageEnd;
      }
      log.accept("done: " + config.output().resolve("model.onnx"));
    }
  }

  private void train(
      FaceStream stream,
      TrainingConfig.Stage stage,
      long from,
      long to,
      TorchNetwork network,
      AdamW optimiser,
      WeightAverage average,
      TorchNetwork averaged,
      Validation validation)
      throws IOException, InterruptedException {
    DepthLoss loss = new DepthLoss(config.losses());
    double[] recent = new double[5];
    long reportStart = System.nanoTime();
    long waited = 0;
    for (long step = from; step < to; step++) {
      long waitStart = System.nanoTime();
      Batch batch = stream.next();
      waited += System.nanoTime() - waitStart;
      double rate = learningRate(step);
      int n = batch.size();
      int r = batch.resolution();
      try (PointerScope scope = new PointerScope()) {
        Tensor output = network.forward(Tensors.of(batch.images(), n, 3, r, r));
        DepthLoss.Parts parts =
            loss.of(
                output,
                Tensors.of(batch.depth(), n, 1, r, r),
                Tensors.of(batch.mask(), n, 1, r, r));
        optimiser.zeroGradients();
        parts.total().backward();
        double norm = optimiser.step(rate);
        double total = parts.total().item_double();
        if (!Double.isFinite(total) || !Double.isFinite(norm)) {
          throw new DivergedException(step, checkpointFile);
        }
        double[] now = {
          total,
          parts.depth().item_double(),
          parts.normals().item_double(),
          parts.mask().item_double(),
          norm
        };
        for (int i = 0; i < now.length; i++) {
          recent[i] += now[i];
        }
      }
      if (step % AVERAGE_EVERY == 0) {
        average.update(network.stateDict());
      }
      if ((step + 1) % REPORT_EVERY == 0) {
        double seconds = (System.nanoTime() - reportStart) * 1e-9;
        log.accept(
            String.format(
                Locale.ROOT,
                "step %d/%d  %dpx  loss %.4f  depth %.4f  normals %.4f  mask %.4f  norm %.2f  rate"
                    + " %.2e  %.1f images/s  waiting %.0f%%",
                step + 1,
                config.totalSteps(),
                stage.resolution(),
                recent[0] / REPORT_EVERY,
                recent[1] / REPORT_EVERY,
                recent[2] / REPORT_EVERY,
                recent[3] / REPORT_EVERY,
                recent[4] / REPORT_EVERY,
                rate,
                REPORT_EVERY * stage.batch() / seconds,
                100 * waited * 1e-9 / seconds));
        recent = new double[recent.length];
        waited = 0;
        reportStart = System.nanoTime();
      }
      if ((step + 1) % config.checkpointEvery() == 0 || step + 1 == to) {
        average.update(network.stateDict());
        save(step + 1, network, optimiser, average, averaged, validation);
        reportStart = System.nanoTime();
      }
    }
  }

  private void save(
      long step,
      TorchNetwork network,
      AdamW optimiser,
      WeightAverage average,
      TorchNetwork averaged,
      Validation validation)
      throws IOException {
    TrainingCheckpoint.write(checkpointFile, step, network.stateDict(), average, optimiser);
    averaged.loadStateDict(average.value());
    Validation.Scores scores = validation.score(averaged);
    log.accept("step " + step + " validation: " + scores);
    int resolution = config.stages().get(config.stages().size() - 1).resolution();
    OnnxExport.write(
        averaged.network(),
        average.value(),
        Map.of(
            "facedepth.kind", "face",
            "facedepth.resolution", Integer.toString(resolution),
            "facedepth.steps", Long.toString(step),
            "facedepth.seed", Long.toString(config.seed()),
            "facedepth.validation", scores.toString()),
        OnnxOptions.HALF_WEIGHTS,
        config.output().resolve("model.onnx"));
  }

  /** Linear warm-up, then half a cosine down to a fiftieth. */
  private double learningRate(long step) {
    double warm = Math.min(1, (step + 1.0) / config.warmupSteps());
    double progress = step / (double) config.totalSteps();
    return config.learningRate() * warm * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * progress)));
  }
}
