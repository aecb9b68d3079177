package facedepth.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import facedepth.geometry.MalformedFileException;
import facedepth.synthesis.HeadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that decides a training run, as it stands in its YAML file. What the file leaves out
 * has the default named here.
 *
 * @param headModel what {@link HeadSource} opens: {@code builtin}, or an ICT FaceKit as a folder,
 *     an archive or a cache file; default builtin, which is there without a download
 * @param output folder for checkpoints and the log
 * @param seed of the initial weights and of the faces; default 1
 * @param startFilters channels of the first block; default 16, four times as fast as the origin's
 *     32
 * @param blocks resolutions of the network; default 5
 * @param attention whether skips pass attention gates; default true, as the origin
 * @param patch side of the squares of pixels that the network works on; default 1, the origin's; 2
 *     computes at half the resolution, four times as fast
 * @param takes pictures of each rendered scene, with other backgrounds and camera faults; default
 *     4, because rendering a scene costs nine times as much as one more picture of it
 * @param stages what to train on, one after another; small pictures first, because a CPU sees many
 *     more faces a second on them
 * @param learningRate of AdamW at its peak; default 2e-3
 * @param weightDecay of AdamW; default 0.01
 * @param warmupSteps linear rise of the learning rate; default 200
 * @param clipNorm largest norm of all gradients together; default 1
 * @param averaging decay of the running average of the weights that is exported, every four steps;
 *     default 0.98: over 200 steps, short enough for the average not to lag behind
 * @param checkpointEvery steps between checkpoints; default 200
 * @param threads of libtorch; default 2
 * @param rendererThreads that render faces; default 2
 * @param losses weights of the parts of the loss
 */
public record TrainingConfig(
    String headModel,
    Path output,
    Long seed,
    Integer startFilters,
    Integer blocks,
    Boolean attention,
    Integer patch,
    Integer takes,
    List<Stage> stages,
    Double learningRate,
    Double weightDecay,
    Integer warmupSteps,
    Double clipNorm,
    Double averaging,
    Integer checkpointEvery,
    Integer threads,
    Integer rendererThreads,
    LossWeights losses) {

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
    headModel = or(headModel, HeadSource.BUILTIN);
    seed = or(seed, 1L);
    startFilters = or(startFilters, 16);
    blocks = or(blocks, 5);
    attention = or(attention, true);
    patch = or(patch, 1);
    takes = or(takes, 4);
    stages = List.copyOf(stages);
    learningRate = or(learningRate, 2e-3);
    weightDecay = or(weightDecay, 0.01);
    warmupSteps = or(warmupSteps, 200);
    clipNorm = or(clipNorm, 1.0);
    averaging = or(averaging, 0.98);
    checkpointEvery = or(checkpointEvery, 200);
    threads = or(threads, 2);
    rendererThreads = or(rendererThreads, 2);
    losses = losses == null ? LossWeights.DEFAULT : losses;
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** Steps of all stages together. */
  public int totalSteps() {
    return stages.stream().mapToInt(Stage::steps).sum();
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
    YAMLMapper yaml = new YAMLMapper();
    yaml.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    try {
      return yaml.readValue(file.toFile(), TrainingConfig.class);
    } catch (UnrecognizedPropertyException e) {
      throw new MalformedFileException(
          file.toString(),
          "there is no key '"
              + e.getPropertyName()
              + "'; did you mean '"
              + Spelling.nearest(e.getPropertyName(), e.getKnownPropertyIds())
              + "'?",
          e);
    } catch (JacksonException e) {
      throw new MalformedFileException(
          file.toString(), e.getOriginalMessage().lines().findFirst().orElse("is malformed"), e);
    }
  }
}
