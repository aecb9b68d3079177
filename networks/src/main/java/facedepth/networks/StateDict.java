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

  /** Whether there is an entry for {@code parameter}. */
  public boolean has(Parameter parameter) {
    return entries.containsKey(parameter.name());
  }

  /** The values of {@code parameter}, see {@link StateTensor#values}. */
  public float[] values(Parameter parameter) {
    return get(parameter.name()).values();
  }

  /**
   * What a network reads of this, and what it knows but does not read. Published checkpoints carry
   * more.
   *
   * @throws IllegalArgumentException as {@link #requireFits} if an entry that the network reads is
   *     missing or mis-shaped
   */
  public StateDict fitting(Network network) {
    Map<String, StateTensor> known = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      StateTensor tensor = entries.get(parameter.name());
      boolean fits = tensor != null && Arrays.equals(tensor.shape(), parameter.shape());
      if (fits) {
        known.put(parameter.name(), tensor);
      } else if (parameter.role() != Parameter.Role.UNUSED) {
        requireFits(network); // complains
      }
    }
    return new StateDict(known);
  }

  /**
   * Refuses a state dict of another network. Entries that the network does not read may be absent.
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
        if (parameter.role() == Parameter.Role.UNUSED) {
          continue;
        }
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
