package facedepth.app.web;

import facedepth.inference.FaceReconstructor;
import facedepth.inference.ModelCatalog;
import facedepth.inference.ModelDescription;
import facedepth.inference.ModelKind;
import facedepth.inference.ModelSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models that a client may choose from: those of the installation that know faces, by name, and
 * the one the server was started with. Each is loaded when it is first wanted, once.
 */
final class LoadedModels implements AutoCloseable {
  private final int threads;
  private final String defaultName;
  private final Map<String, ModelSource> sources = new LinkedHashMap<>();
  private final Map<String, FaceReconstructor> open = new LinkedHashMap<>();

  /** Names all models; loads the one that is used when a client names none. */
  LoadedModels(ModelCatalog catalog, ModelSource first, int threads) throws IOException {
    this.threads = threads;
    defaultName = first.name();
    sources.put(defaultName, first);
    for (ModelDescription model : catalog.list()) {
      if (model.kind() == ModelKind.FACE) {
        sources.putIfAbsent(model.source().name(), model.source());
      }
    }
    reconstructor(null);
  }

  /** Names, the default first. */
  List<String> names() {
    return List.copyOf(sources.keySet());
  }

  /**
   * The model of a name.
   *
   * @param name one of {@link #names}, or null for the default
   */
  synchronized FaceReconstructor reconstructor(String name) throws IOException {
    String wanted = nameOf(name);
    requireKnown(wanted);
    FaceReconstructor found = open.get(wanted);
    if (found == null) {
      found = FaceReconstructor.open(sources.get(wanted), threads);
      open.put(wanted, found);
    }
    return found;
  }

  /** The name itself, or the default's for null. */
  String nameOf(String name) {
    return name == null ? defaultName : name;
  }

  /** Refuses a name that is none of {@link #names}; null stands for the default. */
  void requireKnown(String name) {
    if (name != null && !sources.containsKey(name)) {
      throw new ApiException(
          400, "unknown_model", "there is no such model; there are " + String.join(", ", names()));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (FaceReconstructor reconstructor : open.values()) {
      reconstructor.close();
    }
    open.clear();
  }
}
