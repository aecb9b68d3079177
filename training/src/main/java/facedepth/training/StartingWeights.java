package facedepth.training;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.Parameter;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.Checkpoint;
import facedepth.networks.torch.TorchNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Weights that a run begins with: a checkpoint of training, of which the average is taken, or any
 * other file of weights with the network's names.
 */
final class StartingWeights {
  private static final String AVERAGE = "average/";

  private StartingWeights() {}

  /**
   * The network's own weights, with all of the file's in their place that have the same name and
   * shape.
   *
   * @param noted told what the file did not have
   * @throws MalformedFileException if it has none of them
   */
  static StateDict read(Path file, TorchNetwork network, Consumer<String> noted)
      throws IOException {
    Map<String, StateTensor> found = named(Checkpoint.read(file));
    Map<String, StateTensor> weights = new LinkedHashMap<>(network.stateDict().entries());
    int taken = 0;
    int missed = 0;
    String firstMissed = "";
    for (Parameter parameter : network.network().parameters()) {
      StateTensor tensor = found.get(parameter.name());
      if (tensor != null && Arrays.equals(tensor.shape(), parameter.shape())) {
        weights.put(parameter.name(), tensor);
        taken++;
      } else {
        firstMissed = missed++ == 0 ? parameter.name() : firstMissed;
      }
    }
    if (taken == 0) {
      throw new MalformedFileException(
          file.toString(), "holds no weights of this network: " + firstMissed + " is missing");
    }
    if (missed > 0) {
      noted.accept(
          String.format(
              "%s: %d of %d weights taken; %s%s begin at random",
              file, taken, taken + missed, firstMissed, missed == 1 ? "" : " and others"));
    }
    return new StateDict(weights);
  }

  private static Map<String, StateTensor> named(StateDict saved) {
    Map<String, StateTensor> average = new LinkedHashMap<>();
    saved
        .entries()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(AVERAGE)) {
                average.put(name.substring(AVERAGE.length()), tensor);
              }
            });
    return average.isEmpty() ? saved.entries() : average;
  }
}
