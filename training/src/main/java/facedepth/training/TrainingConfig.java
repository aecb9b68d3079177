package facedepth.training;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.torch.Precision;
import facedepth.networks.torch.TorchDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that decides a training run, as it stands in its YAML file. What the file leaves out
 * has the default named here and in the records below it.
 *
 * @param output folder for checkpoints and the log
 * @param seed of the initial weights and of the faces or their order; default 1
 * @param network its size
 * @param start weights to begin with instead of random ones: what training or PyTorch saved; what
 *     the file lacks begins at random; default none
 * @param data where the faces come from
 * @param stages what to train on, one after another; small pictures first, because a CPU sees many
 *     more faces a second on them
 * @param optimiser how weights follow gradients
 * @param schedule how the learning rate changes
 * @param losses weights of the parts of the loss
 * @param checkpointEvery steps between checkpoints; default 200: some minutes on two cores, which
 *     is all that a run that is killed can lose
 * @param threads that the network is trained with; default 2. On a CPU each goes through a share of
 *     the batch, of at least eight faces; where batches are too small for that they share every
 *     operation, as they do in libtorch
 * @param device what the network is trained on; default auto: the GPU if there is one
 * @param precision of the training on it; default tf32: on a GPU several times as fast as float32,
 *     with errors far below those of the gradients themselves, and on a CPU the same as float32
 */
public record TrainingConfig(
    Path output,
    Long seed,
    NetworkSettings network,
    Path start,
    DataSettings data,
    List<Stage> stages,
    OptimiserSettings optimiser,
    ScheduleSettings schedule,
    LossWeights losses,
    Integer checkpointEvery,
    Integer threads,
    Device device,
    Precision precision) {

  /** What a network is trained on. */
  public enum Device {
    /** The GPU that CUDA finds, else the CPU. */
    AUTO,
    /** The processor's cores. */
    CPU,
    /** The GPU; without one the run does not begin. */
    CUDA;

    /** The device that is meant, on this machine. */
    TorchDevice find() {
      return switch (this) {
        case AUTO -> TorchDevice.best();
        case CPU -> TorchDevice.CPU;
        case CUDA -> TorchDevice.CUDA.required();
      };
    }
  }

  /**
   * A stretch of training at one resolution.
   *
   * @param resolution side of the pictures, a multiple of 16
   * @param batch faces a step
   * @param steps how many steps
   */
  public record Stage(int resolution, int batch, int steps) {
    /** Checks the sizes. */
    public Stage {
      if (resolution < 32 || resolution > 1024 || resolution % 16 != 0) {
        throw new IllegalArgumentException(
            "stage resolution " + resolution + " is not a multiple of 16 from 32 to 1024");
      }
      if (batch < 1 || steps < 1) {
        throw new IllegalArgumentException(
            "a stage of " + steps + " steps of " + batch + " faces is empty");
      }
    }
  }

  /** Fills in the defaults and checks what is left. */
  public TrainingConfig {
    if (output == null || stages == null || stages.isEmpty()) {
      throw new IllegalArgumentException("output and stages must be given");
    }
    seed = Defaults.or(seed, 1L);
    network = Defaults.or(network, NetworkSettings.DEFAULT);
    data = Defaults.or(data, DataSettings.DEFAULT);
    stages = List.copyOf(stages);
    optimiser = Defaults.or(optimiser, OptimiserSettings.DEFAULT);
    schedule = Defaults.or(schedule, ScheduleSettings.DEFAULT);
    losses = Defaults.or(losses, LossWeights.DEFAULT);
    checkpointEvery = Defaults.or(checkpointEvery, 200);
    threads = Defaults.or(threads, 2);
    device = Defaults.or(device, Device.AUTO);
    precision = Defaults.or(precision, Precision.TF32);
    Defaults.atLeast("checkpointEvery", checkpointEvery, 1);
    Defaults.atLeast("threads", threads, 1);
  }

  /** Steps of all stages together. */
  public int totalSteps() {
    return stages.stream().mapToInt(Stage::steps).sum();
  }

  /** Side of the pictures of the last stage, which the finished network is meant for. */
  public int resolution() {
    return stages.get(stages.size() - 1).resolution();
  }

  /**
   * Reads a YAML file; relative paths in it are relative to the working directory.
   *
   * @throws MalformedFileException if it is no YAML, names an unknown key or a value out of range
   */
  public static TrainingConfig read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MalformedFileException(file.toString(), "no such configuration file");
    }
    return ConfigReader.read(file.toString(), Files.readString(file));
  }
}
