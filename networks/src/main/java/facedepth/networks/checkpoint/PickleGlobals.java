package facedepth.networks.checkpoint;

import facedepth.geometry.MalformedFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The names a checkpoint may refer to, and what each stands for. */
final class PickleGlobals {
  private enum Function {
    ORDERED_DICT,
    REBUILD_TENSOR,
    REBUILD_PARAMETER
  }

  private PickleGlobals() {}

  /** What the name stands for, or nothing if it is not allowed. */
  static Optional<Object> named(String name) {
    return switch (name) {
      case "collections.OrderedDict" -> Optional.of(Function.ORDERED_DICT);
      case "torch._utils._rebuild_tensor_v2" -> Optional.of(Function.REBUILD_TENSOR);
      case "torch._utils._rebuild_parameter" -> Optional.of(Function.REBUILD_PARAMETER);
      default ->
          name.startsWith("torch.")
              ? ElementType.ofTorchStorage(name.substring("torch.".length())).map(type -> type)
              : Optional.empty();
    };
  }

  static Object call(PickleInput in, Object function, Object arguments)
      throws MalformedFileException {
    if (!(function instanceof Function known) || !(arguments instanceof List<?> list)) {
      throw in.malformed("calls what is no function");
    }
    return switch (known) {
      case ORDERED_DICT -> {
        if (!list.isEmpty()) {
          throw in.malformed("an OrderedDict with arguments is not supported");
        }
        yield new LinkedHashMap<Object, Object>();
      }
      case REBUILD_TENSOR -> tensor(in, list);
      case REBUILD_PARAMETER -> {
        if (list.isEmpty() || !(list.get(0) instanceof TensorReference tensor)) {
          throw in.malformed("a parameter without a tensor");
        }
        yield tensor;
      }
    };
  }

  /** The block that ('storage', type, key, location, count[, view]) stands for. */
  static StorageReference storage(PickleInput in, Object id) throws MalformedFileException {
    if (id instanceof List<?> list
        && list.size() >= 5
        && "storage".equals(list.get(0))
        && list.get(1) instanceof ElementType type
        && list.get(2) instanceof String key
        && list.get(4) instanceof Long count
        && count >= 0
        && count <= Long.MAX_VALUE / type.bytes()) {
      if (list.size() > 5 && list.get(5) != null) {
        throw in.malformed("a storage that is a view of another is not supported");
      }
      return in.met(new StorageReference(type, key, count));
    }
    throw in.malformed("an external object that is no storage");
  }

  private static TensorReference tensor(PickleInput in, List<?> list)
      throws MalformedFileException {
    if (list.size() >= 4
        && list.get(0) instanceof StorageReference storage
        && list.get(1) instanceof Long offset) {
      try {
        return new TensorReference(storage, offset, longs(in, list.get(2)), longs(in, list.get(3)));
      } catch (IllegalArgumentException e) {
        throw in.malformed("a tensor does not fit: " + e.getMessage());
      }
    }
    throw in.malformed("a tensor without a storage");
  }

  private static List<Long> longs(PickleInput in, Object tuple) throws MalformedFileException {
    List<Long> longs = new ArrayList<>();
    if (tuple instanceof List<?> items) {
      for (Object item : items) {
        if (!(item instanceof Long value)) {
          throw in.malformed("a size that is no number");
        }
        longs.add(value);
      }
      return longs;
    }
    throw in.malformed("sizes that are no tuple");
  }
}
