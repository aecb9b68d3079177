package facedepth.networks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Hands out names while a network is put together. Parameters are listed in the order in which they
 * are declared, which is to be the order of PyTorch's state dict: a module's own parameters, its
 * buffers, then its children as PyTorch registers them, which is not always the order in which they
 * are applied.
 */
public final class ParameterSpace {
  private final String prefix;
  private final List<Parameter> declared;
  private final Set<String> names;

  /** The outermost space, without a prefix. */
  public ParameterSpace() {
    this("", new ArrayList<>(), new LinkedHashSet<>());
  }

  private ParameterSpace(String prefix, List<Parameter> declared, Set<String> names) {
    this.prefix = prefix;
    this.declared = declared;
    this.names = names;
  }

  /** The space of the child module {@code name}, which may hold dots. */
  public ParameterSpace child(String name) {
    return new ParameterSpace(prefix + name + ".", declared, names);
  }

  /** The name of the module this space belongs to; empty for the network itself. */
  public String moduleName() {
    return prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1);
  }

  /** Declares one entry of the state dict. */
  public Parameter declare(String name, Parameter.Role role, Initial initial, long... shape) {
    Parameter parameter = new Parameter(prefix + name, role, initial, shape);
    if (!names.add(parameter.name())) {
      throw new IllegalArgumentException("declared twice: " + parameter.name());
    }
    declared.add(parameter);
    return parameter;
  }

  /** Everything declared so far, in this space and all others of the same network. */
  public List<Parameter> declared() {
    return List.copyOf(declared);
  }
}
