package facedepth.training;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.Parameter;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.Checkpoint;
import facedepth.networks.onnx.OnnxWeights;
import facedepth.networks.torch.TorchNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;

/**
 * Weights that a run begins with: a checkpoint of training, of which the average is taken, a model
 * that training exported, or any other file of weights with the network's names.
 */
@SuppressWarnings("try") // scopes do their work by being open
final class StartingWeights {
  private static final String AVERAGE = "average/";

  private StartingWeights() {}

  /**
   * Puts all of the file's weights in the place of the network's own that have the same name and
   * shape.
   *
   * @param faces of the kind that the network learns from, asked for if need be: by them a model's
   *     normalisations are found again, which were folded into its convolutions
   * @param noted told what the file did not have
   * @throws MalformedFileException if it has none of them
   */
  static void load(Path file, TorchNetwork network, Supplier<Batch> faces, Consumer<String> noted)
      throws IOException {
    boolean folded = OnnxWeights.isNamedSo(file);
    StateDict found = folded ? OnnxWeights.read(file) : named(Checkpoint.read(file));
    Map<String, StateTensor> taken = new LinkedHashMap<>();
    List<String> missed = new ArrayList<>();
    for (Parameter parameter : network.network().parameters()) {
      StateTensor tensor = found.entries().get(parameter.name());
      if (tensor != null && Arrays.equals(tensor.shape(), parameter.shape())) {
        taken.put(parameter.name(), tensor);
      } else {
        missed.add(parameter.name());
      }
    }
    int all = network.network().parameters().size();
    if (taken.isEmpty()) {
      throw new MalformedFileException(
          file.toString(), "holds no weights of this network: " + missed.get(0) + " is missing");
    }
    Map<String, StateTensor> weights = new LinkedHashMap<>(network.stateDict().entries());
    weights.putAll(taken);
    network.loadStateDict(new StateDict(weights));
    if (folded) {
      try (PointerScope scope = new PointerScope()) {
        missed.removeAll(
            network.recoverNorms(new StateDict(taken), faces.get().images(network.device())));
      }
    }
    if (!missed.isEmpty()) {
      noted.accept(
          String.format(
              "%s: %d of %d weights taken; %s%s begin at random",
              file,
              all - missed.size(),
              all,
              missed.get(0),
              missed.size() == 1 ? "" : " and others"));
    }
  }

  private static StateDict named(StateDict saved) {
    Map<String, StateTensor> average = new LinkedHashMap<>();
    saved
        .entries()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(AVERAGE)) {
                average.put(name.substring(AVERAGE.length()), tensor);
              }
            });
    return average.isEmpty() ? saved : new StateDict(average);
  }
}
