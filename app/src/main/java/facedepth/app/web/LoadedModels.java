package facedepth.app.web;

import facedepth.inference.DepthModel;
import facedepth.inference.FaceReconstructor;
import facedepth.inference.ModelCatalog;
import facedepth.inference.ModelKind;
import facedepth.inference.ModelSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models that a client may choose from: those of the installation that know faces, by name, and
 * the one the server was started with. Each is loaded when it is first wanted, once; which of the
 * others know faces is found out when somebody first asks, not while the server starts.
 */
final class LoadedModels implements AutoCloseable {
  private final int threads;
  private final ModelCatalog catalog;
  private final ModelSource first;
  private final Map<String, FaceReconstructor> open = new LinkedHashMap<>();
  private Map<String, ModelSource> sources; // null until somebody asks

  /** Loads the model that is used when a client names none. */
  LoadedModels(ModelCatalog catalog, ModelSource first, int threads) throws IOException {
    this.threads = threads;
    this.catalog = catalog;
    this.first = first;
    reconstructor(null);
  }

  /** Names, the default first. */
  synchronized List<String> names() throws IOException {
    if (sources == null) {
      Map<String, ModelSource> found = new LinkedHashMap<>();
      found.put(first.name(), first);
      for (String name : catalog.names()) {
        if (!found.containsKey(name) && knowsFaces(catalog.find(name))) {
          found.put(name, catalog.find(name));
        }
      }
      sources = found;
    }
    return List.copyOf(sources.keySet());
  }

  private static boolean knowsFaces(ModelSource source) {
    try (DepthModel model = source.open(1)) {
      return model.kind() == ModelKind.FACE;
    } catch (IOException e) {
      return false; // damaged: `facedepth models` says what is wrong with it
    }
  }

  /**
   * The model of a name.
   *
   * @param name one of {@link #names}, or null for the default
   */
  synchronized FaceReconstructor reconstructor(String name) throws IOException {
    String wanted = nameOf(name);
    FaceReconstructor found = open.get(wanted);
    if (found == null) {
      requireKnown(wanted);
      found =
          FaceReconstructor.open(
              wanted.equals(first.name()) ? first : sources.get(wanted), threads);
      open.put(wanted, found);
    }
    return found;
  }

  /** The name itself, or the default's for null. */
  String nameOf(String name) {
    return name == null ? first.name() : name;
  }

  /** Refuses a name that is none of {@link #names}; null stands for the default. */
  void requireKnown(String name) throws IOException {
    if (!nameOf(name).equals(first.name()) && !names().contains(name)) {
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
