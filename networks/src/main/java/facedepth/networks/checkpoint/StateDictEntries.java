package facedepth.networks.checkpoint;

import facedepth.geometry.MalformedFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the state dict in what was saved. */
final class StateDictEntries {
  /** What people call the state dict beside their epoch and optimiser. */
  private static final List<String> WRAPPERS = List.of("state_dict", "model_state_dict", "model");

  /** What DataParallel puts before every name. */
  private static final String DATA_PARALLEL = "module.";

  private StateDictEntries() {}

  /**
   * The tensors by name, in order, without the prefix of DataParallel.
   *
   * @throws MalformedFileException if there is no state dict
   */
  static Map<String, TensorReference> of(Object saved, String file) throws MalformedFileException {
    Map<String, TensorReference> tensors = tensors(saved);
    for (String wrapper : WRAPPERS) {
      if (tensors.isEmpty() && saved instanceof Map<?, ?> map) {
        tensors = tensors(map.get(wrapper));
      }
    }
    if (tensors.isEmpty()) {
      throw new MalformedFileException(
          file, "holds no state dict (nor one under " + WRAPPERS + ")");
    }
    return stripped(tensors);
  }

  private static Map<String, TensorReference> tensors(Object object) {
    Map<String, TensorReference> tensors = new LinkedHashMap<>();
    if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key instanceof String name && value instanceof TensorReference tensor) {
              tensors.put(name, tensor);
            }
          });
    }
    return tensors;
  }

  private static Map<String, TensorReference> stripped(Map<String, TensorReference> tensors) {
    if (!tensors.keySet().stream().allMatch(name -> name.startsWith(DATA_PARALLEL))) {
      return tensors;
    }
    Map<String, TensorReference> stripped = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> stripped.put(name.substring(DATA_PARALLEL.length()), tensor));
    return stripped;
  }
}
