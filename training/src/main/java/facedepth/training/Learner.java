package facedepth.training;

import facedepth.networks.Network;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.torch.TorchDevice;
import facedepth.networks.torch.TorchNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** The network that a run trains, and all that changes with it from step to step. */
@SuppressWarnings("try") // scopes do their work by being open
final class Learner implements AutoCloseable {
  /** Name of the gradients' norm among the figures of a step. */
  static final String NORM = "norm";

  private static final int AVERAGE_EVERY = 4;

  private final TorchNetwork network;
  private final TorchNetwork averaged;
  private final Adam optimiser;
  private final LearningRate schedule;
  private final WeightAverage average;
  private final DepthLoss loss;

  /** One that has learned nothing. */
  Learner(TrainingConfig config, TorchDevice device) {
    Network definition = config.network().definition(config.losses().wantsMask());
    network = TorchNetwork.create(definition, config.seed(), device);
    network.trainIn(config.precision());
    averaged = TorchNetwork.create(definition, config.seed(), device);
    optimiser = new Adam(network.parameters(), config.optimiser());
    average = new WeightAverage(averaged, config.optimiser().averaging());
    loss = new DepthLoss(config.losses());
    schedule =
        new LearningRate(config.optimiser().learningRate(), config.schedule(), config.totalSteps());
  }

  /** Begins with weights of a file, as {@link StartingWeights} reads it. */
  void start(Path weights, Supplier<Batch> faces, Consumer<String> notes) throws IOException {
    StartingWeights.load(weights, network, faces, notes);
  }

  /** Goes on where a run stood. */
  void restore(TrainingCheckpoint checkpoint) {
    network.loadStateDict(checkpoint.weights());
    average.load(checkpoint.average(), checkpoint.averageUpdates());
    optimiser.loadFrom(checkpoint.optimiser());
    schedule.restore(checkpoint.notes());
  }

  /** Where it computes. */
  TorchDevice device() {
    return network.device();
  }

  /** Networks that share its weights, one for each thread of a team. */
  Replicas replicas(ThreadTeam team) {
    return new Replicas(network, loss, team);
  }

  /**
   * One step; what is to be known of it goes into the sums, and a GPU is not waited for.
   *
   * @param step how many were done before
   * @return the learning rate
   */
  double learn(Batch batch, long step, Replicas replicas, StepSums sums) {
    double rate = schedule.at(step);
    try (PointerScope scope = new PointerScope()) {
      Map<String, Tensor> figures = replicas.learn(batch);
      figures.put(NORM, optimiser.step(rate, replicas.team()));
      sums.add(figures);
    }
    if (average.isAverage() && step % AVERAGE_EVERY == 0) {
      average.update(network);
    }
    return rate;
  }

  /** Tells the schedule the mean loss of the last steps. */
  void observe(double loss, int steps) {
    schedule.observe(loss, steps);
  }

  /** Brings the average of the weights up to date; the network that has them. */
  TorchNetwork updateAverage() {
    average.update(network);
    return averaged;
  }

  /**
   * All that {@link #restore} needs.
   *
   * @param mean weights of {@link #updateAverage}
   */
  TrainingCheckpoint checkpoint(long step, StateDict mean) {
    Map<String, StateTensor> moments = new LinkedHashMap<>();
    optimiser.saveTo(moments);
    return new TrainingCheckpoint(
        step, network.stateDict(), mean, average.updates(), moments, schedule.state());
  }

  @Override
  public void close() {
    optimiser.close();
    averaged.close();
    network.close();
  }
}
