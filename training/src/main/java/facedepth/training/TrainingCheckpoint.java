package facedepth.training;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.checkpoint.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything a run needs to go on as if it had never stopped.
 *
 * @param step how many steps were done
 * @param weights of the network
 * @param average running average of the weights
 * @param averageUpdates how often it was updated
 * @param optimiser moments of the optimiser by name
 * @param notes all that is small, by name: the schedule's state among them
 */
record TrainingCheckpoint(
    long step,
    StateDict weights,
    StateDict average,
    long averageUpdates,
    Map<String, StateTensor> optimiser,
    Map<String, String> notes) {
  private static final String WEIGHTS = "weights/";
  private static final String AVERAGE = "average/";
  private static final String OPTIMISER = "optimiser/";

  /** Writes it; a file that was there stays until it is whole. */
  void write(Path file) throws IOException {
    Map<String, StateTensor> entries = new LinkedHashMap<>();
    weights.entries().forEach((name, tensor) -> entries.put(WEIGHTS + name, tensor));
    average.entries().forEach((name, tensor) -> entries.put(AVERAGE + name, tensor));
    optimiser.forEach((name, tensor) -> entries.put(OPTIMISER + name, tensor));
    Map<String, String> all = new LinkedHashMap<>(notes);
    all.put("step", Long.toString(step));
    all.put("averageUpdates", Long.toString(averageUpdates));
    new Safetensors(new StateDict(entries), all).write(file);
  }

  static TrainingCheckpoint read(Path file) throws IOException {
    Safetensors saved = Safetensors.read(file);
    String step = saved.metadata().get("step");
    String updates = saved.metadata().get("averageUpdates");
    if (step == null || updates == null) {
      throw new MalformedFileException(file.toString(), "is no checkpoint of a training run");
    }
    return new TrainingCheckpoint(
        Long.parseLong(step),
        new StateDict(part(saved, WEIGHTS)),
        new StateDict(part(saved, AVERAGE)),
        Long.parseLong(updates),
        part(saved, OPTIMISER),
        saved.metadata());
  }

  private static Map<String, StateTensor> part(Safetensors saved, String prefix) {
    Map<String, StateTensor> entries = new LinkedHashMap<>();
    saved
        .tensors()
        .entries()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(prefix)) {
                entries.put(name.substring(prefix.length()), tensor);
              }
            });
    return entries;
  }
}
