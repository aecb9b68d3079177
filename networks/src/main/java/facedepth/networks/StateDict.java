package facedepth.networks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named tensors in order: the weights of a network, as PyTorch calls them. */
public final class StateDict {
  private final Map<String, StateTensor> entries;

  /** Takes the entries in their order. */
  public StateDict(Map<String, StateTensor> entries) {
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The entries, in order; cannot be changed. */
  public Map<String, StateTensor> entries() {
    return entries;
  }

  /** The names, in order. */
  public Set<String> names() {
    return entries.keySet();
  }

  /**
   * The entry of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public StateTensor get(String name) {
    StateTensor tensor = entries.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no entry named " + name);
    }
    return tensor;
  }

  /** The values of {@code parameter}, not a copy. */
  public float[] values(Parameter parameter) {
    return get(parameter.name()).values();
  }

  /**
   * Refuses a state dict of another network.
   *
   * @throws IllegalArgumentException naming the first missing, the first unexpected and the first
   *     mis-shaped entry, and how many of each there are
   */
  public void requireFits(Network network) {
    List<String> missing = new ArrayList<>();
    List<String> misshaped = new ArrayList<>();
    Map<String, StateTensor> left = new LinkedHashMap<>(entries);
    for (Parameter parameter : network.parameters()) {
      StateTensor tensor = left.remove(parameter.name());
      if (tensor == null) {
        missing.add(parameter.toString());
      } else if (!Arrays.equals(tensor.shape(), parameter.shape())) {
        misshaped.add(
            parameter.name()
                + " is "
                + Arrays.toString(tensor.shape())
                + ", not "
                + Arrays.toString(parameter.shape()));
      }
    }
    List<String> complaints = new ArrayList<>();
    complain(complaints, "missing", missing);
    complain(complaints, "unexpected", new ArrayList<>(left.keySet()));
    complain(complaints, "of another shape", misshaped);
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(
          "not the weights of this "
              + network.architecture()
              + ": "
              + String.join("; ", complaints));
    }
  }

  private static void complain(List<String> complaints, String what, List<String> names) {
    if (!names.isEmpty()) {
      complaints.add(names.size() + " " + what + ", the first: " + names.get(0));
    }
  }
}
